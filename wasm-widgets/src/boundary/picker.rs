//! The browser's own date picker.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = HtmlInputElement)]
    type Picker;
    #[wasm_bindgen(method, catch, js_name = showPicker)]
    fn show_picker(this: &Picker) -> Result<(), JsValue>;
}

/// Opens the picker at a button, with a day that it begins with, or none.
///
/// It hangs on a native control behind the button that is not seen. One is made when it is asked for: browsers put some
/// thirty nodes into each, so that those of a long form would cost as much as all its other fields.
pub(crate) fn pick_day(button: &Element, day: &str, on_pick: impl Fn(String) + 'static) {
    if let Some(last) = button.next_element_sibling() {
        last.remove();
    }
    // Old browsers have no picker to open; typing works all the same.
    let _ = native(button, day, on_pick).and_then(|control| control.show_picker());
}

fn native(button: &Element, day: &str, on_pick: impl Fn(String) + 'static) -> Result<Picker, JsValue> {
    let document = button.owner_document().ok_or(JsValue::NULL)?;
    let control: Picker = document.create_element("input")?.unchecked_into();
    for (name, value) in
        [("type", "date"), ("class", "native"), ("tabindex", "-1"), ("aria-hidden", "true"), ("value", day)]
    {
        control.set_attribute(name, value)?;
    }
    // It asks the event for the control: who held it would keep it for good.
    let picked = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(control) = event.target() {
            on_pick(control.unchecked_into::<HtmlInputElement>().value());
        }
    });
    control.set_onchange(Some(picked.into_js_value().unchecked_ref()));
    button.after_with_node_1(&control)?;
    // Laid out now, so that there is a place to open it at.
    control.get_bounding_client_rect();
    Ok(control)
}
