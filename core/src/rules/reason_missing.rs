//! `reason-missing`: no reason is given for not publishing.
//!
//! ## What it checks
//! An entry that is disclosed on request only, or not at all, says why in `reason`.
//!
//! ## Why
//! Publishing is the rule; whoever departs from it has to be able to say why, when asked and when it is reviewed.
//!
//! ## Example
//! `attribute` 依申请公开 without `reason`: `reason-missing` at `/reason`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::required(IssueCode::ReasonMissing)
    .says("请说明不主动公开的理由", "give the reason for not publishing");

pub(crate) fn check(is_given: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    if !is_given {
        judge.find(&RULE, path, Params::default());
    }
}
