//! Elements that only show something, made by plain calls: the macro for markup writes out each node anew, which is many times the code.

use yew::AttrValue;
use yew::prelude::Html;
use yew::virtual_dom::{VTag, VText};

/// An element with a class, blank for none, and what stands in it.
pub(super) fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    with(tag, class, &[], children)
}

/// The same with attributes.
pub(super) fn with(
    tag: &'static str,
    class: &'static str,
    attributes: &[(&'static str, &str)],
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    for (name, value) in attributes {
        element.add_attribute(name, AttrValue::from((*value).to_owned()));
    }
    element.add_children(children);
    element.into()
}

/// A text.
pub(super) fn text(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

/// An element with a text in it.
pub(super) fn said(tag: &'static str, class: &'static str, words: &str) -> Html {
    element(tag, class, vec![text(words)])
}
