//! `trigger-date-missing`: the day from which the time limit counts is not given.
//!
//! ## What it checks
//! Where the table names an event from which the limit counts, such as the receipt of an approval, its day is given as `triggered_on`.
//!
//! ## Why
//! Without it nobody can say whether the limit was kept; another date would be a guess.
//!
//! ## Example
//! 收到征地批准文件之日起10个工作日内, entry without `triggered_on`: `trigger-date-missing`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::TriggerDateMissing, Severity::Advice).says(
    "公开时限从“{event}”起算，请填写该日期",
    "the time limit counts from “{event}”; give the day of that event",
);

pub(crate) fn find(event: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(&RULE, path, Params { event: Some(event.to_owned()), ..Params::default() });
}
