//! `review-missing`: nobody is named who looked at the entry before it is made public.
//!
//! ## What it checks
//! `reviewed_by` and `reviewed_on` are given. Whether the host keeps them elsewhere this check cannot know, so it advises only.
//!
//! ## Why
//! The law has every piece of information reviewed before it is published; inspections ask by whom and when.
//!
//! ## Example
//! Entry without `reviewed_by`: `review-missing` at `/reviewed_by`.

use super::Rule;
use crate::check::Judge;
use crate::envelope::Properties;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ReviewMissing, Severity::Advice)
    .says("公开前应经审查，请记录审查人和审查日期", "to be reviewed before it is published; record by whom and when");

pub(crate) fn check(entry: &Properties<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let first = ["reviewed_by", "reviewed_on"]
        .into_iter()
        .find(|key| entry.get(key).is_none_or(|value| value.is_blank()));
    if let Some(key) = first {
        judge.find(&RULE, &path.key(key), Params::default());
    }
}
