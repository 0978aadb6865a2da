//! One rule for empty against absent: a blank value counts as no value, everywhere.

use serde_json::Value;

/// The characters that show nothing; the same list makes the patterns of the JSON Schemas.
const BLANK_CHARS: &[char] =
    &['\t', '\n', '\u{b}', '\u{c}', '\r', ' ', '\u{85}', '\u{a0}', '\u{200b}', '\u{3000}', '\u{feff}'];

/// Whether a text shows nothing.
///
/// # Example
/// ```
/// assert!(gongkai_core::blank::is_blank_text(" \u{3000}\n"));
/// assert!(!gongkai_core::blank::is_blank_text("无"));
/// ```
#[must_use]
pub fn is_blank_text(text: &str) -> bool {
    text.chars().all(is_blank_char)
}

/// Whether a character shows nothing.
#[inline]
pub(crate) fn is_blank_char(char: char) -> bool {
    // What texts begin with more often than not needs no list.
    !matches!(char, '!'..='~' | '\u{4e00}'..='\u{9fff}') && BLANK_CHARS.contains(&char)
}

/// Whether a value holds nothing: null, a blank text, or an array or object of such.
#[must_use]
pub fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => is_blank_text(text),
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(map) => map.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The inside of a regular expression's character class for the characters that show nothing.
pub(crate) fn character_class() -> String {
    BLANK_CHARS.iter().map(|char| format!("\\u{:04x}", u32::from(*char))).collect()
}

/// The value without the blanks in it, as a form hands it over; `None` when nothing is left.
#[must_use]
pub fn without_blanks(value: Value) -> Option<Value> {
    match value {
        Value::Array(items) => {
            let items: Vec<Value> = items.into_iter().filter_map(without_blanks).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(map) => {
            let map: serde_json::Map<String, Value> =
                map.into_iter().filter_map(|(key, value)| Some((key, without_blanks(value)?))).collect();
            (!map.is_empty()).then_some(Value::Object(map))
        }
        other => (!is_blank(&other)).then_some(other),
    }
}
