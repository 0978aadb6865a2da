//! `catalogue-row-incomplete`: what the catalogue of disclosed information shows is missing.
//!
//! ## What it checks
//! The entry has an index number (索引号) and a summary (内容概述); name and date it has in any case. Hosts often assign the number when they publish, so this advises only.
//!
//! ## Why
//! The law has catalogues show index, name, summary and date of every piece of information.
//!
//! ## Example
//! Entry without `summary`: `catalogue-row-incomplete` at `/summary`.

use super::Rule;
use crate::check::Judge;
use crate::envelope::Properties;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::CatalogueRowIncomplete, Severity::Advice)
    .says("公开目录应有“{part}”", "the catalogue shows “{part}”; it is not given");

pub(crate) fn check(entry: &Properties<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    for key in ["index_number", "summary"] {
        if entry.get(key).is_none_or(|value| value.is_blank()) {
            judge.find(&RULE, &path.key(key), Params { part: Some(key.to_owned()), ..Params::default() });
        }
    }
}
