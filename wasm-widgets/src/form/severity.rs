//! How an issue is marked: by the shape of a sign and by a word, so that nobody needs to see colours.

use gongkai_core::Severity;
use gongkai_core::text::Lang;
use yew::prelude::Html;

use super::nodes::{element, said, with};
use crate::text;

/// Signs as paths in a square of 20.
pub(super) const DONE: &str =
    "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.3 4.2 10l1.4-1.4 2.9 2.9 5.9-5.9L15.8 7z";
const OCTAGON: &str = "M6 1h8l5 5v8l-5 5H6l-5-5V6zM9 4.5v7h2v-7zM9 13.5v2h2v-2z";
const TRIANGLE: &str = "M10 1 19.7 18.5H.3zM9 7v5.5h2V7zM9 14v2h2v-2z";
const CIRCLE: &str = "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 4.5v2h2v-2zM9 8.5v7h2v-7z";

/// The class of an issue in the style sheet.
pub(crate) fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    }
}

/// The sign and the word before an issue.
pub(crate) fn mark(severity: Severity, lang: Lang) -> Html {
    let (path, word) = match severity {
        Severity::Error => (OCTAGON, text::error_prefix(lang)),
        Severity::Warning => (TRIANGLE, text::warning_prefix(lang)),
        Severity::Advice => (CIRCLE, text::advice_prefix(lang)),
    };
    element("span", "mark", vec![sign(path), said("span", "", word)])
}

/// A sign; the word beside it says the same.
pub(super) fn sign(path: &str) -> Html {
    let shape = with("path", "", &[("fill-rule", "evenodd"), ("d", path)], Vec::new());
    with("svg", "sign", &[("viewBox", "0 0 20 20"), ("aria-hidden", "true")], vec![shape])
}
