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

use super::Rule;
use crate::blank::is_blank_text;
use crate::check::Judge;
use crate::node::{Node, Object};
use crate::path::Path;
use crate::report::{IssueCode, Params};
use crate::rulebook::Duty;
use crate::time_limit::ClauseKind;

pub(crate) const RULE: Rule = Rule::order(IssueCode::NoticeTooShort).says(
    "公示或公告时间不足：自{from}起至少{amount}{unit}，最早于{due_on}结束，现为{found}",
    "the notice is too short: at least {amount} {unit} from {from}, to {due_on} at the earliest, found {found}",
);

/// `elements`: those of the entry; `path`: their place.
pub(crate) fn check(entry: Object<'_>, elements: Object<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(calendar) = judge.context.calendar else {
        return;
    };
    let reason = entry.get("reason").and_then(Node::as_str);
    let has_reason = reason.is_some_and(|reason| !is_blank_text(reason));
    let day = judge.day;
    for duty in judge.item.item.duties.iter().filter(|duty| duty.holds(day)) {
        let Some(key) = duty.element.as_deref().filter(|_| !(duty.unless_reason && has_reason)) else {
            continue;
        };
        let place = path.key(key);
        let date = |part| elements.get(key).and_then(|period| period.get(part)).and_then(Node::as_date);
        if let (Some(start), Some(end)) = (date("start"), date("end"))
            && let Ok(Some(earliest)) = duty.clause.due(start, calendar)
        {
            judge.field = judge.item.item.fields.iter().position(|field| field.key == key);
            let params = || Params {
                amount: duty.clause.amount,
                unit: duty.clause.unit.map(|unit| unit.name().to_owned()),
                from: Some(crate::date::write(start)),
                due_on: Some(crate::date::write(earliest)),
                found: Some(crate::date::write(end)),
                ..Params::default()
            };
            if end < earliest && start <= end {
                judge.find_by(&RULE, duty.basis.as_deref(), &place.key("end"), params(), None);
            } else if is_exact(duty) && end > earliest {
                judge.find_by(
                    &super::notice_too_long::RULE,
                    duty.basis.as_deref(),
                    &place.key("end"),
                    params(),
                    None,
                );
            }
            judge.field = None;
        }
    }
}

fn is_exact(duty: &Duty) -> bool {
    duty.clause.kind == ClauseKind::Exactly
}
