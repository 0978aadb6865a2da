//! Text, on one line or several.

use serde_json::{Value, json};

use super::TextFormat;
use crate::blank::character_class;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{line_break_unexpected, text_too_long, texts, type_mismatch};

pub(super) fn check_line(
    value: Node<'_>,
    max_length_chars: u32,
    format: Option<TextFormat>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    if let Some(text) = type_mismatch::string(value, path, judge) {
        line_break_unexpected::check(text, path, judge);
        text_too_long::check(text, max_length_chars, path, judge);
        texts::check_line(text, format, path, judge);
    }
}

pub(super) fn check_text(value: Node<'_>, max_length_chars: u32, path: &Path<'_>, judge: &mut Judge<'_>) {
    if let Some(text) = type_mismatch::string(value, path, judge) {
        text_too_long::check(text, max_length_chars, path, judge);
        texts::check_lines(text, path, judge);
    }
}

pub(super) fn line_schema(max_length_chars: u32, format: Option<TextFormat>) -> Value {
    let mut schema = json!({ "$ref": "#/$defs/line", "maxLength": max_length_chars });
    if let Some(format) = format {
        schema["x-gongkai-format"] = json!(format);
        if let Some(pattern) = format.pattern() {
            schema["pattern"] = json!(pattern);
        }
    }
    schema
}

/// One line that is not blank, of any length.
pub(super) fn line_definition() -> Value {
    let blank = character_class();
    json!({ "type": "string", "pattern": format!("^[^\\n\\r]*[^{blank}][^\\n\\r]*$") })
}

pub(super) fn text_schema(max_length_chars: u32) -> Value {
    json!({
        "type": "string",
        "maxLength": max_length_chars,
        "pattern": format!("[^{}]", character_class()),
    })
}

/// What counts as no value.
pub(super) fn blank_schema() -> Value {
    json!({
        "anyOf": [
            { "type": "null" },
            { "type": "string", "pattern": format!("^[{}]*$", character_class()) },
            { "type": "array", "items": { "$ref": "#/$defs/blank" } },
            { "type": "object", "additionalProperties": { "$ref": "#/$defs/blank" } },
        ]
    })
}

pub(super) fn example(name: &str, max_length_chars: u32) -> Value {
    let text: String = format!("示例：{name}").chars().take(max_length_chars as usize).collect();
    json!(text)
}
