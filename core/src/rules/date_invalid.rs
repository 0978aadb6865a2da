//! `date-invalid`: a text that is no date.
//!
//! ## What it checks
//! Dates are `YYYY-MM-DD`, exist in the calendar and lie in the years 1900 to 2099.
//!
//! ## Why
//! Only a date of one form can be compared, sorted and counted from.
//!
//! ## Example
//! `2026-02-30`: `date-invalid`. `2026/9/1`: `date-invalid`, repair `2026-09-01`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::DateInvalid).says(
    "不是有效日期，应为“年-月-日”，例如 2026-09-01",
    "not a date; expected year-month-day, such as 2026-09-01",
);

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if crate::date::parse(text).is_none() {
        let repair = crate::date::repair(text).map(|date| json!(crate::date::write(date)));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
}
