//! Fields that nobody could fill in: empty ranges, no room for text, doubtful lists of values, columns that collide.

use super::report::{Findings, LintCode, Place};
use super::subject::Subject;
use crate::blank::is_blank_text;
use crate::compile::is_id;
use crate::field::{Field, Kind};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        for field in row.item.iter().flat_map(|item| &item.fields) {
            judge(field, &row.element(&field.name), findings);
        }
    }
}

fn judge(field: &Field, place: &Place, findings: &mut Findings) {
    let name = field.name.as_str();
    match &field.kind {
        Kind::Text { max_length_chars, .. }
        | Kind::LongText { max_length_chars }
        | Kind::List { max_length_chars }
            if *max_length_chars == 0 =>
        {
            findings.add(LintCode::LengthZero, place.clone(), &[("field", name)]);
        }
        Kind::Number { integer, min, max, .. } if is_empty(*integer, *min, *max) => {
            let number = |value: &Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
            let params = [("field", name), ("min", &*number(min)), ("max", &*number(max))];
            findings.add(LintCode::RangeEmpty, place.clone(), &params);
        }
        Kind::Choice { choices, .. } | Kind::Choices { choices, .. } => {
            for (index, choice) in choices.iter().enumerate() {
                if is_blank_text(choice) {
                    findings.add(LintCode::ChoiceBlank, place.clone(), &[("field", name)]);
                } else if choices[..index].contains(choice) {
                    let params = [("field", name), ("choice", choice.as_str())];
                    findings.add(LintCode::ChoiceListedTwice, place.clone(), &params);
                }
            }
        }
        Kind::Table { columns } | Kind::Group { fields: columns } => {
            for (index, column) in columns.iter().enumerate() {
                let key = [("key", column.key.as_str())];
                if !is_id(&column.key) {
                    findings.add(LintCode::ColumnKeyMalformed, place.clone(), &key);
                }
                if columns[..index].iter().any(|other| other.key == column.key) {
                    findings.add(LintCode::ColumnKeyRepeated, place.clone(), &key);
                }
                judge(column, place, findings);
            }
        }
        _ => {}
    }
}

/// Whether no number lies between the limits.
fn is_empty(integer: bool, min: Option<f64>, max: Option<f64>) -> bool {
    let is_nan = |limit: Option<f64>| limit.is_some_and(f64::is_nan);
    let (Some(min), Some(max)) = (min, max) else {
        return is_nan(min) || is_nan(max);
    };
    let (min, max) = if integer { (min.ceil(), max.floor()) } else { (min, max) };
    is_nan(Some(min)) || is_nan(Some(max)) || min > max
}
