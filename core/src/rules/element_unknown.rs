//! `element-unknown`: an element that the item does not have.
//!
//! ## What it checks
//! Each key under `elements` is a key of one of the item's fields.
//!
//! ## Why
//! A misspelt key looks filled in and is never shown.
//!
//! ## Example
//! `elements.dian_hua` where the item has `ban_gong_dian_hua`: `element-unknown` at `/elements/dian_hua`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::ElementUnknown).says(
    "本事项没有要素“{found}”",
    "this item has no element “{found}”",
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
