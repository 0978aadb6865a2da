//! `email-invalid`: a text that is no e-mail address.
//!
//! ## What it checks
//! A name of ASCII letters, digits and signs, one `@`, a domain with a point and no empty label.
//!
//! ## Why
//! The address is there to be written to.
//!
//! ## Example
//! `xxgk＠example.gov.cn `: `email-invalid`, repair `xxgk@example.gov.cn`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::date::narrow;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::EmailInvalid).says(
    "不是有效电子邮箱地址，应如 name@example.gov.cn",
    "not an e-mail address; expected one like name@example.gov.cn",
);

/// The same rule as a regular expression.
pub(crate) const PATTERN: &str = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$";

/// Says too whether it is invalid.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_valid = is_email(text);
    if !is_valid {
        let repaired: String = text.chars().filter(|char| !char.is_whitespace()).map(narrow).collect();
        let repair = is_email(&repaired).then(|| json!(repaired));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
    !is_valid
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    !name.is_empty() && name.bytes().all(is_of_name) && domain.contains('.') && domain.split('.').all(is_label)
}
