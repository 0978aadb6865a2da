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
    /// Methods: what the page can tell the element to do.
    pub methods: &'static [Named],
    /// Events, all bubbling and composed.
    pub events: &'static [Named],
    /// Slots.
    pub slots: &'static [Named],
    /// Parts, for `::part()`.
    pub parts: &'static [Named],
    /// Custom properties.
    pub custom_properties: &'static [Named],
}
