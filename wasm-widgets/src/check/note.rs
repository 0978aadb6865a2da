//! A message beside a field of the page: an element with a shadow root of its own, so that no style of the page reaches it.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement, ShadowRoot};

use super::control::Control;
use super::fields::Bound;
use crate::boundary::shadow_like;

/// The tag is no custom element: the name alone keeps the page's styles for other tags away.
pub(super) const TAG: &str = "gongkai-note";
const DESCRIBED_BY: &str = "aria-describedby";
const THEME: &str = "theme";
const INVALID: &str = "aria-invalid";

/// The messages of one field.
pub(super) struct Note {
    pub pointer: String,
    /// Where the messages are drawn.
    pub root: Element,
    host: HtmlElement,
    /// The elements that refer to the note, and what stood in `aria-invalid` before.
    fields: Vec<(HtmlElement, Option<String>)>,
}

impl Note {
    /// Puts an empty note beside a field; `None` when the field is not in the page any more.
    pub fn beside(bound: &Bound, id: &str, lang: &str, model: &ShadowRoot) -> Option<Self> {
        let document = bound.marked.owner_document()?;
        let host: HtmlElement = document.create_element(TAG).ok()?.dyn_into().ok()?;
        let shadow = shadow_like(&host, model)?;
        let root = document.create_element("div").ok()?;
        shadow.append_child(&root).ok()?;
        // A page that patches its own elements must not break the field; a note without an id is read all the same.
        let _ = host.set_attribute("id", id);
        let _ = host.set_attribute("lang", lang);
        if let Some(theme) = model.host().get_attribute(THEME) {
            let _ = host.set_attribute(THEME, &theme);
        }
        place(&host, bound)?;
        Some(Note { pointer: bound.place.pointer.clone(), root, host, fields: Vec::new() })
    }

    /// Whether it still stands in the page.
    pub fn is_there(&self) -> bool {
        self.host.is_connected()
    }

    /// Ties the field to the note for those who hear the page.
    pub fn describe(&mut self, control: &Control, is_wrong: bool) {
        let id = self.host.id();
        for element in control.elements() {
            if !self.fields.iter().any(|(known, _)| known == element) {
                let others = element.get_attribute(DESCRIBED_BY).unwrap_or_default();
                let _ = element.set_attribute(DESCRIBED_BY, format!("{others} {id}").trim());
                self.fields.push((element.clone(), element.get_attribute(INVALID)));
            }
            if is_wrong && takes_invalid(control) {
                let _ = element.set_attribute(INVALID, "true");
            } else if let Some((_, before)) = self.fields.iter().find(|(known, _)| known == element) {
                restore(element, before.as_deref());
            }
        }
    }

    /// Moves to the note, where the field itself takes no focus.
    pub fn focus(&self) {
        let _ = self.host.set_attribute("tabindex", "-1");
        let _ = self.host.focus();
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        let id = self.host.id();
        for (element, invalid) in &self.fields {
            let others = element.get_attribute(DESCRIBED_BY).unwrap_or_default();
            let others: Vec<&str> = others.split_ascii_whitespace().filter(|other| *other != id).collect();
            let _ = if others.is_empty() {
                element.remove_attribute(DESCRIBED_BY)
            } else {
                element.set_attribute(DESCRIBED_BY, &others.join(" "))
            };
            restore(element, invalid.as_deref());
        }
        self.host.remove();
    }
}

fn restore(element: &HtmlElement, before: Option<&str>) {
    let _ = match before {
        Some(before) => element.set_attribute(INVALID, before),
        None => element.remove_attribute(INVALID),
    };
}

/// Radio buttons are right or wrong together, frames and plain elements never.
fn takes_invalid(control: &Control) -> bool {
    match control {
        Control::Buttons(buttons) => {
            buttons.iter().all(|button: &HtmlInputElement| button.type_() == "checkbox")
        }
        Control::Frame(_) => false,
        Control::Rich(element) => element.has_attribute("contenteditable") && element.has_attribute("role"),
        _ => true,
    }
}

/// Puts the note where it breaks nothing: not into a label, whose text is the name of its field, not into a row of
/// boxes side by side, and not where nobody would see it.
fn place(host: &HtmlElement, bound: &Bound) -> Option<()> {
    let elements = bound.control.elements();
    let last: &HtmlElement = elements.last()?;
    if *last != bound.marked && bound.marked.contains(Some(last)) {
        return bound.marked.append_child(host).ok().map(drop);
    }
    let mut anchor: Element = last.closest("label").ok().flatten().unwrap_or_else(|| last.clone().into());
    while let Some(parent) = anchor.parent_element() {
        let is_outer =
            parent.has_type::<HtmlFormElement>() || matches!(parent.local_name().as_str(), "td" | "body");
        if is_outer || !(is_row(&parent) || parent.get_client_rects().length() == 0) {
            break;
        }
        anchor = parent;
    }
    anchor.insert_adjacent_element("afterend", host).ok().flatten().map(drop)
}

/// Whether the children of an element stand side by side.
fn is_row(element: &Element) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let Some(style) = style else {
        return false;
    };
    let is = |name: &str, end: &str| style.get_property_value(name).is_ok_and(|value| value.ends_with(end));
    is("display", "flex") && is("flex-direction", "row")
}
