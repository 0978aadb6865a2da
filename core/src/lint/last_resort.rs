//! Elements of which nothing is known: only the rule that takes every name takes theirs.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::guideline::ElementSource;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        for element in &row.row.elements {
            let has_own_kind = match element {
                ElementSource::Name(_) => false,
                ElementSource::Full(full) => full.field.as_ref().is_some_and(|field| field.kind.is_some()),
            };
            let rule = subject.lexicon.element(element.name()).filter(|rule| rule.test.is_empty());
            if let Some(rule) = rule.filter(|_| !has_own_kind) {
                let place = row.element(element.name());
                findings.add(LintCode::ElementByLastResort, place, &[("rule", &rule.id)]);
            }
        }
    }
}
