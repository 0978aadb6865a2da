//! Passports and travel permits. Their form is that of a thousand product numbers, so that words decide.

use super::runs::Run;
use super::words::Topics;
use super::{Certainty, Finding, PrivacyKind, Scan, stars};

pub(super) fn judge(run: &Run, scan: &Scan<'_>) -> Option<Finding> {
    let plain = run.plain();
    let letters = plain.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = plain.len() - letters;
    let is_number = plain.bytes().skip(letters).all(|byte| byte.is_ascii_digit());
    let first = plain.as_bytes().first().copied().unwrap_or_default();
    let is_known = match (letters, digits) {
        (1, 8) => b"EGDSPHKCWM".contains(&first),
        (1, 10) => b"HM".contains(&first),
        (2, 7) => b"EDSPKMC".contains(&first),
        _ => false,
    };
    let may_be_foreign = letters <= 3 && (6..=9).contains(&plain.len());
    if !is_number || !(is_known || may_be_foreign) {
        return None;
    }
    let topics = scan.surroundings.topics(run.start);
    let certainty = match (topics.has(Topics::PASSPORT), topics.has(Topics::ID), is_known) {
        (true, _, true) => Certainty::Certain,
        (true, _, false) | (false, true, true) => Certainty::Likely,
        _ => return None,
    };
    let masked = format!("{}{}{}", &plain[..1], stars(plain.len() - 3), &plain[plain.len() - 2..]);
    Some(Finding { kind: PrivacyKind::Passport, start: run.start, end: run.end, masked, certainty })
}
