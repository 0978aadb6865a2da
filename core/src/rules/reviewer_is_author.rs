//! `reviewer-is-author`: who reviewed the entry wrote it.
//!
//! ## What it checks
//! `reviewed_by` is somebody else than `author`, where both are given.
//!
//! ## Why
//! A second pair of eyes finds what the first did not; nobody sees his own slips.
//!
//! ## Example
//! `author` and `reviewed_by` both 张某: `reviewer-is-author` at `/reviewed_by`.

use super::Rule;
use crate::check::Judge;
use crate::envelope::Properties;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ReviewerIsAuthor, Severity::Advice)
    .says("审查人与撰写人为同一人", "reviewed by the one who wrote it");

pub(crate) fn check(entry: &Properties<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let name = |key| entry.get(key).and_then(Node::as_str).map(str::trim).filter(|name| !name.is_empty());
    if let (Some(author), Some(reviewer)) = (name("author"), name("reviewed_by"))
        && author == reviewer
    {
        judge.find(&RULE, &path.key("reviewed_by"), Params::default());
    }
}
