//! `nil-with-elements`: a nil statement beside elements.
//!
//! ## What it checks
//! An entry that states that there is nothing to publish holds no elements, not even blank ones.
//!
//! ## Why
//! Either there is something or there is not.
//!
//! ## Example
//! `nil` 本级无此事项 and 学校名称 filled in: `nil-with-elements` at `/nil`.

use super::Rule;
use crate::check::Judge;
use crate::node::Object;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::NilWithElements).says(
    "已声明无内容可公开，不应再填写要素",
    "there is said to be nothing to publish, yet elements are filled in",
);

/// `elements`: those of the entry, where they can be read.
pub(crate) fn check(elements: Option<Object<'_>>, path: &Path<'_>, judge: &mut Judge<'_>) {
    if elements.is_some_and(|elements| !elements.is_empty()) {
        judge.find(&RULE, path, Params::default());
    }
}
