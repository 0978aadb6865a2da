//! The browser module behind `<gongkai-table>`.

use gongkai_widgets::module::{Handle, JsHooks};
use gongkai_widgets::table;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws an element into `root` and keeps it up to date until it is destroyed.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    table::mount(root, host, js)
}

/// The style sheet of the element.
#[wasm_bindgen]
pub fn style() -> String {
    table::STYLE.to_owned()
}
