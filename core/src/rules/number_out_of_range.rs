//! `number-out-of-range`: a number below or above its limits.
//!
//! ## What it checks
//! The number against the smallest and largest that the field allows.
//!
//! ## Why
//! A negative count or 300 percent is a slip.
//!
//! ## Example
//! `-1` where at least 0 is asked for: `number-out-of-range`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::NumberOutOfRange).says(
    "超出范围[，不应小于{min}][，不应大于{max}]",
    "out of range[, expected at least {min}][, expected at most {max}]",
);

pub(crate) fn check(
    number: f64,
    min: Option<f64>,
    max: Option<f64>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
        judge.find(
            &RULE,
            path,
            Params {
                min,
                max,
                ..Params::default()
            },
        );
    }
}
