//! `id-number-invalid`: a text that is no number of a resident, whole or masked.
//!
//! ## What it checks
//! 18 characters with a plausible region, a date that exists and the right check character (GB 11643), or the old 15 digits; or a mask of such a number, digits with at least four stars. A repair is always masked.
//!
//! ## Why
//! A mistyped number belongs to somebody else.
//!
//! ## Example
//! `110105194912310021`: `id-number-invalid`. `11**************2X` is in order.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::identifier::resident_id;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::IdNumberInvalid, Severity::Warning)
    .says("不是有效的身份证号码或其脱敏形式", "neither a resident ID number nor a masked one")
    .hints("核对号码，公开时中间各位用“*”代替", "compare the number; in public, stars stand for its middle");

/// So many stars make a mask.
const MIN_STARS: usize = 4;

/// Says too whether it is invalid.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_valid = resident_id::is_valid(text) || resident_id::is_valid_old(text) || is_masked(text);
    if !is_valid {
        let masked = resident_id::repair(text).map(|number| format!("{}*************{}", &number[..2], &number[15..]));
        judge.find_with_repair(&RULE, path, Params::default(), masked.map(|masked| json!(masked)));
    }
    !is_valid
}

fn is_masked(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit_or_star = |byte: &u8| byte.is_ascii_digit() || *byte == b'*';
    matches!(bytes.len(), 15 | 18)
        && bytes.iter().filter(|byte| **byte == b'*').count() >= MIN_STARS
        && bytes.split_last().is_some_and(|(last, head)| {
            head.iter().all(is_digit_or_star) && (is_digit_or_star(last) || *last == b'X')
        })
}

#[cfg(test)]
mod tests {
    use super::is_masked;

    #[test]
    fn masks_have_the_length_of_a_number() {
        for text in ["43**************12", "110105********002X", "35*************123", "110***********1"] {
            assert!(is_masked(text), "{text}");
        }
        for text in ["", "****", "11010519491231002X", "43**************1Y", "43************12", "X***************12"] {
            assert!(!is_masked(text), "{text}");
        }
    }
}
