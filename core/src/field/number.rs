//! A number.

use serde_json::{Number, Value, json};

use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{number_not_whole, number_out_of_range, type_mismatch};

pub(super) fn check(
    value: Node<'_>,
    integer: bool,
    min: Option<f64>,
    max: Option<f64>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    if let Some(number) = type_mismatch::number(value, path, judge) {
        if integer {
            number_not_whole::check(number, path, judge);
        }
        number_out_of_range::check(number, min, max, path, judge);
    }
}

pub(super) fn schema(unit: Option<&str>, integer: bool, min: Option<f64>, max: Option<f64>) -> Value {
    let mut schema = json!({ "type": if integer { "integer" } else { "number" } });
    if let Some(min) = min {
        schema["minimum"] = plain(min);
    }
    if let Some(max) = max {
        schema["maximum"] = plain(max);
    }
    if let Some(unit) = unit {
        schema["x-gongkai-unit"] = json!(unit);
    }
    schema
}

pub(super) fn example(min: Option<f64>, max: Option<f64>) -> Value {
    plain(12.0_f64.max(min.unwrap_or(12.0)).min(max.unwrap_or(f64::MAX)))
}

/// The number that a text means: full-width digits and separators of thousands are understood.
///
/// # Example
/// ```
/// use gongkai_core::field::parse_number;
/// assert_eq!(parse_number("１，200").map(|number| number.to_string()).as_deref(), Some("1200"));
/// assert_eq!(parse_number("十二"), None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<Number> {
    let plain: String = text.trim().chars().map(crate::date::narrow).filter(|char| *char != ',').collect();
    plain.parse().ok()
}

/// Whole numbers are written without a point.
pub(crate) fn plain(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers of moderate size are cast")]
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}
