//! `dates-out-of-order`: an end before its beginning.
//!
//! ## What it checks
//! The end of a period is not before its start; the day of a change is not before the day of formation.
//!
//! ## Why
//! One of the two dates is a slip, and time limits would be counted from it.
//!
//! ## Example
//! A period from 2026-09-30 to 2026-09-01: `dates-out-of-order` at `/elements/…/end`.

use super::Rule;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::DatesOutOfOrder).says(
    "{found}早于前一日期{from}",
    "{found} is before the earlier date {from}",
);

pub(crate) fn check(
    first: Option<Node<'_>>,
    second: Option<Node<'_>>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    if !judge.applies(&RULE) {
        return;
    }
    let date = |value: Option<Node<'_>>| value?.as_date();
    if let (Some(first), Some(second)) = (date(first), date(second))
        && second < first
    {
        judge.find(
            &RULE,
            path,
            Params {
                from: Some(crate::date::write(first)),
                found: Some(crate::date::write(second)),
                ..Params::default()
            },
        );
    }
}
