//! One thing with several parts.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::{Field, Members, check_members, members_schema};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::type_mismatch;

pub(super) fn check<'a>(value: Node<'_>, parts: &'a [Field], path: &Path<'_>, judge: &mut Judge<'a>) {
    if let Some(map) = type_mismatch::object(value, path, judge) {
        check_members(map, parts, Members::Parts, None, path, judge);
    }
}

pub(super) fn schema(parts: &[Field]) -> Value {
    let mut schema = members_schema(parts);
    if !parts.iter().any(|part| part.required) {
        schema["not"] = json!({ "$ref": "#/$defs/blank" });
    }
    schema
}

pub(super) fn example(parts: &[Field], today: Date) -> Value {
    let parts: Map<String, Value> =
        parts.iter().map(|part| (part.key.clone(), part.kind.example(&part.name, today))).collect();
    Value::Object(parts)
}
