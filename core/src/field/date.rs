//! A day.

use serde_json::{Value, json};

use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{date_invalid, type_mismatch};

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    if let Some(text) = type_mismatch::string(value, path, judge) {
        date_invalid::check(text, path, judge);
    }
}

pub(super) fn schema() -> Value {
    json!({ "type": "string", "format": "date", "pattern": crate::date::PATTERN })
}
