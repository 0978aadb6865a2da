//! `revoked-not-withdrawn`: a decision that no longer stands is still published.
//!
//! ## What it checks
//! For items whose decisions the law has withdrawn when they are changed or annulled, such as administrative penalties: with `revoked_on` given, `withdrawn_on` is within the law's period, and `reason` is given.
//!
//! ## Why
//! A penalty that was annulled goes on harming whoever it named.
//!
//! ## Example
//! Revoked on 2026-08-03, withdrawn on 2026-08-20, three working days: `revoked-not-withdrawn`.

use super::Rule;
use crate::check::Judge;
use crate::envelope::Properties;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};
use crate::time_limit::ClauseKind;

pub(crate) const RULE: Rule = Rule::hint(IssueCode::RevokedNotWithdrawn, Severity::Error).says(
    "决定已于{from}变更或撤销，应于{due_on}前撤回公开并公开说明理由",
    "the decision was changed or revoked on {from}; it had to be withdrawn by {due_on}, and the reason made public",
);

pub(crate) fn check(entry: &Properties<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let date = |key| entry.get(key).and_then(Node::as_date);
    let (Some(revoked), Some(calendar)) = (date("revoked_on"), judge.context.calendar) else {
        return;
    };
    let day = judge.day;
    let item = judge.item.item;
    for duty in item.duties.iter().filter(|duty| duty.clause.kind == ClauseKind::Withdrawal && duty.holds(day)) {
        let Ok(Some(due)) = duty.clause.due(revoked, calendar) else {
            continue;
        };
        let withdrawn = date("withdrawn_on").unwrap_or(judge.context.today);
        let has_reason = entry.get("reason").is_some_and(|reason| !reason.is_blank());
        if withdrawn > due || (date("withdrawn_on").is_some() && !has_reason) {
            let place = if withdrawn > due { path.key("withdrawn_on") } else { path.key("reason") };
            let params = Params {
                from: Some(crate::date::write(revoked)),
                due_on: Some(crate::date::write(due)),
                ..Params::default()
            };
            judge.find_by(&RULE, duty.basis.as_deref(), &place, params, None);
        }
    }
}
