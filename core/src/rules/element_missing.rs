//! `element-missing`: an element that the guideline asks for is blank.
//!
//! ## What it checks
//! Each required element of the item holds a value that is not blank.
//!
//! ## Why
//! The guideline says which elements (要素) an item has to make public; a blank one is what inspections count first.
//!
//! ## Example
//! Item with 办公电话, entry without it: `element-missing` at `/elements/ban_gong_dian_hua`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::required(IssueCode::ElementMissing).says(
    "请填写“{element}”",
    "fill in “{element}”",
);

pub(crate) fn find(path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(&RULE, path, Params::default());
}
