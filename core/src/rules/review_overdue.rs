//! `review-overdue`: whether something may now be published was not looked at again.
//!
//! ## What it checks
//! An entry that is not published has a day for its next review in `review_on`, and that day is not past.
//!
//! ## Why
//! Grounds for withholding end; the law has organs review regularly what they do not publish.
//!
//! ## Example
//! `attribute` 不予公开, `review_on` 2026-01-31, today 2026-09-01: `review-overdue`.

use super::Rule;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ReviewOverdue, Severity::Warning).says(
    "未主动公开的信息应定期评估审查[，原定{due_on}]，请确定下次评估日期",
    "what is not published is to be reviewed regularly[, due on {due_on}]; set the day of the next review",
);

pub(crate) fn check(review_on: Option<Node<'_>>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let review_on = review_on.filter(|day| !day.is_blank());
    let due = review_on.and_then(Node::as_date);
    let is_past = due.is_some_and(|due| due < judge.context.today);
    if review_on.is_none() || is_past {
        let due_on = due.map(crate::date::write);
        judge.find(&RULE, path, Params { due_on, ..Params::default() });
    }
}
