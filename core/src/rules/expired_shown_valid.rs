//! `expired-shown-valid`: a document past its last day is shown as valid.
//!
//! ## What it checks
//! Where an element states whether a document is in force (有效性) and the entry gives `expires_on`, they do not contradict each other on the day of the check.
//!
//! ## Why
//! Citizens act on rules that no longer hold; inspections look for exactly this.
//!
//! ## Example
//! 有效性 有效, `expires_on` 2025-06-03, today 2026-09-01: `expired-shown-valid`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::envelope::Properties;
use crate::field::Kind;
use crate::node::{Node, Object};
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ExpiredShownValid, Severity::Warning)
    .says("已于{from}失效，却标为“{found}”", "expired on {from}, yet shown as “{found}”");

pub(crate) fn check(entry: &Properties<'_>, elements: Object<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let expires = entry.get("expires_on").and_then(Node::as_date);
    let Some(expired) = expires.filter(|day| *day < judge.context.today) else {
        return;
    };
    let states = &judge.item.pack.rulebook.validity;
    for (index, field) in judge.item.item.fields.iter().enumerate() {
        let Kind::Choice { choices, .. } = &field.kind else {
            continue;
        };
        let value = elements.get(&field.key).and_then(Node::as_str);
        // The element is about validity when it offers both words.
        let offers = |word: &Option<String>| word.as_ref().is_some_and(|word| choices.contains(word));
        if offers(&states.in_force) && offers(&states.expired) && value == states.in_force.as_deref() {
            judge.field = Some(index);
            let params = Params {
                from: Some(crate::date::write(expired)),
                found: value.map(str::to_owned),
                ..Params::default()
            };
            let repair = states.expired.as_ref().map(|expired| json!(expired));
            judge.find_with_repair(&RULE, &path.key(&field.key), params, repair);
            judge.field = None;
        }
    }
}
