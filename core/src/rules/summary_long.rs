//! `summary-long`: a summary that is none.
//!
//! ## What it checks
//! `summary` has at most 100 characters.
//!
//! ## Why
//! It stands in lists; rules of practice ask for 100 characters at most.
//!
//! ## Example
//! A summary of 180 characters: `summary-long`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

/// Longest summary, in characters.
const MAX_LENGTH_CHARS: u32 = 100;

pub(crate) const RULE: Rule = Rule::hint(IssueCode::SummaryLong, Severity::Advice).says(
    "内容概述共{length_chars}字，宜在{max_length_chars}字以内",
    "the summary has {length_chars} characters; {max_length_chars} at most are advised",
);

pub(crate) fn check(summary: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let length_chars = u32::try_from(summary.trim().chars().count()).unwrap_or(u32::MAX);
    if length_chars > MAX_LENGTH_CHARS {
        judge.find(
            &RULE,
            path,
            Params {
                length_chars: Some(length_chars),
                max_length_chars: Some(MAX_LENGTH_CHARS),
                ..Params::default()
            },
        );
    }
}
