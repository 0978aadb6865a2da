//! The kinds of fields that pages have: how each is read, and whether a person can see it.

use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, HtmlElement, HtmlIFrameElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

use super::entry::{Choice, Written};
use super::html;
use crate::boundary::own_value;

/// A field of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Control {
    Line(HtmlInputElement),
    Area(HtmlTextAreaElement),
    Select(HtmlSelectElement),
    /// Radio buttons, or checkboxes of one name.
    Buttons(Vec<HtmlInputElement>),
    /// An element that is edited in place, or that only shows something.
    Rich(HtmlElement),
    /// An editor in a frame.
    Frame(HtmlIFrameElement),
    /// An element of the host's own making with a value.
    Own(HtmlElement),
}

/// Marks a field whose value is HTML.
const HTML: &str = "data-gongkai-html";

impl Control {
    /// The control that an element is, if it is one.
    pub fn of(element: &Element) -> Option<Self> {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            return Some(match input.type_().as_str() {
                "radio" | "checkbox" => Control::Buttons(vec![input.clone()]),
                _ => Control::Line(input.clone()),
            });
        }
        if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            return Some(Control::Area(area.clone()));
        }
        if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
            return Some(Control::Select(select.clone()));
        }
        if let Some(frame) = element.dyn_ref::<HtmlIFrameElement>() {
            return Some(Control::Frame(frame.clone()));
        }
        let element = element.dyn_ref::<HtmlElement>()?;
        if element.local_name().contains('-') && own_value(element).is_some() {
            return Some(Control::Own(element.clone()));
        }
        element.has_attribute("contenteditable").then(|| Control::Rich(element.clone()))
    }

    /// What stands in it; `None` for a frame of another site.
    pub fn written(&self) -> Option<Written> {
        Some(match self {
            // What a browser calls the path of a file is none.
            Control::Line(input) if input.type_() == "file" => {
                Written::Text(input.value().rsplit(['\\', '/']).next().unwrap_or_default().to_owned())
            }
            Control::Line(input) => Written::Text(plain(input, input.value())),
            Control::Area(area) => Written::Text(plain(area, area.value())),
            Control::Select(select) => {
                let chosen = select.selected_options();
                let options = (0..chosen.length()).filter_map(|index| chosen.item(index));
                let choice = |option: Element| {
                    let option = option.dyn_ref::<HtmlOptionElement>()?;
                    Some(Choice { value: option.value(), label: option.text() })
                };
                Written::Chosen(options.filter_map(choice).collect())
            }
            Control::Buttons(buttons) => match buttons.as_slice() {
                [one] if one.type_() == "checkbox" => Written::Ticked(one.checked(), choice(one)),
                _ => Written::Chosen(buttons.iter().filter(|button| button.checked()).map(choice).collect()),
            },
            Control::Rich(element) => Written::Text(html::text(&element.inner_html())),
            Control::Frame(frame) => Written::Text(html::text(&frame_body(frame)?.inner_html())),
            Control::Own(element) => Written::Text(own_value(element).unwrap_or_default()),
        })
    }

    /// The element that stands for the field in the page.
    pub fn element(&self) -> &HtmlElement {
        match self {
            Control::Line(input) => input,
            Control::Area(area) => area,
            Control::Select(select) => select,
            Control::Buttons(buttons) => &buttons[0],
            Control::Rich(element) | Control::Own(element) => element,
            Control::Frame(frame) => frame,
        }
    }

    /// All elements of the field.
    pub fn elements(&self) -> Vec<&HtmlElement> {
        match self {
            Control::Buttons(buttons) => buttons.iter().map(|button| &**button).collect(),
            _ => vec![self.element()],
        }
    }

    /// Whether an editor stands in front of it, so that nobody sees the field itself and its value may be old.
    pub fn is_hidden(&self) -> bool {
        is_hidden(self.element())
    }

    /// Moves to the field; `false` when it takes no focus.
    pub fn focus(&self) -> bool {
        let target = match self {
            Control::Buttons(buttons) => {
                &**buttons.iter().find(|button| button.checked()).unwrap_or(&buttons[0])
            }
            Control::Frame(frame) => {
                if let Some(window) = frame.content_window() {
                    let _ = window.focus();
                }
                return frame_body(frame).is_some_and(|body| body.focus().is_ok());
            }
            _ => self.element(),
        };
        !self.is_hidden() && target.focus().is_ok()
    }
}

/// The body of a frame of this site.
pub(super) fn frame_body(frame: &HtmlIFrameElement) -> Option<HtmlElement> {
    // Its classes are those of another window, so that asking for the class would answer no.
    Some(frame.content_document()?.body()?.unchecked_into())
}

fn is_hidden(element: &HtmlElement) -> bool {
    element.get_client_rects().length() == 0
}

/// The text of a value: of HTML where the host says so, or where an editor stands in front of the field.
fn plain(field: &HtmlElement, value: String) -> String {
    let is_html = field.has_attribute(HTML) || (value.contains("</") && is_hidden(field));
    if is_html { html::text(&value) } else { value }
}

/// The value of a radio button or checkbox and the words beside it.
fn choice(button: &HtmlInputElement) -> Choice {
    let named = button.get_attribute("aria-label");
    let label = named.or_else(|| {
        let labels = button.labels()?;
        let words = (0..labels.length()).filter_map(|index| labels.item(index)?.text_content());
        Some(words.collect())
    });
    Choice { value: button.value(), label: label.unwrap_or_default() }
}
