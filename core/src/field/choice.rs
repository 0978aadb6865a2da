//! One or some of several values.

use serde_json::{Value, json};

use super::text;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{choice_repeated, choice_unknown, type_mismatch};

/// Longest value outside the list, in characters.
const MAX_OTHER_CHARS: u32 = 200;

pub(super) fn check_one(
    value: Node<'_>,
    choices: &[String],
    open: bool,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    if open {
        text::check_line(value, MAX_OTHER_CHARS, None, path, judge);
    } else if let Some(chosen) = type_mismatch::string(value, path, judge) {
        choice_unknown::check(chosen, choices, path, judge);
    }
}

pub(super) fn check_several(
    value: Node<'_>,
    choices: &[String],
    open: bool,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    let Some(chosen) = type_mismatch::array(value, path, judge) else {
        return;
    };
    for (index, value) in chosen.iter().enumerate() {
        let place = path.index(index);
        if value.is_blank() {
            continue;
        }
        check_one(value, choices, open, &place, judge);
        choice_repeated::check(value, chosen.iter().take(index), &place, judge);
    }
}

pub(super) fn one_schema(choices: &[String], open: bool) -> Value {
    if open {
        let mut schema = text::line_schema(MAX_OTHER_CHARS, None);
        schema["examples"] = json!(choices);
        schema
    } else {
        json!({ "type": "string", "enum": choices })
    }
}

pub(super) fn several_schema(choices: &[String], open: bool) -> Value {
    super::list::array_of(one_schema(choices, open))
}
