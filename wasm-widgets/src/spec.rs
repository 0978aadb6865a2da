//! The contract of a custom element: what a page can set, hear, fill and style.

use serde::Serialize;

/// A name and what it is for.
pub type Named = (&'static str, &'static str);

/// What a custom element offers to the page that uses it.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ElementSpec {
    /// Tag name.
    pub tag: &'static str,
    /// Whether it takes part in the form around it.
    pub form_associated: bool,
    /// Attributes: plain values.
    pub attributes: &'static [Named],
    /// Properties: rich data.
    pub properties: &'static [Named],
    /// Events, all bubbling and composed.
    pub events: &'static [Named],
    /// Slots.
    pub slots: &'static [Named],
    /// Parts, for `::part()`.
    pub parts: &'static [Named],
    /// Custom properties.
    pub custom_properties: &'static [Named],
}

/// What the class behind an element needs to know.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClassSpec {
    tag: &'static str,
    form_associated: bool,
    attributes: Vec<&'static str>,
    properties: Vec<&'static str>,
}

impl ElementSpec {
    pub(crate) fn class(&self) -> ClassSpec {
        let names = |list: &[Named]| list.iter().map(|(name, _)| *name).collect();
        ClassSpec {
            tag: self.tag,
            form_associated: self.form_associated,
            attributes: names(self.attributes),
            properties: names(self.properties),
        }
    }
}
