//! `postal-code-invalid`: a text that is no postal code.
//!
//! ## What it checks
//! Six digits.
//!
//! ## Why
//! Letters are sorted by it.
//!
//! ## Example
//! `41500`: `postal-code-invalid`. `４１５０００`: repair `415000`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::date::narrow;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule =
    Rule::format(IssueCode::PostalCodeInvalid).says("不是有效邮政编码，应为6位数字", "not a postal code, expected six digits");

/// The same rule as a regular expression.
pub(crate) const PATTERN: &str = "^[0-9]{6}$";

/// Says too whether it is invalid.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_valid = is_postal_code(text);
    if !is_valid {
        let repaired: String = text.chars().filter(|char| !char.is_whitespace()).map(narrow).collect();
        let repair = is_postal_code(&repaired).then(|| json!(repaired));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
    !is_valid
}

fn is_postal_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit())
}
