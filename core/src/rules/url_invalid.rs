//! `url-invalid`: a text that is no address on the web.
//!
//! ## What it checks
//! Begins with `http://` or `https://`, names a host with a point, holds no blanks, quotes or angle brackets.
//!
//! ## Why
//! Readers follow the link.
//!
//! ## Example
//! `www.example.gov.cn`: `url-invalid`, repair `https://www.example.gov.cn`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::UrlInvalid).says(
    "不是有效网址，应以 http:// 或 https:// 开头",
    "not an address; expected it to begin with http:// or https://",
);

/// Longest address, in characters.
pub(crate) const MAX_LENGTH_CHARS: u32 = 2000;

/// Characters that cannot stand in an address.
const FORBIDDEN: &[char] = &['"', '<', '>', '\\', '\u{a0}', '\u{3000}', '\u{feff}'];

/// The same rule as a regular expression.
pub(crate) fn pattern() -> String {
    let forbidden: String = FORBIDDEN
        .iter()
        .map(|char| format!("\\u{:04x}", u32::from(*char)))
        .collect();
    let forbidden = format!("\\u0000-\\u0020{forbidden}");
    format!("^https?://[^{forbidden}/?#.]+(\\.[^{forbidden}/?#.]+)+([/?#][^{forbidden}]*)?$")
}

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if !is_url(text) {
        let repaired = format!("https://{}", text.trim());
        let repair = is_url(&repaired).then(|| json!(repaired));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
}

fn is_url(text: &str) -> bool {
    let Some(rest) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
        && !rest
            .chars()
            .any(|char| char <= ' ' || FORBIDDEN.contains(&char))
        && text.chars().count() <= MAX_LENGTH_CHARS as usize
}
