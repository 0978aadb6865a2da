//! `ground-missing`: no ground of law is given for withholding.
//!
//! ## What it checks
//! An entry that is not disclosed names in `ground` one of the grounds that the law knows.
//!
//! ## Why
//! The law lists what may be withheld; anything else has to be published or given on request.
//!
//! ## Example
//! `attribute` 不予公开 without `ground`: `ground-missing` at `/ground`; with a ground that the law does not know: the same, with the grounds to choose from.

use super::Rule;
use crate::blank::is_blank_text;
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::required(IssueCode::GroundMissing).says(
    "请选择不予公开的法定情形[：{allowed}]",
    "choose the ground of law for withholding[: {allowed}]",
);

/// `is_needed`: whether the entry is withheld; a ground that is given is one of law in any case.
pub(crate) fn check(ground: Option<Node<'_>>, is_needed: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    let grounds = &judge.item.pack.rulebook.grounds;
    let ground = ground.and_then(Node::as_str).filter(|ground| !is_blank_text(ground));
    let is_fine = match ground {
        Some(ground) => grounds.is_empty() || grounds.iter().any(|known| known.name == ground),
        None => !is_needed,
    };
    if !is_fine {
        let allowed = grounds.iter().map(|ground| ground.name.clone()).collect();
        judge.find(&RULE, path, Params { allowed, ..Params::default() });
    }
}
