//! `organisation-code-invalid`: a text that is no organisation code.
//!
//! ## What it checks
//! Eight digits and letters and a right check character (GB 11714), with a dash before it or without.
//!
//! ## Why
//! It is part of credit codes and index numbers; one wrong character names another organisation, or none.
//!
//! ## Example
//! `0142768-8`: `organisation-code-invalid` (a character is missing). `00728042—0`: repair `007280420`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::identifier::organisation_code;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::OrganisationCodeInvalid, Severity::Warning)
    .says("不是有效的组织机构代码", "not an organisation code")
    .hints("对照证照核对9位代码", "compare all 9 characters with the certificate");

/// Says too whether it is invalid.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_valid = organisation_code::is_valid(text);
    if !is_valid {
        let repair = organisation_code::repair(text).map(|code| json!(code));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
    !is_valid
}
