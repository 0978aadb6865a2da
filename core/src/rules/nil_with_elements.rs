//! `nil-with-elements`: a nil statement beside elements.
//!
//! ## What it checks
//! An entry that states that there is nothing to publish holds no elements.
//!
//! ## Why
//! Either there is something or there is not.
//!
//! ## Example
//! `nil` 本级无此事项 and 学校名称 filled in: `nil-with-elements` at `/nil`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::NilWithElements);

pub(crate) fn find(path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(&RULE, path, Params::default());
}
