//! `choice-unknown`: a value outside the list.
//!
//! ## What it checks
//! The value is one of those that the field offers, to the letter.
//!
//! ## Why
//! Values outside the list cannot be counted or filtered.
//!
//! ## Example
//! `可能` where 是 or 否 is asked for: `choice-unknown`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::ChoiceUnknown).says(
    "不在可选范围内，应为：{allowed}",
    "not one of the values to choose from: {allowed}",
);

pub(crate) fn check(chosen: &str, choices: &[String], path: &Path<'_>, judge: &mut Judge<'_>) {
    if !choices.iter().any(|choice| choice == chosen) {
        judge.find(
            &RULE,
            path,
            Params {
                allowed: choices.to_vec(),
                ..Params::default()
            },
        );
    }
}
