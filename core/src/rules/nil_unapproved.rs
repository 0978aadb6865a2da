//! `nil-unapproved`: nobody stands for the statement that there is nothing to publish.
//!
//! ## What it checks
//! A nil statement names who approved it, and 本期无更新 the period that it speaks of.
//!
//! ## Why
//! An empty column is the first thing that inspections count; the statement replaces it only when somebody answers for it.
//!
//! ## Example
//! `nil` 本期无更新 without `period`: `nil-unapproved` at `/nil/period`.

use super::Rule;
use crate::check::Judge;
use crate::node::{Node, Object};
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::NilUnapproved, Severity::Warning)
    .says("无内容可公开的说明应有“{part}”", "a statement that there is nothing to publish needs “{part}”");

pub(crate) fn check(nil: Object<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let of_period = nil.get("kind").and_then(Node::as_str) == Some("no-update");
    for (key, is_needed) in [("approver", true), ("period", of_period)] {
        if is_needed && nil.get(key).is_none_or(Node::is_blank) {
            judge.find(&RULE, &path.key(key), Params { part: Some(key.to_owned()), ..Params::default() });
        }
    }
}
