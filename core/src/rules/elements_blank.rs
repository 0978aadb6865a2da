//! `elements-blank`: nothing at all is filled in.
//!
//! ## What it checks
//! Where every element of an item holds only under a condition, at least one of them holds a value.
//!
//! ## Why
//! No single element can be demanded then, yet an entry without content is what inspections call a blank column.
//!
//! ## Example
//! A plan whose item lists 批前公示 and 批后公布, entry with neither: `elements-blank` at `/elements`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::required(IssueCode::ElementsBlank).says(
    "至少填写一项公开要素",
    "fill in at least one element",
);

/// `is_blank`: whether the entry holds no value for any element.
pub(crate) fn check(is_blank: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    let fields = &judge.item.item.fields;
    // A required element that is blank is named by itself.
    if is_blank && !fields.is_empty() && !fields.iter().any(|field| field.required) {
        judge.find(&RULE, path, Params::default());
    }
}
