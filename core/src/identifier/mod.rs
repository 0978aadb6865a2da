//! Identifiers with check characters: whether one is well formed, and what an author probably meant.
//!
//! Pure functions over text; what is a finding, an issue or an allowed number is decided by those who call.

use crate::date::narrow;

pub mod bank_card;
pub mod credit_code;
pub mod organisation_code;
pub mod resident_id;

/// Without blanks, dashes and invisible characters, half-width, upper case: how an identifier is meant to be written.
///
/// Empty when something stands in it that no identifier has, or more than any has.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for char in text.chars() {
        match narrow(char) {
            char if char.is_ascii_alphanumeric() => plain.push(char.to_ascii_uppercase()),
            char if is_between(char) => {}
            _ => return String::new(),
        }
        if plain.len() > MAX_LENGTH {
            return String::new();
        }
    }
    plain
}

/// No identifier here is longer.
const MAX_LENGTH: usize = 24;

/// Whether a character stands between the groups of a number and says nothing.
fn is_between(char: char) -> bool {
    is_invisible(char) || char.is_whitespace() || is_dash(char)
}

/// The dashes that people type.
#[must_use]
pub(crate) fn is_dash(char: char) -> bool {
    matches!(char, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}')
}

/// Characters without width, which come along when text is copied.
#[must_use]
pub(crate) fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The repaired text, where it is valid and was not before.
fn repaired(text: &str, is_valid: fn(&str) -> bool) -> Option<String> {
    let plain = plain(text);
    (plain != text && is_valid(&plain)).then_some(plain)
}

/// The sum of digits times weights; `None` when one is no digit.
fn weighted(digits: &[u8], weights: &[u8]) -> Option<u32> {
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    digits
        .iter()
        .zip(weights)
        .try_fold(0, |sum, (byte, weight)| Some(sum + digit(byte)? * u32::from(*weight)))
}
