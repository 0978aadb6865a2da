//! `item-mismatch`: an entry of another format, pack or item.
//!
//! ## What it checks
//! `format`, `pack` and `item` of the entry against those that it is checked as.
//!
//! ## Why
//! Judged by another item's rules, everything would look wrong.
//!
//! ## Example
//! An entry of pack `20-social-assistance` checked as one of `24-compulsory-education`: `item-mismatch` at `/pack`.

use super::Rule;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::always(IssueCode::ItemMismatch).says(
    "与所选事项不符：应为“{expected}”[，实为“{found}”]",
    "not an entry of this item: expected “{expected}”[, found “{found}”]",
);

pub(crate) fn check(found: Option<Node<'_>>, expected: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let found = found.and_then(Node::as_str);
    if found != Some(expected) {
        judge.find(
            &RULE,
            path,
            Params {
                expected: Some(expected.to_owned()),
                found: found.map(str::to_owned),
                ..Params::default()
            },
        );
    }
}
