//! The browser module behind `<gongkai-form>`.

use gongkai_widgets::form;
use gongkai_widgets::module::{Handle, JsHooks};
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws an element into `root` and keeps it up to date until it is destroyed.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    form::mount(root, host, js)
}

/// The style sheet of the element.
#[wasm_bindgen]
pub fn style() -> String {
    form::STYLE.to_owned()
}
