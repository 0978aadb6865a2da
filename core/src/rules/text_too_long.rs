//! `text-too-long`: a text exceeds its limit.
//!
//! ## What it checks
//! The length in characters (Unicode scalar values, as JSON Schema counts) against the limit of the field.
//!
//! ## Why
//! Lists and notices have room for so much; a whole document pasted into one line is a slip.
//!
//! ## Example
//! 201 characters in a line of at most 200: `text-too-long`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::TextTooLong).says(
    "共{length_chars}字，超过上限{max_length_chars}字",
    "{length_chars} characters, at most {max_length_chars} are allowed",
);

pub(crate) fn check(text: &str, max_length_chars: u32, path: &Path<'_>, judge: &mut Judge<'_>) {
    // Bytes are never fewer than characters, so that short texts need not be counted.
    if text.len() <= max_length_chars as usize {
        return;
    }
    let length_chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length_chars > max_length_chars {
        judge.find(
            &RULE,
            path,
            Params {
                max_length_chars: Some(max_length_chars),
                length_chars: Some(length_chars),
                ..Params::default()
            },
        );
    }
}
