//! Putting a proposed value into a field of the page, so that the page notices.

use gongkai_core::privacy::{FieldKind, Finding, ScanContext, masked, scan};
use gongkai_core::text::{Lang, part_name};
use gongkai_core::{Issue, IssueCode, Kind};
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, HtmlOptionElement, Node};

use super::control::{Control, frame_body};
use super::entry::Written;
use super::fields::Bound;
use super::place::{Holds, Place};
use crate::boundary::{fire, set_native_value, type_over_selection};

/// Elements that end a line.
const BLOCKS: &str = "p,div,li,td,th,tr,h1,h2,h3,h4,h5,h6,blockquote,pre,section,article,body";

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// What a click can do about an issue.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Repair {
    /// Put this text into the field, or choose what has it for a name.
    Value(String),
    /// Mask what is personal; how it would look.
    Mask(Vec<String>),
}

/// Whether an issue speaks of personal data.
pub(super) fn is_privacy(issue: &Issue) -> bool {
    matches!(issue.code, IssueCode::PersonalDataExposed | IssueCode::PersonalDataLikely)
}

/// What a click can do about an issue at a field; `None` where the field would not keep it.
pub(super) fn offered(issue: &Issue, bound: &Bound) -> Option<Repair> {
    let element = bound.control.element();
    let is_locked = ["disabled", "readonly"].iter().any(|name| element.has_attribute(name));
    // An editor in front of a field would write its own text over what is put there.
    if issue.path != bound.place.pointer || is_locked || bound.control.is_hidden() {
        return None;
    }
    let repair = issue.repair.as_ref()?;
    match &bound.control {
        Control::Frame(_) | Control::Rich(_) => {
            let can_edit =
                !matches!(&bound.control, Control::Rich(element) if !element.is_content_editable());
            (can_edit && is_privacy(issue)).then(|| Repair::Mask(masks(bound))).filter(is_something)
        }
        Control::Line(input) if matches!(input.type_().as_str(), "file" | "hidden") => None,
        Control::Line(_) | Control::Area(_) if is_privacy(issue) => {
            Some(Repair::Mask(masks(bound))).filter(is_something)
        }
        Control::Own(_) => None,
        _ => text(repair).map(Repair::Value),
    }
}

fn is_something(repair: &Repair) -> bool {
    !matches!(repair, Repair::Mask(masks) if masks.is_empty())
}

fn masks(bound: &Bound) -> Vec<String> {
    match bound.control.written() {
        Some(Written::Text(text)) => {
            findings(&text, &bound.place).into_iter().map(|found| found.masked).collect()
        }
        _ => Vec::new(),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(lines) => {
            let lines: Option<Vec<&str>> = lines.iter().map(Value::as_str).collect();
            Some(lines?.join("\n"))
        }
        _ => None,
    }
}

/// Does what was offered.
pub(super) fn apply(repair: &Repair, bound: &Bound) {
    match (repair, &bound.control) {
        (Repair::Mask(_), Control::Rich(element)) => mask_in_place(element, &bound.place),
        (Repair::Mask(_), Control::Frame(frame)) => {
            if let Some(body) = frame_body(frame) {
                mask_in_place(&body, &bound.place);
            }
        }
        (Repair::Mask(_), Control::Line(_) | Control::Area(_)) => {
            // HTML keeps its markup: numbers have none inside.
            let element = bound.control.element();
            let typed = crate::boundary::own_value(element).unwrap_or_default();
            fill(element, &masked(&typed, &findings(&typed, &bound.place)));
        }
        (Repair::Value(text), Control::Select(select)) => {
            let options = select.options();
            let options = (0..options.length())
                .filter_map(|index| options.item(index)?.dyn_into::<HtmlOptionElement>().ok());
            let meant =
                options.filter(|option| option.value() == *text || option.text().trim() == text).next();
            if let Some(meant) = meant {
                fill(select, &meant.value());
            }
        }
        (Repair::Value(text), Control::Buttons(buttons)) => {
            // A click is what frameworks listen to.
            if let Some(button) = buttons.iter().find(|button| button.value() == *text) {
                button.click();
            }
        }
        (Repair::Value(text), control) => fill(control.element(), text),
        _ => {}
    }
}

fn fill(element: &HtmlElement, value: &str) {
    set_native_value(element, value);
    fire(element, "input");
    fire(element, "change");
}

fn findings(text: &str, place: &Place) -> Vec<Finding> {
    let context = ScanContext::new(part_name(&place.name, Lang::Zh));
    let is_phone = matches!(place.holds, Holds::Kind(Kind::Phone));
    scan(text, &if is_phone { context.with_field(FieldKind::Phone) } else { context })
}

/// The texts of an edited element with the place of each in the whole.
struct Texts {
    whole: String,
    nodes: Vec<(usize, Node)>,
}

impl Texts {
    fn of(element: &Element, document: &Document) -> Self {
        let mut texts = Texts { whole: String::new(), nodes: Vec::new() };
        let Ok(walker) = document.create_tree_walker_with_what_to_show(element, SHOW_TEXT) else {
            return texts;
        };
        let block =
            |node: &Node| node.parent_element().and_then(|parent| parent.closest(BLOCKS).ok().flatten());
        let mut last = None;
        while let Ok(Some(node)) = walker.next_node() {
            let here = block(&node);
            if last.is_some() && last != Some(here.clone()) {
                texts.whole.push('\n');
            }
            last = Some(here);
            texts.nodes.push((texts.whole.len(), node.clone()));
            // Spaces that do not break have another length in bytes than those that do; the scan knows both.
            texts.whole.push_str(&node.node_value().unwrap_or_default());
        }
        texts
    }

    /// The node that holds a byte of the whole, and where in it, counted as browsers do.
    fn place(&self, byte: usize, is_end: bool) -> Option<(&Node, u32)> {
        let number =
            self.nodes.partition_point(|(start, _)| if is_end { *start < byte } else { *start <= byte });
        let (start, node) = self.nodes.get(number.checked_sub(1)?)?;
        let before = self.whole.get(*start..byte)?;
        Some((node, u32::try_from(before.encode_utf16().count()).ok()?))
    }
}

/// Masks inside the text of an edited element; its markup stays.
fn mask_in_place(element: &HtmlElement, place: &Place) {
    let Some(document) = element.owner_document() else {
        return;
    };
    let texts = Texts::of(element, &document);
    let _ = element.focus();
    // From the end, so that what stands before keeps its place.
    for found in findings(&texts.whole, place).iter().rev() {
        // A range that cannot be made means that the page has changed meanwhile.
        let Some(range) = document.create_range().ok() else { return };
        let (Some(start), Some(end)) = (texts.place(found.start, false), texts.place(found.end, true)) else {
            continue;
        };
        if range.set_start(start.0, start.1).is_err() || range.set_end(end.0, end.1).is_err() {
            continue;
        }
        if let Ok(Some(selection)) = document.get_selection() {
            let _ = selection.remove_all_ranges();
            let _ = selection.add_range(&range);
        }
        if !type_over_selection(&document, &found.masked) {
            let _ = range.delete_contents();
            let _ = range.insert_node(&document.create_text_node(&found.masked));
            fire(element, "input");
        }
    }
}
