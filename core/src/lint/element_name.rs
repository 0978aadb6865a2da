//! An element that an item names twice: one field would be required and the other a stranger to whoever fills it in.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::guideline::ElementSource;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        let names: Vec<&str> = row.row.elements.iter().map(ElementSource::name).collect();
        for (index, name) in names.iter().enumerate() {
            let count = names.iter().filter(|other| *other == name).count();
            if count > 1 && !names[..index].contains(name) {
                findings.add(LintCode::ElementRepeated, row.element(name), &[("count", &count.to_string())]);
            }
        }
    }
}
