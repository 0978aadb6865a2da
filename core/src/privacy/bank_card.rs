//! Bank cards and passbooks of persons; accounts of organisations are published on purpose.

use super::runs::Number;
use super::words::Topics;
use super::{Certainty, Finding, PrivacyKind, Scan, stars};
use crate::identifier::bank_card;

/// So many bytes between a finding and the next number of the same row.
const MAX_GAP_BYTES: usize = 4;

pub(super) fn judge(number: &Number, scan: &Scan<'_>, is_in_url: bool) -> Option<Finding> {
    let plain = number.plain.as_str();
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit());
    if !(15..=19).contains(&plain.len()) || !is_number || scan.surroundings.has_unit(number.end) {
        return None;
    }
    let topics = scan.surroundings.topics(number.start);
    let is_valid = bank_card::is_valid(plain);
    let is_union = plain.starts_with("62");
    let certainty = if topics.has(Topics::CARD) {
        if is_valid { Certainty::Certain } else { Certainty::Likely }
    } else if topics.has(Topics::ACCOUNT) {
        if !is_valid || topics.has(Topics::PUBLIC) || scan.surroundings.is_public_account(number.start) {
            return None;
        }
        if is_union { Certainty::Certain } else { Certainty::Likely }
    } else {
        let is_other = topics.has(Topics::SERIAL.or(Topics::AMOUNT).or(Topics::PUBLIC));
        let is_usual = is_union && (plain.len() == 19 || (plain.len() == 16 && !number.is_spaced));
        // In a row with a person's number, a number that checks as a card is that person's.
        let is_in_row = scan
            .findings
            .last()
            .is_some_and(|last| number.start >= last.end && number.start - last.end <= MAX_GAP_BYTES);
        if !is_valid || is_other || is_in_url || number.is_part || !(is_usual || is_in_row) {
            return None;
        }
        Certainty::Likely
    };
    let masked = format!("{}{}", stars(plain.len() - 4), &plain[plain.len() - 4..]);
    Some(Finding { kind: PrivacyKind::BankCard, start: number.start, end: number.end, masked, certainty })
}
