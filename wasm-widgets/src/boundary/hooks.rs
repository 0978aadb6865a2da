//! What the module asks of the class behind an element, and of the page.

use wasm_bindgen::prelude::*;
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// Functions of the class, see `element.js`.
    #[derive(Clone)]
    pub type JsHooks;

    #[wasm_bindgen(method)]
    fn emit(this: &JsHooks, name: &str, detail: &str);
    #[wasm_bindgen(method)]
    fn ask(this: &JsHooks, name: &str, detail: &str) -> bool;
    #[wasm_bindgen(method)]
    fn changed(this: &JsHooks);
    #[wasm_bindgen(method)]
    fn form_value(this: &JsHooks, value: Option<&str>);
    #[wasm_bindgen(method)]
    fn offstage(this: &JsHooks);
    #[wasm_bindgen(method)]
    fn onstage(this: &JsHooks);
    #[wasm_bindgen(method)]
    fn validity(this: &JsHooks, message: &str);
    #[wasm_bindgen(method)]
    fn take_over(this: &JsHooks, taken: bool);
    #[wasm_bindgen(method)]
    fn bound_value(this: &JsHooks) -> Option<String>;
    #[wasm_bindgen(method)]
    fn drawn(this: &JsHooks) -> Option<String>;
    #[wasm_bindgen(method)]
    fn write_field(this: &JsHooks, value: &str);
    #[wasm_bindgen(method)]
    fn guard(this: &JsHooks, is_on: bool);
    #[wasm_bindgen(method)]
    fn read_draft(this: &JsHooks, key: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn write_draft(this: &JsHooks, key: &str, text: Option<&str>) -> bool;
    #[wasm_bindgen(method)]
    fn save_soon(this: &JsHooks);
    #[wasm_bindgen(method)]
    fn give_slotted(this: &JsHooks, key: &str, json: &str, label: &str, issues: &str, invalid: bool);
    #[wasm_bindgen(method)]
    fn focus_slotted(this: &JsHooks, key: &str);
    #[wasm_bindgen(method)]
    fn upload(this: &JsHooks, id: u32, path: &str, input: &web_sys::HtmlInputElement) -> Option<String>;
    #[wasm_bindgen(method)]
    fn upload_again(this: &JsHooks, id: u32);
    #[wasm_bindgen(method)]
    fn forget_upload(this: &JsHooks, id: u32);
    #[wasm_bindgen(method)]
    fn later(this: &JsHooks, action: JsValue);
    #[wasm_bindgen(method)]
    fn load(this: &JsHooks, address: &str, done: JsValue);
    #[wasm_bindgen(method)]
    fn read_file(this: &JsHooks, pack: &str, item: &str, file: &web_sys::File, done: JsValue);
    #[wasm_bindgen(method)]
    fn save_file(
        this: &JsHooks,
        pack: &str,
        item: &str,
        entries: &str,
        format: &str,
        name: &str,
        done: JsValue,
    );

    type IntlCollator;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = Collator)]
    fn with_locale(locale: &str) -> IntlCollator;
    #[wasm_bindgen(method)]
    fn compare(this: &IntlCollator, one: &str, other: &str) -> i32;

    type Date;
    #[wasm_bindgen(constructor)]
    fn new() -> Date;
    #[wasm_bindgen(constructor)]
    fn at(time_ms: f64) -> Date;
    #[wasm_bindgen(static_method_of = Date)]
    fn now() -> f64;
    #[wasm_bindgen(method, js_name = toLocaleString)]
    fn locale_string(this: &Date, language: &str) -> String;
    #[wasm_bindgen(method, js_name = getFullYear)]
    fn full_year(this: &Date) -> i16;
    #[wasm_bindgen(method, js_name = getMonth)]
    fn month(this: &Date) -> i8;
    #[wasm_bindgen(method, js_name = getDate)]
    fn day(this: &Date) -> i8;
}

/// The class behind an element, and the element in the page.
#[derive(Clone)]
pub(crate) struct Hooks {
    pub(super) host: web_sys::Element,
    pub(super) js: JsHooks,
}

// Hooks never change during the life of a component.
impl PartialEq for Hooks {
    fn eq(&self, other: &Self) -> bool {
        self.host == other.host
    }
}

impl Hooks {
    /// Dispatches an event with a JSON detail, as soon as the element can be asked for what is in it.
    pub fn emit(&self, name: &str, detail: &str) {
        self.js.emit(name, detail);
    }

    /// Dispatches an event with a JSON detail at once; false: the page has cancelled it.
    pub fn ask(&self, name: &str, detail: &str) -> bool {
        self.js.ask(name, detail)
    }

    /// Dispatches the native `change`.
    pub fn changed(&self) {
        self.js.changed();
    }

    /// What the form around the element posts; `None`: nothing.
    pub fn form_value(&self, value: Option<&str>) {
        self.js.form_value(value);
    }

    /// Takes what is drawn out of the page while much of it is drawn anew; it is back before anybody else has his turn.
    pub fn offstage(&self) {
        self.js.offstage();
    }

    /// What is drawn is in the page from here on, to be measured and to take the focus.
    pub fn onstage(&self) {
        self.js.onstage();
    }

    /// An empty message means valid.
    pub fn validity(&self, message: &str) {
        self.js.validity(message);
    }

    /// Whether the element posts in place of the field inside it.
    pub fn take_over(&self, taken: bool) {
        self.js.take_over(taken);
    }

    /// What stands in the form that a server has drawn inside the element, as pairs of names and texts.
    pub fn drawn(&self) -> Option<String> {
        self.js.drawn()
    }

    /// What stands in the field of the host that `for` names.
    pub fn bound_value(&self) -> Option<String> {
        self.js.bound_value()
    }

    /// Writes the entry into that field.
    pub fn write_field(&self, value: &str) {
        self.js.write_field(value);
    }

    /// Whether leaving the page would lose something.
    pub fn guard(&self, is_on: bool) {
        self.js.guard(is_on);
    }

    /// The draft with this key; drafts that have been kept for long enough are removed first.
    pub fn read_draft(&self, key: &str) -> Option<String> {
        self.js.read_draft(key)
    }

    /// Keeps a draft, or removes it. False when the browser refuses.
    pub fn write_draft(&self, key: &str, text: Option<&str>) -> bool {
        self.js.write_draft(key, text)
    }

    /// Asks for the property `draft` after a pause, or when the page is left, and keeps it.
    pub fn save_soon(&self) {
        self.js.save_soon();
    }

    /// Tells the editor in a slot its value and what is wrong with it.
    pub fn give_slotted(&self, key: &str, json: &str, label: &str, issues: &str, invalid: bool) {
        self.js.give_slotted(key, json, label, issues, invalid);
    }

    /// Moves to the editor in a slot.
    pub fn focus_slotted(&self, key: &str) {
        self.js.focus_slotted(key);
    }

    /// Offers the chosen file to the page; its name, or `None` when there is none.
    pub fn upload(&self, id: u32, path: &str, input: &web_sys::HtmlInputElement) -> Option<String> {
        self.js.upload(id, path, input)
    }

    /// Offers a file again.
    pub fn upload_again(&self, id: u32) {
        self.js.upload_again(id);
    }

    /// Lets go of a file.
    pub fn forget_upload(&self, id: u32) {
        self.js.forget_upload(id);
    }

    /// Does something when the browser has nothing better to do, and soon in any case.
    pub fn later(&self, action: impl FnOnce() + 'static) {
        self.js.later(Closure::once_into_js(action));
    }

    /// Fetches a text. `done` is given the status and the text, or 0 and the reason why there is no answer.
    pub fn load(&self, address: &str, done: impl FnOnce(u16, String) + 'static) {
        self.js.load(address, Closure::once_into_js(done));
    }

    /// Reads a spreadsheet of entries. `done` is told what stands in it as JSON, or why it cannot be read.
    pub fn read_file(&self, item: &str, file: &web_sys::File, done: impl FnOnce(bool, String) + 'static) {
        self.js.read_file(&self.pack(), item, file, Closure::once_into_js(done));
    }

    /// Writes entries, a JSON array, into a file. `done` is told why that failed, if it did.
    pub fn save_file(
        &self,
        item: &str,
        entries: &str,
        (format, name): (&str, &str),
        done: impl FnOnce(bool, String) + 'static,
    ) {
        self.js.save_file(&self.pack(), item, entries, format, name, Closure::once_into_js(done));
    }

    fn pack(&self) -> String {
        self.host.get_attribute("pack").unwrap_or_default()
    }

    /// The element in the page.
    pub fn host(&self) -> &web_sys::Element {
        &self.host
    }
}

/// An attribute of the element, unless it is missing or empty.
pub(crate) fn attribute(host: &web_sys::Element, name: &str) -> Option<AttrValue> {
    host.get_attribute(name).filter(|value| !value.is_empty()).map(AttrValue::from)
}

/// The language around the element.
pub(crate) fn language(host: &web_sys::Element) -> gongkai_core::text::Lang {
    let tag = host.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    gongkai_core::text::Lang::from_tag(tag.as_deref().unwrap_or("zh-CN"))
}

/// Today by the clock of the browser.
pub(crate) fn today() -> jiff::civil::Date {
    let now = Date::new();
    jiff::civil::Date::new(now.full_year(), now.month() + 1, now.day())
        .unwrap_or(jiff::civil::Date::constant(1970, 1, 1))
}

/// Milliseconds since 1970 by the clock of the browser.
pub(crate) fn now_ms() -> u64 {
    Date::now() as u64
}

/// A time in the words of a language and by the clock of the browser.
pub(crate) fn time_in_words(time_ms: u64, language: &str) -> String {
    Date::at(time_ms as f64).locale_string(language)
}

/// The order of texts in a language, with numbers in them compared by value.
pub(crate) struct Collator(IntlCollator);

impl Collator {
    /// The order that the browser has for a language.
    pub fn of(lang: gongkai_core::text::Lang) -> Self {
        Collator(IntlCollator::with_locale(match lang {
            gongkai_core::text::Lang::Zh => "zh-CN-u-kn",
            gongkai_core::text::Lang::En => "en-u-kn",
        }))
    }

    /// Which of two texts comes first.
    pub fn compare(&self, one: &str, other: &str) -> std::cmp::Ordering {
        self.0.compare(one, other).cmp(&0)
    }
}
