//! Elements whose name holds under a condition only and that are required all the same.

use super::report::{Findings, LintCode};
use super::subject::Subject;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        for field in row.item.iter().flat_map(|item| &item.fields) {
            if field.required && subject.lexicon.is_conditional(&field.name) {
                findings.add(LintCode::ConditionalRequired, row.element(&field.name), &[]);
            }
        }
    }
}
