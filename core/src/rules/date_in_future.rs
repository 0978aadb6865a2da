//! `date-in-future`: a day that has not come yet.
//!
//! ## What it checks
//! The days of formation, change and publication are not after today.
//!
//! ## Why
//! Information cannot have been formed tomorrow; a date ahead is a slip or a forged date, which inspections punish hardest.
//!
//! ## Example
//! `formed_on` 2027-01-01 checked on 2026-09-01: `date-in-future` at `/formed_on`.

use super::Rule;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::DateInFuture).says(
    "日期{found}晚于今天",
    "the date {found} is after today",
);

pub(crate) fn check(value: Option<Node<'_>>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let today = judge.context.today;
    if let Some(date) = value.and_then(Node::as_date)
        && date > today
    {
        judge.find(
            &RULE,
            path,
            Params {
                found: Some(crate::date::write(date)),
                ..Params::default()
            },
        );
    }
}
