//! Number plates: a province, a letter, five characters; six for new energy; four and a Chinese one for some others.

use super::runs::Runs;
use super::words::{PLATE_ENDS, PLATE_PROVINCES, Topics};
use super::{Certainty, Finding, PrivacyKind, Scan, stars};
use crate::identifier::{is_dash, is_invisible};

/// Judges the next runs; says too how many of them the plate takes.
pub(super) fn judge(runs: &Runs<'_>, scan: &Scan<'_>) -> Option<(Finding, usize)> {
    let first = &runs.ahead()[0];
    let letter = first.plain().chars().next().filter(char::is_ascii_uppercase)?;
    let province =
        scan.text[..first.start].chars().next_back().filter(|char| PLATE_PROVINCES.contains(*char))?;
    let (number, end, used) = match first.plain().len() {
        1 => {
            let second = runs.ahead().get(1)?;
            if !is_gap(&scan.text[first.end..second.start]) {
                return None;
            }
            (second.plain(), second.end, 2)
        }
        _ => (&first.plain()[1..], first.end, 1),
    };
    let mut behind = scan.text[end..].chars();
    let next = behind.next();
    let last = next.filter(|char| PLATE_ENDS.contains(char));
    let is_plate = match (number.len(), last) {
        (4, Some(_)) => digits(number) >= 2,
        (5, _) => digits(number) >= 2,
        (6, _) => {
            let is_fuel = |char: char| char.is_ascii_uppercase();
            digits(number) >= 4 && (number.starts_with(is_fuel) || number.ends_with(is_fuel))
        }
        _ => false,
    };
    let goes_on = next.is_some_and(is_dash) && behind.next().is_some_and(|char| char.is_ascii_alphanumeric());
    if !is_plate || goes_on || number.contains(['I', 'O']) {
        return None;
    }
    let start = first.start - province.len_utf8();
    let topics = scan.surroundings.topics(start);
    let certainty = if topics.has(Topics::PLATE) {
        Certainty::Certain
    } else if topics.has(Topics::SERIAL) {
        return None;
    } else {
        Certainty::Likely
    };
    let end = match (number.len(), last) {
        (4, Some(last)) => end + last.len_utf8(),
        _ => end,
    };
    let masked = format!("{province}{letter}{}{}", stars(number.len() - 2), &number[number.len() - 2..]);
    Some((Finding { kind: PrivacyKind::VehiclePlate, start, end, masked, certainty }, used))
}

fn digits(number: &str) -> usize {
    number.bytes().filter(u8::is_ascii_digit).count()
}

/// Whether this is what stands behind the letter of a plate: a dot, a blank or a dash.
fn is_gap(between: &str) -> bool {
    let mut chars = between.chars().filter(|char| !is_invisible(*char));
    chars.next().is_some_and(|char| matches!(char, '·' | '•' | '・' | '.' | ' ') || is_dash(char))
        && chars.next().is_none()
}
