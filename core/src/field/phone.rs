//! One or more telephone numbers.

use serde_json::{Value, json};

use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{personal_data_likely, phone_invalid, type_mismatch};

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    if let Some(text) = type_mismatch::string(value, path, judge) {
        phone_invalid::check(text, path, judge);
        personal_data_likely::check_phones(text, path, judge);
    }
}

pub(super) fn schema() -> Value {
    json!({ "type": "string", "pattern": phone_invalid::PATTERN })
}
