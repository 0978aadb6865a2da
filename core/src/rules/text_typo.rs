//! `text-typo`: a slip of the pen that cannot be meant.
//!
//! ## What it checks
//! Words of a short list that are wrong in every text, each with the right one (攻府 for 政府, 共合国 for 共和国). Hosts add their own in their lexicon.
//!
//! ## Why
//! Inspections of government sites count wrong words, and the wrong name of an institution weighs most.
//!
//! ## Example
//! `武陵区人民攻府`: `text-typo`, repair `武陵区人民政府`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule =
    Rule::order(IssueCode::TextTypo).says("错别字“{found}”，应为“{expected}”", "“{found}” is a misspelling of “{expected}”");

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let typos = &judge.item.pack.rulebook.typos;
    let mut first = None;
    let mut repaired = text.to_owned();
    for typo in typos.iter().filter(|typo| !typo.wrong.is_empty() && text.contains(&typo.wrong)) {
        first = first.or(Some(typo));
        repaired = repaired.replace(&typo.wrong, &typo.right);
    }
    if let Some(typo) = first {
        let params = Params {
            found: Some(typo.wrong.clone()),
            expected: Some(typo.right.clone()),
            ..Params::default()
        };
        judge.find_with_repair(&RULE, path, params, Some(json!(repaired)));
    }
}
