//! `phone-invalid`: a text that is no telephone number.
//!
//! ## What it checks
//! Landlines with area code and optional extension, mobile numbers of 11 digits, hotlines (12345, 110, 95588, 400-…); several are separated by 、.
//!
//! ## Why
//! The number is there to be called, also from outside the county.
//!
//! ## Example
//! `7111111`: `phone-invalid` (area code missing). `0736—7111111`: `phone-invalid`, repair `0736-7111111`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::PhoneInvalid).says(
    "不是有效电话号码，应为区号加号码（如 0736-7111111）、手机号或服务热线；多个号码用顿号分开",
    "not a telephone number; expected area code and number (such as 0736-7111111), a mobile number or a hotline; separate several with 、",
);

/// The same rule as a regular expression.
pub(crate) const PATTERN: &str = "^(0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|1[3-9][0-9]{9}|1[0-9]{2}|1[0-9]{4,5}|9[56][0-9]{3,6}|[48]00-?[0-9]{3}-?[0-9]{4})(、(0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|1[3-9][0-9]{9}|1[0-9]{2}|1[0-9]{4,5}|9[56][0-9]{3,6}|[48]00-?[0-9]{3}-?[0-9]{4}))*$";

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if !are_phones(text) {
        let repaired = repair(text);
        let repair = are_phones(&repaired).then(|| json!(repaired));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
}

fn are_phones(text: &str) -> bool {
    text.split('、').all(is_phone)
}

fn is_phone(text: &str) -> bool {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return false;
    }
    let bytes = text.as_bytes();
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    match (bytes.first(), groups.as_slice()) {
        // Landline: area code of 3 or 4 digits, number of 7 or 8, extension of up to 6.
        (Some(b'0'), [length]) => (10..=12).contains(length),
        (Some(b'0'), [first, extension]) if *first >= 10 => {
            *first <= 12 && (1..=6).contains(extension)
        }
        (Some(b'0'), [area, number]) => (3..=4).contains(area) && (7..=8).contains(number),
        (Some(b'0'), [area, number, extension]) => {
            (3..=4).contains(area) && (7..=8).contains(number) && (1..=6).contains(extension)
        }
        // Mobile numbers and hotlines.
        (Some(b'1'), [11]) => (b'3'..=b'9').contains(&bytes[1]),
        (Some(b'1'), [3 | 5 | 6]) => true,
        (Some(b'9'), [5..=8]) => matches!(bytes[1], b'5' | b'6'),
        // Numbers at the shared or the provider's cost.
        (Some(b'4' | b'8'), [3, 3, 4] | [3, 7] | [6, 4] | [10]) => &text[1..3] == "00",
        _ => false,
    }
}

/// Dashes, brackets, digits and separators as they are often typed, made plain.
fn repair(text: &str) -> String {
    text.trim()
        .chars()
        .map(crate::date::narrow)
        .map(|char| if matches!(char, ',' | ';' | '/' | '，' | '；') { '、' } else { char })
        .filter(|char| !matches!(char, ' ' | '('))
        .map(|char| if char == ')' { '-' } else { char })
        .collect::<String>()
        .replace("--", "-")
}
