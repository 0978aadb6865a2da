//! Which fields of the page stand for which places of the entry.

use gongkai_core::Field;
use gongkai_core::report::is_at_or_below;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Document, DocumentFragment, Element, HtmlElement, HtmlFormElement, HtmlInputElement, Node, NodeList,
};

use super::control::Control;
use super::entry::Written;
use super::place::Place;

/// Binds a field to an element by its key, or to another place by its JSON Pointer.
pub(super) const ELEMENT: &str = "data-gongkai-element";
/// What can stand inside a marked element: editors first, since they write into the field beside them.
const INNER: [&str; 2] = ["iframe,[contenteditable]", "input,textarea,select"];

/// A field of the page and its place in the entry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bound {
    pub place: Place,
    pub control: Control,
    /// The element that was marked: the field itself, or something around it.
    pub marked: HtmlElement,
}

/// What the page offers.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Fields {
    /// In the order of the page.
    pub bound: Vec<Bound>,
    /// Names that no entry of the item has, and selectors that find nothing that can be read.
    pub unknown: Vec<String>,
}

/// Where to look.
pub(super) struct Scope {
    /// The document or shadow root that the element stands in.
    pub root: Node,
    pub form: Option<HtmlFormElement>,
}

impl Scope {
    /// Around an element: the form that it names, or the one that it stands in.
    pub fn around(host: &Element, form_id: Option<&str>) -> Self {
        let root = host.get_root_node();
        let form = match form_id {
            Some(id) => {
                query(&root, &format!("form[id=\"{}\"]", id.replace(['\\', '"'], ""))).into_iter().next()
            }
            None => host.closest("form").ok().flatten(),
        };
        Scope { root, form: form.and_then(|form| form.dyn_into().ok()) }
    }

    fn holds(&self, element: &Element) -> bool {
        let Some(form) = &self.form else {
            return true;
        };
        let named = element.get_attribute("form").filter(|id| *id == form.id()).is_some();
        named || form.contains(Some(element))
    }

    /// The fields that are bound by attributes or by the mapping from names to selectors.
    pub fn fields(&self, elements: &[Field], mapping: &[(String, String)]) -> Fields {
        let mut fields = Fields::default();
        for (name, selector) in mapping {
            let found: Vec<Element> =
                query(&self.root, selector).into_iter().filter(|found| self.holds(found)).collect();
            for element in &found {
                self.bind(name, element, elements, &mut fields);
            }
        }
        for element in query(&self.root, &format!("[{ELEMENT}]")) {
            let name = element.get_attribute(ELEMENT).unwrap_or_default();
            // What the mapping says of an element outweighs its attribute.
            let is_mapped = fields.bound.iter().any(|bound| *bound.marked == element);
            if self.holds(&element) && !is_mapped {
                self.bind(&name, &element, elements, &mut fields);
            }
        }
        fields.bound.sort_by(|one, other| {
            let place = one.control.element().compare_document_position(other.control.element());
            (place & Node::DOCUMENT_POSITION_PRECEDING).cmp(&(place & Node::DOCUMENT_POSITION_FOLLOWING))
        });
        fields
    }

    fn bind(&self, name: &str, element: &Element, elements: &[Field], fields: &mut Fields) {
        let (Some(place), Some(marked)) =
            (Place::named(name, elements), element.dyn_ref::<HtmlElement>().cloned())
        else {
            fields.unknown.push(name.to_owned());
            return;
        };
        let Some(control) = self.control(element).filter(|control| control.written().is_some()) else {
            fields.unknown.push(name.to_owned());
            return;
        };
        let same = fields.bound.iter_mut().find(|bound| bound.place.pointer == place.pointer);
        match (same, control) {
            (None, control) => fields.bound.push(Bound { place, control, marked }),
            // Radio buttons can be marked one by one.
            (Some(Bound { control: Control::Buttons(known), .. }), Control::Buttons(more)) => {
                known.extend(more.into_iter().filter(|button| !known.contains(button)).collect::<Vec<_>>());
            }
            _ => {}
        }
    }

    /// The control that a marked element is or holds.
    fn control(&self, element: &Element) -> Option<Control> {
        let own = Control::of(element);
        let inside = || {
            let mut found = INNER.iter().flat_map(|selector| query(element, selector));
            found.find_map(|inner| Control::of(&inner))
        };
        let control = own.or_else(inside);
        match control {
            Some(Control::Buttons(buttons)) => Some(Control::Buttons(self.group(&buttons[0]))),
            None => element.dyn_ref::<HtmlElement>().cloned().map(Control::Rich),
            other => other,
        }
    }

    /// The buttons that belong together by their name.
    fn group(&self, button: &HtmlInputElement) -> Vec<HtmlInputElement> {
        let (name, kind) = (button.name(), button.type_());
        if name.is_empty() {
            return vec![button.clone()];
        }
        let inputs = query(&self.root, "input").into_iter().filter(|input| self.holds(input));
        let inputs = inputs.filter_map(|input| input.dyn_into::<HtmlInputElement>().ok());
        inputs.filter(|input| input.name() == name && input.type_() == kind).collect()
    }
}

/// Where an issue is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// At this field.
    Field(usize),
    /// Nowhere but in the summary, although the page has fields for it.
    Page,
    /// The page has no field that could mend it.
    Nowhere,
}

impl Fields {
    /// Where an issue at a place of the entry is shown.
    pub fn home(&self, path: &str) -> Home {
        let pointers = || self.bound.iter().map(|bound| bound.place.pointer.as_str()).enumerate();
        let around = pointers().filter(|(_, pointer)| is_at_or_below(path, pointer));
        let nearest = around.max_by_key(|(_, pointer)| pointer.len());
        let below = || pointers().find(|(_, pointer)| is_at_or_below(pointer, path));
        match nearest.or_else(below) {
            // The entry as a whole is no field's own.
            Some(_) if matches!(path, "" | "/elements") => Home::Page,
            Some((number, _)) => Home::Field(number),
            None => Home::Nowhere,
        }
    }

    /// The field that a node belongs to.
    pub fn of_node(&self, node: &Node) -> Option<&Bound> {
        self.bound.iter().find(|bound| {
            bound.control.elements().iter().any(|element| element.contains(Some(node)))
                || bound.marked.contains(Some(node))
        })
    }

    /// What stands in all of them.
    pub fn written(&self) -> Vec<(&Place, Written)> {
        self.bound.iter().filter_map(|bound| Some((&bound.place, bound.control.written()?))).collect()
    }
}

/// All elements that match; none where the selector is wrong.
pub(super) fn query(root: &Node, selector: &str) -> Vec<Element> {
    let found = if let Some(document) = root.dyn_ref::<Document>() {
        document.query_selector_all(selector)
    } else if let Some(element) = root.dyn_ref::<Element>() {
        element.query_selector_all(selector)
    } else {
        root.unchecked_ref::<DocumentFragment>().query_selector_all(selector)
    };
    let list =
        |found: NodeList| (0..found.length()).filter_map(move |index| found.item(index)?.dyn_into().ok());
    found.map(|found| list(found).collect()).unwrap_or_default()
}
