//! Mobile telephone numbers, with a country code or without.

use super::runs::Number;
use super::words::Topics;
use super::{Certainty, Finding, PrivacyKind, Scan};

pub(super) fn judge(number: &Number, scan: &Scan<'_>, is_in_url: bool) -> Option<Finding> {
    let plain = number.plain.as_str();
    let has_plus = || scan.text[..number.start].ends_with(['+', '＋']);
    let (mobile, has_code) = match plain.len() {
        11 => (plain, false),
        12 => (plain.strip_prefix('0')?, true),
        13 => (plain.strip_prefix("86")?, true),
        15 => (plain.strip_prefix("0086")?, true),
        _ => return None,
    };
    let is_mobile = matches!(mobile.as_bytes(), [b'1', b'3'..=b'9', ..])
        && mobile.bytes().all(|byte| byte.is_ascii_digit());
    if !is_mobile || scan.surroundings.has_unit(number.end) {
        return None;
    }
    let topics = scan.surroundings.topics(number.start);
    let certainty = if topics.has(Topics::PHONE) {
        let is_own = topics.has(Topics::MOBILE) && !topics.has(Topics::OFFICE);
        if is_own { Certainty::Certain } else { Certainty::Likely }
    } else {
        let other = Topics::SERIAL.or(Topics::AMOUNT).or(Topics::ACCOUNT).or(Topics::CARD).or(Topics::PUBLIC);
        let is_years = number.is_spaced && is_year(&mobile[3..7]) && is_year(&mobile[7..]);
        if topics.has(other) || is_years || is_in_url || number.is_part || (has_code && !has_plus()) {
            return None;
        }
        Certainty::Likely
    };
    let masked = format!("{}****{}", &mobile[..3], &mobile[7..]);
    Some(Finding { kind: PrivacyKind::Mobile, start: number.start, end: number.end, masked, certainty })
}

/// Whether four digits read as a year: 138 2019 2020 is a row of a table.
fn is_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}
