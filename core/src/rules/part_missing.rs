//! `part-missing`: a necessary part of a value is blank.
//!
//! ## What it checks
//! Required properties of the entry, of a document, a period or an amount, and required columns of a row hold a value that is not blank.
//!
//! ## Why
//! A document without title or an entry without date cannot be listed.
//!
//! ## Example
//! A document with a link but without title: `part-missing` at `/elements/…/0/title`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::required(IssueCode::PartMissing).says(
    "[第{row}条：]请填写“{part}”",
    "[no. {row}: ]fill in “{part}”",
);

/// `row` counts from zero; the report counts from one.
pub(crate) fn find(part: &str, row: Option<usize>, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(
        &RULE,
        path,
        Params {
            part: Some(part.to_owned()),
            row: row.and_then(|row| u32::try_from(row + 1).ok()),
            ..Params::default()
        },
    );
}
