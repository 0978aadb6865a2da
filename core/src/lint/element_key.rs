//! Keys that many languages cannot use as the name of a member.

use super::report::{Findings, LintCode};
use super::subject::Subject;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        for field in row.item.iter().flat_map(|item| &item.fields) {
            if field.key.starts_with(|char: char| char.is_ascii_digit()) {
                findings.add(LintCode::ElementKeyDigit, row.element(&field.name), &[("key", &field.key)]);
            }
        }
    }
}
