//! `line-break-unexpected`: a line break in a text of one line.
//!
//! ## What it checks
//! A one-line text holds neither line feed nor carriage return.
//!
//! ## Why
//! Names and numbers pasted out of a table bring line ends along, and searches then miss them.
//!
//! ## Example
//! `武陵区\n第一小学` as a name: `line-break-unexpected`, repair `武陵区第一小学`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::LineBreakUnexpected).says(
    "不能换行",
    "line breaks are not possible here",
);

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if has_break(text) {
        let joined = text.replace(['\n', '\r'], "");
        judge.find_with_repair(&RULE, path, Params::default(), Some(json!(joined)));
    }
}

pub(crate) fn has_break(text: &str) -> bool {
    // Most texts are too short for a searcher to pay off; a few bytes at once cost next to nothing.
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let (chunks, rest) = text.as_bytes().as_chunks::<16>();
    chunks.iter().any(|chunk| chunk.iter().fold(false, |found, byte| found | is_break(byte)))
        || rest.iter().any(is_break)
}
