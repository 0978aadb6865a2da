//! An address on the web.

use serde_json::{Value, json};

use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{type_mismatch, url_invalid};

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    if let Some(text) = type_mismatch::string(value, path, judge) {
        url_invalid::check(text, path, judge);
    }
}

pub(super) fn schema() -> Value {
    json!({
        "type": "string",
        "pattern": url_invalid::pattern(),
        "maxLength": url_invalid::MAX_LENGTH_CHARS,
    })
}
