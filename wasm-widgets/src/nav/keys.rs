//! What keys do: arrows between the box and what is found, and within a tree.

use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::boundary::{around, elements};

/// What arrows come to in a list.
const RESULTS: &str = "a[part]";
const TREE_ITEM: &str = "[role=treeitem]";

/// Moves with the arrows from the box into what is found, between the links there, and back into the box.
pub(super) fn move_in_results(host: &Element, event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let links = elements(host, &[TREE_ITEM, ",", RESULTS].concat());
    let place = around(event, RESULTS).and_then(|link| links.iter().position(|other| *other == link));
    let goal = match (place, step) {
        (None, 1) if around(event, "#filter").is_some() => links.first().cloned(),
        (Some(0), -1) => elements(host, "#filter").pop(),
        (Some(place), _) => links.get(place.wrapping_add_signed(step)).cloned(),
        _ => return,
    };
    if let Some(goal) = goal {
        event.prevent_default();
        let _ = goal.focus();
    }
}

/// What a key means to a tree besides moving the focus.
pub(super) enum TreeStep {
    Toggle(String),
}

/// Moves within a tree; what has to be opened or closed is handed back.
pub(super) fn move_in_tree(host: &Element, event: &KeyboardEvent) -> Option<TreeStep> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let here = around(event, TREE_ITEM)?;
    let all = elements(host, TREE_ITEM);
    let place = all.iter().position(|item| *item == here)?;
    let expanded = here.get_attribute("aria-expanded");
    let toggle = || here.get_attribute("data-key").map(TreeStep::Toggle);
    let mut step = None;
    let goal: Option<HtmlElement> = match (event.key().as_str(), expanded.as_deref()) {
        ("ArrowDown", _) => all.get(place + 1).cloned(),
        ("ArrowUp", _) if place == 0 => elements(host, "#filter").pop(),
        ("ArrowUp", _) => all.get(place - 1).cloned(),
        ("Home", _) => all.first().cloned(),
        ("End", _) => all.last().cloned(),
        ("ArrowRight", Some("true")) => all.get(place + 1).cloned(),
        ("ArrowRight", Some(_)) | ("ArrowLeft", Some("true")) | ("Enter" | " ", Some(_)) => {
            step = toggle();
            None
        }
        ("ArrowLeft", _) => parent(&here),
        ("ArrowRight", None) => None,
        (key, _) => {
            let key = single(key)?;
            let after = all.iter().cycle().skip(place + 1).take(all.len());
            after.into_iter().find(|item| begins_with(item, &key)).cloned()
        }
    };
    event.prevent_default();
    if let Some(goal) = goal {
        let _ = goal.focus();
    }
    step
}

/// The item that another one hangs from.
fn parent(item: &HtmlElement) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast as _;
    item.closest("[role=group]").ok()??.previous_element_sibling()?.dyn_into().ok()
}

/// A key that is a character.
fn single(key: &str) -> Option<String> {
    let mut chars = key.chars();
    (chars.next().is_some_and(char::is_alphanumeric) && chars.next().is_none()).then(|| key.to_lowercase())
}

/// Whether the name of an item begins with a character, or its reading with a letter.
fn begins_with(item: &HtmlElement, key: &str) -> bool {
    item.get_attribute("data-letter").is_some_and(|letter| letter == key)
        || item.text_content().is_some_and(|text| text.to_lowercase().starts_with(key))
}
