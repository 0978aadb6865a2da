//! Findings that an author accepts: they stay in the report, with the reason, and weigh nothing.

use super::report::{Finding, LintCode, Place};
use crate::blank::is_blank_text;
use crate::guideline::{AcceptedFinding, LintNotes};

/// Marks what is accepted, and names the acceptances that fit no finding.
pub(super) fn apply(notes: &LintNotes, pack: Option<&str>, findings: Vec<Finding>) -> Vec<Finding> {
    let unused: Vec<Finding> = notes
        .accepted
        .iter()
        .filter(|note| !findings.iter().any(|finding| accepts(note, finding)))
        .map(|note| {
            let place = Place {
                pack: pack.map(str::to_owned),
                item: note.item.clone(),
                element: note.element.clone(),
                ..Place::default()
            };
            Finding::new(LintCode::AcceptanceUnused, place, &[("code", &note.code)])
        })
        .collect();
    let mut findings = apply_known(notes, findings);
    findings.extend(unused);
    findings
}

/// Marks what is accepted.
pub(super) fn apply_known(notes: &LintNotes, mut findings: Vec<Finding>) -> Vec<Finding> {
    for finding in &mut findings {
        if let Some(note) = notes.accepted.iter().find(|note| accepts(note, finding)) {
            finding.accepted.get_or_insert_with(|| note.reason.clone());
        }
    }
    findings
}

fn accepts(note: &AcceptedFinding, finding: &Finding) -> bool {
    let place = &finding.place;
    let is_there = |wanted: &Option<String>, found: &[&Option<String>]| {
        wanted.is_none() || found.iter().any(|found| found == &wanted)
    };
    note.code == finding.code.as_str()
        && is_there(&note.item, &[&place.item, &place.rule])
        && is_there(&note.element, &[&place.element])
        && !is_blank_text(&note.reason)
}
