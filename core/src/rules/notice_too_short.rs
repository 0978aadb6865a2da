//! `notice-too-short`: a notice that does not last as long as it has to.
//!
//! ## What it checks
//! The period of a notice (公示期, 公告期限, 征求意见期限) against the shortest one that the row prints or a statute demands. The day on which it begins is not counted. Where the law lets a reason excuse, the entry's `reason` does.
//!
//! ## Why
//! A notice that ends early has to be given again, and what was decided on it can be annulled.
//!
//! ## Example
//! 公示期限不得少于5个工作日, from Monday 2026-08-03 to Friday 2026-08-07: `notice-too-short`, at the earliest 2026-08-10.

use super::{Rule, notice_too_long, notice_undated};
use crate::check::Judge;
use crate::envelope::Properties;
use crate::node::{Node, Object};
use crate::path::Path;
use crate::report::{IssueCode, Params};
use crate::rulebook::Duty;
use crate::time_limit::ClauseKind;

pub(crate) const RULE: Rule = Rule::order(IssueCode::NoticeTooShort).says(
    "公示或公告时间不足：自{from}起至少{amount}{unit}，最早于{due_on}结束，现为{found}",
    "the notice is too short: at least {amount} {unit} from {from}, to {due_on} at the earliest, found {found}",
);

/// `elements`: those of the entry.
pub(crate) fn check(entry: &Properties<'_>, elements: Object<'_>, root: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(calendar) = judge.context.calendar else {
        return;
    };
    let has_reason = entry.get("reason").is_some_and(|reason| !reason.is_blank());
    let (day, item) = (judge.day, judge.item.item);
    let in_elements = root.key("elements");
    for duty in item.duties.iter().filter(|duty| is_duration(duty) && duty.holds(day)) {
        let (value, place) = match &duty.element {
            Some(key) => (elements.get(key), in_elements.key(key)),
            None => (entry.get("notice"), root.key("notice")),
        };
        let date = |part| value.and_then(|period| period.get(part)).and_then(Node::as_date);
        let (Some(start), Some(end)) = (date("start"), date("end")) else {
            if duty.element.is_none() && value.is_none_or(Node::is_blank) {
                notice_undated::find(duty, &place, judge);
            }
            continue;
        };
        let Ok(Some(earliest)) = duty.clause.due(start, calendar) else {
            continue;
        };
        let rule = if end < earliest && start <= end && !(duty.unless_reason && has_reason) {
            &RULE
        } else if end > earliest && duty.clause.kind == ClauseKind::Exactly {
            &notice_too_long::RULE
        } else {
            continue;
        };
        judge.field = item.fields.iter().position(|field| Some(&field.key) == duty.element.as_ref());
        let params = Params {
            amount: duty.clause.amount,
            unit: duty.clause.unit.map(|unit| unit.name().to_owned()),
            from: Some(crate::date::write(start)),
            due_on: Some(crate::date::write(earliest)),
            found: Some(crate::date::write(end)),
            ..Params::default()
        };
        judge.find_by(rule, duty.basis.as_deref(), &place.key("end"), params, None);
        judge.field = None;
    }
}

fn is_duration(duty: &Duty) -> bool {
    matches!(duty.clause.kind, ClauseKind::AtLeast | ClauseKind::Exactly)
}
