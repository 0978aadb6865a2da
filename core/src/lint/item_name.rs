//! Items of one category that nobody can tell apart in a menu.

use super::report::{Findings, LintCode};
use super::subject::Subject;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        let is_same = |other: &super::RowRef<'_>| {
            other.row.category == row.row.category && other.name() == row.name()
        };
        let count = subject.rows().filter(is_same).count();
        if count > 1 {
            findings.add(LintCode::ItemNameRepeated, row.place(), &[("count", &count.to_string())]);
        }
    }
}
