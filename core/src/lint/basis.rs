//! Legal bases: named, each once, and each of an instrument that can be looked up.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::citation::Citation;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        let bases = &row.row.basis;
        if bases.is_empty() {
            findings.add(LintCode::BasisMissing, row.place(), &[]);
        }
        for (index, basis) in bases.iter().enumerate() {
            if !Citation::parse(basis).is_readable() {
                findings.add(LintCode::BasisUnreadable, row.place(), &[("basis", basis)]);
            }
            if bases[..index].contains(basis) {
                findings.add(LintCode::BasisRepeated, row.place(), &[("basis", basis)]);
            }
        }
    }
}
