//! `level-mismatch`: an entry of a level at which the item is not published.
//!
//! ## What it checks
//! `level` of the entry, where given, is one of the levels of the row; 镇街 and the like count as 乡级.
//!
//! ## Why
//! The table says who has to publish; at another level the entry is counted nowhere.
//!
//! ## Example
//! Row with 县级 only, entry with 村级: `level-mismatch`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::LevelMismatch, Severity::Warning)
    .says("本事项的公开层级为：{allowed}", "this item is published at: {allowed}");

pub(crate) fn check(level: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let rulebook = &judge.item.pack.rulebook;
    let levels = &judge.item.item.levels;
    let level = rulebook.level(level.trim());
    if !levels.is_empty() && !levels.iter().any(|known| rulebook.level(known) == level) {
        judge.find(&RULE, path, Params { allowed: levels.clone(), ..Params::default() });
    }
}
