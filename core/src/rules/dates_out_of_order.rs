//! `dates-out-of-order`: an end before its beginning.
//!
//! ## What it checks
//! The end of a period is not before its start; the day of a change is not before the day of formation.
//!
//! ## Why
//! One of the two dates is a slip, and time limits would be counted from it.
//!
//! ## Example
//! A period from 2026-09-30 to 2026-09-01: `dates-out-of-order` at `/elements/…/end`.

use serde_json::Value;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::DatesOutOfOrder);

pub(crate) fn check(
    first: Option<&Value>,
    second: Option<&Value>,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    let date = |value: Option<&Value>| value?.as_str().and_then(crate::date::parse);
    if let (Some(first), Some(second)) = (date(first), date(second))
        && second < first
    {
        judge.find(
            &RULE,
            path,
            Params {
                from: Some(crate::date::write(first)),
                found: Some(crate::date::write(second)),
                ..Params::default()
            },
        );
    }
}
