//! `type-mismatch`: a value of another JSON type.
//!
//! ## What it checks
//! The JSON type of each value against the type of its field.
//!
//! ## Why
//! What is no number cannot be added up, what is no list cannot be listed.
//!
//! ## Example
//! A number field that holds `"十二"`: `type-mismatch`, expected `number`, found `string`.

use serde_json::Value;

use super::Rule;
use crate::check::Judge;
use crate::field::parse_number;
use crate::node::{Array, Node, Object};
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::TypeMismatch).says(
    "类型不符，应为{expected}",
    "expected {expected}",
);

#[inline]
pub(crate) fn string<'v>(value: Node<'v>, path: &Path<'_>, judge: &mut Judge<'_>) -> Option<&'v str> {
    expect(value.as_str(), "string", value, path, judge)
}

pub(crate) fn number(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) -> Option<f64> {
    expect(value.as_f64(), "number", value, path, judge)
}

pub(crate) fn boolean(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) -> Option<bool> {
    expect(value.as_bool(), "boolean", value, path, judge)
}

#[inline]
pub(crate) fn array<'v>(
    value: Node<'v>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) -> Option<Array<'v>> {
    expect(value.as_array(), "array", value, path, judge)
}

#[inline]
pub(crate) fn object<'v>(
    value: Node<'v>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) -> Option<Object<'v>> {
    expect(value.as_object(), "object", value, path, judge)
}

/// Judges an entry that is no object.
pub(crate) fn not_an_object(entry: Node<'_>, judge: &mut Judge<'_>) {
    find("object", entry, &Path::ROOT, judge);
}

#[inline]
fn expect<T>(
    typed: Option<T>,
    expected: &str,
    value: Node<'_>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) -> Option<T> {
    if typed.is_none() {
        find(expected, value, path, judge);
    }
    typed
}

#[cold]
fn find(expected: &str, value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find_with_repair(
        &RULE,
        path,
        Params {
            expected: Some(expected.to_owned()),
            found: Some(value.type_name().to_owned()),
            ..Params::default()
        },
        repair(expected, value),
    );
}

/// A number that was written as text.
fn repair(expected: &str, value: Node<'_>) -> Option<Value> {
    let text = value.as_str().filter(|_| expected == "number")?;
    parse_number(text).map(Value::Number)
}

