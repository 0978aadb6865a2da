//! Legal bases: still in force on the day that the guideline holds until, or today.

use super::report::{Findings, LintCode};
use super::subject::Subject;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(laws) = subject.laws else {
        return;
    };
    let last = subject.guideline.valid_to.as_deref().and_then(crate::date::parse);
    let day = last.map_or(subject.today, |last| last.min(subject.today));
    for row in subject.rows() {
        for repeal in row.row.basis.iter().flat_map(|basis| laws.repeals_in(basis, day)) {
            let by = repeal.by.as_deref().unwrap_or("—");
            let params = [("cited", repeal.cited.as_str()), ("on", &repeal.on), ("by", by)];
            findings.add(LintCode::BasisRepealed, row.place(), &params);
        }
    }
}
