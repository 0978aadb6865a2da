//! `update-overdue`: what has to be renewed at intervals was not.
//!
//! ## What it checks
//! Where the table demands a renewal in every period (每20个工作日更新, 每季度), the last change or formation is not longer ago than one period.
//!
//! ## Why
//! Figures that are not renewed mislead; inspections look at the age of the newest entry.
//!
//! ## Example
//! 每20个工作日更新, last changed on 2026-06-01, today 2026-09-01: `update-overdue`, due on 2026-06-30.

use jiff::civil::Date;

use super::{Rule, calendar_out_of_range};
use crate::calendar::Calendar;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};
use crate::time_limit::ClauseKind;

pub(crate) const RULE: Rule = Rule::hint(IssueCode::UpdateOverdue, Severity::Warning).says(
    "应于{due_on}前更新：上次形成或变更于{from}",
    "due for renewal by {due_on}: last formed or changed on {from}",
);

/// `formed`: the last change or else formation.
pub(crate) fn check(formed: Date, calendar: &Calendar, path: &Path<'_>, judge: &mut Judge<'_>) {
    let clauses = judge.item.item.time_limit.iter().flat_map(|limit| &limit.clauses);
    let recurring = clauses.filter(|clause| clause.kind == ClauseKind::Recurring && clause.part.is_none());
    let mut first: Option<Date> = None;
    for clause in recurring {
        match clause.due(formed, calendar) {
            Ok(Some(due)) => first = Some(first.map_or(due, |first| first.min(due))),
            Ok(None) => {}
            Err(range) => return calendar_out_of_range::find(formed, range, path, judge),
        }
    }
    if let Some(due) = first.filter(|due| judge.context.today > *due) {
        let (from, due) = (crate::date::write(formed), crate::date::write(due));
        judge.find(&RULE, path, Params { from: Some(from), due_on: Some(due), ..Params::default() });
    }
}
