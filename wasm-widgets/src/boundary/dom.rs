//! Elements in the shadow root: finding them and moving the focus.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// A text as part of an address.
    #[wasm_bindgen(js_name = encodeURIComponent)]
    pub(crate) fn encoded(text: &str) -> String;
}

/// The elements in the shadow root of a host that a selector takes, in their order.
pub(crate) fn elements(host: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = host.shadow_root().and_then(|root| root.query_selector_all(selector).ok());
    let nodes = found.iter().flat_map(|found| (0..found.length()).filter_map(|place| found.get(place)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The element around the target of an event that a selector takes.
pub(crate) fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??.dyn_into().ok()
}
