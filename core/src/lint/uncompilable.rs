//! What keeps a guideline from being compiled, each fault under a code of its own.

use super::report::{Findings, LintCode, Place};
use super::subject::Subject;
use crate::compile::CompileError;
use crate::lexicon::FieldSpecError;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Err(errors) = &subject.compiled else {
        return;
    };
    for error in errors {
        find(subject, error, findings);
    }
}

fn find(subject: &Subject<'_>, error: &CompileError, findings: &mut Findings) {
    // The compiler names rows by their names alone.
    let named = |name: &str| subject.rows().find(|row| row.name() == name);
    let item = |name: &str| named(name).map_or_else(|| subject.place(), |row| row.place());
    let element = |name: &str, element: &str| Place { element: Some(element.to_owned()), ..item(name) };
    match error {
        CompileError::NameBlank { row } => {
            let place = subject.rows().nth(row - 1).map_or_else(|| subject.place(), |row| row.place());
            findings.add(LintCode::NameBlank, place, &[]);
        }
        CompileError::IdMalformed(id) => findings.add(LintCode::IdMalformed, subject.place(), &[("id", id)]),
        CompileError::ItemIdRepeated(id) => {
            findings.add(LintCode::ItemIdRepeated, subject.place(), &[("id", id)]);
        }
        CompileError::ElementKeyRepeated { item: name, key } => {
            findings.add(LintCode::ElementKeyRepeated, item(name), &[("key", key)]);
        }
        CompileError::ElementUndecided { item, element: name } => {
            findings.add(LintCode::ElementUndecided, element(item, name), &[]);
        }
        CompileError::FieldImpossible { item, element: name, reason } => {
            let place = element(item, name);
            match reason {
                FieldSpecError::KindMissing => findings.add(LintCode::KindMissing, place, &[]),
                FieldSpecError::ChoicesMissing => findings.add(LintCode::ChoicesMissing, place, &[]),
                FieldSpecError::ColumnsMissing => findings.add(LintCode::ColumnsMissing, place, &[]),
                FieldSpecError::ColumnNotScalar(column) | FieldSpecError::PartNotScalar(column) => {
                    findings.add(LintCode::ColumnNotScalar, place, &[("column", column)]);
                }
                FieldSpecError::MoneyUnitUnknown(unit) => {
                    findings.add(LintCode::MoneyUnitUnknown, place, &[("unit", unit)]);
                }
            }
        }
        other => {
            findings.add(LintCode::NotCompilable, subject.place(), &[("reason", &other.to_string())]);
        }
    }
}
