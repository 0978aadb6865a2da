//! `number-not-whole`: a fraction where a count is asked for.
//!
//! ## What it checks
//! Counts are whole numbers.
//!
//! ## Why
//! There is no half a flat.
//!
//! ## Example
//! `12.5` flats: `number-not-whole`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::NumberNotWhole).says(
    "应为整数",
    "expected a whole number",
);

pub(crate) fn check(number: f64, path: &Path<'_>, judge: &mut Judge<'_>) {
    if number.fract() != 0.0 {
        judge.find(&RULE, path, Params::default());
    }
}
