//! `index-number-broken`: an index number that a program made of missing parts.
//!
//! ## What it checks
//! Each site has a grammar of its own (`000014349/2017-00110`, `20191202-189769`, six parts with dashes), so only what no grammar makes is pointed out: `null` or `undefined` in it, an empty part, no digit, blanks inside, other characters than letters, digits and separators.
//!
//! ## Why
//! The number never changes and is how archives find a piece of information.
//!
//! ## Example
//! `null02D/01A/2020-00012`: `index-number-broken`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::date::narrow;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::IndexNumberBroken, Severity::Warning)
    .says("索引号残缺", "a broken index number")
    .hints("从发布系统重新取得索引号", "get it anew from the system that assigns it");

/// What programs write where a part is missing.
const MISSING: &[&str] = &["null", "undefined", "nan", "none"];

/// Says too whether it is broken.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_whole = is_whole(text);
    if !is_whole {
        let repaired: String = text.chars().filter(|char| !char.is_whitespace()).map(narrow).collect();
        let repair = self::is_whole(&repaired).then(|| json!(repaired));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
    !is_whole
}

fn is_whole(text: &str) -> bool {
    if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-')) {
        // Most are like this: no words could be in it.
        return !text.is_empty() && text.split(['/', '-']).all(|part| !part.is_empty());
    }
    let lower = text.to_ascii_lowercase();
    let is_known = |char: char| char.is_alphanumeric() || "/-_.〔〕()（）".contains(char);
    text.chars().all(|char| is_known(char) && narrow(char) == char || "（）".contains(char))
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && !MISSING.iter().any(|word| lower.contains(word))
        && text.split(['/', '-']).all(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn numbers_of_real_sites() {
        for text in [
            "000014349/2017-00110",
            "11441700007280420Y/2021-00050",
            "113417020032563511/202504-00057",
            "053533505/2021-00106",
            "43060000/2020-1717120",
            "0142768-8/2022-00185",
            "20191202-189769",
            "640104-103-12-2020-0003-00012",
            "MB1234562/2026-00001",
        ] {
            assert!(is_whole(text), "{text}");
        }
    }

    #[test]
    fn broken_ones() {
        for text in ["", "null02D/01A/2020-00012", "000014349//2017", "/2017-00110", "2017-", "甲乙", "０００/2017", "00 14/2017"] {
            assert!(!is_whole(text), "{text}");
        }
    }
}
