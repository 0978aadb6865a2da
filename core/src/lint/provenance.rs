//! Where a row is known from: seen rows say where, recalled rows do not pretend.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::guideline::Mark;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        let provenance = &row.row.provenance;
        let (sightings, evidence) = (provenance.sightings, &provenance.evidence);
        match provenance.mark {
            Mark::Seen if sightings == 0 => findings.add(LintCode::SightingsMissing, row.place(), &[]),
            Mark::Seen if evidence.is_empty() => findings.add(LintCode::EvidenceMissing, row.place(), &[]),
            Mark::Recalled if sightings > 0 || !evidence.is_empty() => {
                findings.add(LintCode::RecalledWithSightings, row.place(), &[]);
            }
            Mark::Seen | Mark::Recalled => {}
        }
        if provenance.mark == Mark::Seen && sightings > 0 && evidence.len() > sightings as usize {
            let params =
                [("evidence", &*evidence.len().to_string()), ("sightings", &*sightings.to_string())];
            findings.add(LintCode::EvidenceExceedsSightings, row.place(), &params);
        }
        for address in evidence {
            let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
            if !rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace)) {
                findings.add(LintCode::EvidenceMalformed, row.place(), &[("address", address)]);
            }
        }
    }
}
