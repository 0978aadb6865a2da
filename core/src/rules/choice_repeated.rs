//! `choice-repeated`: a value chosen twice.
//!
//! ## What it checks
//! No value stands twice in a list of chosen values.
//!
//! ## Why
//! Counts by value would be wrong.
//!
//! ## Example
//! `["网上办理", "网上办理"]`: `choice-repeated` at the second.

use super::Rule;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::ChoiceRepeated).says(
    "同一选项重复",
    "the same value is chosen twice",
);

pub(crate) fn check<'v>(value: Node<'_>, before: impl IntoIterator<Item = Node<'v>>, path: &Path<'_>, judge: &mut Judge<'_>) {
    if judge.applies(&RULE) && before.into_iter().any(|other| other == value) {
        judge.find(&RULE, path, Params::default());
    }
}
