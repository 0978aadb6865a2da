//! `publisher-not-named`: the words of the table stand for the name of an organ.
//!
//! ## What it checks
//! `publisher` is not what the table prints for every county (县级教育行政部门), but an organ's own name.
//!
//! ## Why
//! Citizens have to know whom to ask; catalogues want the full official name.
//!
//! ## Example
//! `publisher` 县级教育行政部门: `publisher-not-named`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::PublisherNotNamed, Severity::Advice)
    .says("请填写机关全称，而不是指引中的统称", "give the organ's full name instead of the words of the table");

pub(crate) fn check(publisher: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if publisher.trim() == judge.item.item.publisher {
        judge.find(&RULE, path, Params::default());
    }
}
