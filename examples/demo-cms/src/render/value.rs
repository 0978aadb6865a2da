//! A value of an entry in the page.

use askama::Template;
use askama::filters::HtmlSafe;
use gongkai_core::reading::ShownValue;

/// Draws a value in the markup of this site.
#[derive(Debug, Template)]
#[template(path = "parts/value.html")]
pub(crate) struct Drawn<'v> {
    value: &'v ShownValue,
}

// The template escapes what it is made of.
impl HtmlSafe for Drawn<'_> {}

/// The value for a template.
pub(crate) fn drawn(value: &ShownValue) -> Drawn<'_> {
    Drawn { value }
}
