//! `region-invalid`: a text that is no code of an administrative division.
//!
//! ## What it checks
//! Six digits (GB/T 2260), not beginning with 0.
//!
//! ## Why
//! Entries are collected by region.
//!
//! ## Example
//! `43070`: `region-invalid` at `/region`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::RegionInvalid)
    .says("不是有效的行政区划代码，应为六位数字", "not a region code; expected six digits");

/// The same rule as a regular expression.
pub(crate) const PATTERN: &str = "^[1-9][0-9]{5}$";

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if !is_code(text) {
        judge.find(&RULE, path, Params::default());
    }
}

/// Whether a text has the form of a code.
pub(crate) fn is_code(text: &str) -> bool {
    let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits && !text.starts_with('0')
}
