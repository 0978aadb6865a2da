//! `edition-not-in-force`: judged by an edition that did not hold on its day.
//!
//! ## What it checks
//! The day of the entry (last change, else formation) lies between the first and the last day of the guideline's edition, where it has such; and `edition` of the entry is the one it is judged by.
//!
//! ## Why
//! Old entries are judged by the rules of their day, new ones by the new edition.
//!
//! ## Example
//! Edition valid until 2025-12-31, entry formed on 2026-02-01: `edition-not-in-force` at `/edition`.

use super::Rule;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::EditionNotInForce, Severity::Warning).says(
    "按指引版本{expected}检查[，该版本施行期间为{event}][，内容所依版本为{found}]",
    "judged by edition {expected} of the guideline[, in force {event}][, written for edition {found}]",
);

pub(crate) fn check(edition: Option<Node<'_>>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let pack = judge.item.pack;
    let holds = crate::rulebook::holds(pack.valid_from.as_deref(), pack.valid_to.as_deref(), judge.day);
    let own = edition.and_then(Node::as_str).map(str::trim).filter(|own| !own.is_empty());
    let other = own.filter(|own| *own != pack.edition);
    if !holds || other.is_some() {
        let day = |day: &Option<String>| day.clone().unwrap_or_default();
        let span = format!("{}/{}", day(&pack.valid_from), day(&pack.valid_to));
        let params = Params {
            expected: Some(pack.edition.clone()),
            found: other.map(str::to_owned),
            event: (!holds).then_some(span),
            ..Params::default()
        };
        judge.find(&RULE, path, params);
    }
}
