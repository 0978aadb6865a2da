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
    /// What it is for, in one sentence.
    pub about: &'static str,
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
    /// TypeScript types: of properties, of methods, of the details of events. What is not named is a string, a method
    /// without arguments or an event without a detail.
    pub types: &'static [Named],
}

/// The custom properties that all elements share, see `base.css`.
pub(crate) const TOKENS: &[Named] = &[
    ("--gongkai-color-main", "Main colour. Defaults to #1f4e8c."),
    ("--gongkai-color-text", "Text. Defaults to #1a1d21."),
    ("--gongkai-color-muted", "Help texts. Defaults to #565d66."),
    ("--gongkai-color-line", "Borders of controls. Defaults to #767d87."),
    ("--gongkai-color-soft", "Soft ground. Defaults to #f3f6fa."),
    ("--gongkai-color-ground", "Ground of controls. Defaults to #fff."),
    ("--gongkai-color-error", "Errors. Defaults to #b3261e."),
    ("--gongkai-color-warning", "Warnings. Defaults to #7a4d00."),
    (
        "--gongkai-color-page",
        "Ground of the element. Defaults to transparent, in the themes to #12161b (dark) and #fff (contrast); the other colours have defaults of their own there too.",
    ),
    ("--gongkai-color-focus", "Halo of the focus. Defaults to #ffbf47."),
    ("--gongkai-font", "Font family. Defaults to the one that the system has for Chinese."),
    (
        "--gongkai-font-size",
        "Font size. Defaults to medium, the size that the reader has set, whatever the page makes of `rem`; all distances follow.",
    ),
    ("--gongkai-radius", "Radius of corners. Defaults to 4px."),
    ("--gongkai-gap", "Distance between fields. Defaults to 1.25em."),
];
