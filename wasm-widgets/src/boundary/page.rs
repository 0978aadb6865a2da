//! What an element does to fields of the page that are not its own.

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventInit, EventTarget, MutationObserver, MutationObserverInit, Node, ShadowRoot,
};

#[wasm_bindgen]
extern "C" {
    type Object;
    #[wasm_bindgen(static_method_of = Object, js_name = getPrototypeOf)]
    fn get_prototype_of(object: &JsValue) -> JsValue;

    type Reflect;
    #[wasm_bindgen(static_method_of = Reflect, catch)]
    fn get(object: &JsValue, key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(static_method_of = Reflect, catch, js_name = set)]
    fn set_on(object: &JsValue, key: &str, value: &str, receiver: &JsValue) -> Result<bool, JsValue>;

    type Editable;
    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Editable, command: &str, shows_dialog: bool, value: &str)
    -> Result<bool, JsValue>;
}

/// Sets the value of a native control as typing does.
///
/// Frameworks put a setter of their own on the node to see what scripts set, and then take the event for theirs: the
/// setter of the class is used instead.
pub(crate) fn set_native_value(control: &Element, value: &str) {
    // A control that refuses stays as it is; whoever wrote reads it again.
    let _ = Reflect::set_on(&Object::get_prototype_of(control), "value", value, control);
}

/// The property `value` of an element of the host's own making, when it is a text.
pub(crate) fn own_value(element: &Element) -> Option<String> {
    Reflect::get(element, "value").ok()?.as_string()
}

/// Lets the browser type in place of the selection, so that editors and their undo lists notice; `false` when it cannot.
pub(crate) fn type_over_selection(document: &web_sys::Document, text: &str) -> bool {
    document.unchecked_ref::<Editable>().exec_command("insertText", false, text).unwrap_or(false)
}

/// Dispatches an event that bubbles.
pub(crate) fn fire(target: &EventTarget, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(event) = Event::new_with_event_init_dict(name, &init) {
        // Nothing to prevent: the answer means nothing.
        let _ = target.dispatch_event(&event);
    }
}

/// Opens a shadow root that looks like that of another element.
pub(crate) fn shadow_like(element: &Element, model: &ShadowRoot) -> Option<ShadowRoot> {
    let init = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open);
    let root = element.attach_shadow(&init).ok()?;
    root.set_adopted_style_sheets(&model.adopted_style_sheets());
    Some(root)
}

/// Watches which elements and names of fields there are, until it is dropped.
pub(crate) struct Watch {
    observer: MutationObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Watch {
    /// Calls back after each change; `None` where the browser refuses.
    pub fn new(root: &Node, attributes: &[&str], callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let init = MutationObserverInit::new();
        init.set_child_list(true);
        init.set_subtree(true);
        let names: Vec<JsValue> = attributes.iter().map(|name| JsValue::from_str(name)).collect();
        init.set_attribute_filter(&JsValue::from(names));
        observer.observe_with_options(root, &init).ok()?;
        Some(Watch { observer, _callback: callback })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
