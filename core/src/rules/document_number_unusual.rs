//! `document-number-unusual`: a document number of no series that is known.
//!
//! ## What it checks
//! Numbers are of the standard form, or of another that organs use: orders (令第711号), announcements (公告2020年第5号), decisions of courts, registers (PJDR-2020-01004), several separated by 、. What fits none is pointed out.
//!
//! ## Why
//! Mostly something else got into the field: the title of the document, its index number.
//!
//! ## Example
//! `关于印发方案的通知` as a number: `document-number-unusual`.

use super::Rule;
use super::document_number_invalid::{self, Form};
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::advice(IssueCode::DocumentNumberUnusual)
    .says("不像文号", "does not look like a document number")
    .hints("核对是否填错位置", "see whether it belongs elsewhere");

/// Says too whether it is unusual.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_unusual = document_number_invalid::form(text) == Form::Unknown;
    if is_unusual {
        judge.find(&RULE, path, Params::default());
    }
    is_unusual
}
