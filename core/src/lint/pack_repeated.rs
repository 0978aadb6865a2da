//! Two guidelines of one id: an entry could not say which of them it belongs to.

use super::Set;
use super::report::{Findings, LintCode};

pub(super) fn check(set: &Set<'_>, findings: &mut Findings) {
    for (index, subject) in set.subjects.iter().enumerate() {
        let id = subject.id();
        if set.subjects[..index].iter().any(|other| other.id() == id) {
            findings.add(LintCode::PackRepeated, subject.place(), &[("pack", &id)]);
        }
    }
}
