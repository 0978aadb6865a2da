//! `part-unknown`: a property that the format does not have.
//!
//! ## What it checks
//! Each property of the entry, of a document, a period, an amount or a row is one that the format names; properties of the entry that begin with `x-` are left to the host.
//!
//! ## Why
//! A misspelt property looks filled in and is never shown.
//!
//! ## Example
//! `publishd_on` in a channel: `part-unknown` at `/channels/0/publishd_on`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::PartUnknown).says(
    "没有“{found}”这一属性",
    "there is no property “{found}”",
);

pub(crate) fn find(key: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(
        &RULE,
        path,
        Params {
            found: Some(key.to_owned()),
            ..Params::default()
        },
    );
}
