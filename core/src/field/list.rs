//! Several short texts.

use serde_json::{Value, json};

use super::text;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::type_mismatch;

pub(super) fn check(value: Node<'_>, max_length_chars: u32, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(lines) = type_mismatch::array(value, path, judge) else {
        return;
    };
    for (index, line) in lines.iter().enumerate() {
        if !line.is_blank() {
            text::check_line(line, max_length_chars, None, &path.index(index), judge);
        }
    }
}

pub(super) fn schema(max_length_chars: u32) -> Value {
    array_of(text::line_schema(max_length_chars, None))
}

/// An array of which at least one item is not blank; blank items do not count.
pub(super) fn array_of(items: Value) -> Value {
    json!({
        "type": "array",
        "items": super::or_blank(items),
        "contains": { "not": { "$ref": "#/$defs/blank" } },
    })
}

pub(super) fn example(name: &str, max_length_chars: u32) -> Value {
    json!([text::example(name, max_length_chars)])
}
