//! Unified social credit codes (统一社会信用代码, GB 32100): 18 characters, the last of which checks the others.

use super::{organisation_code, repaired};

/// Digits and letters without those that resemble a digit.
const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether a text is a code with a right check character.
///
/// The organisation code inside it is not asked for its own check character: [`has_organisation_code`] does that.
///
/// # Example
/// ```
/// use gongkai_core::identifier::credit_code;
/// assert!(credit_code::is_valid("11441700007280420Y"));
/// assert!(!credit_code::is_valid("91310115MA1G4L1WXK"));
/// ```
#[must_use]
pub fn is_valid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 18
        && bytes[2..8].iter().all(u8::is_ascii_digit)
        && check_character(&bytes[..17]) == Some(bytes[17])
}

/// Whether the organisation code at the characters 9 to 17 is valid too.
#[must_use]
pub fn has_organisation_code(text: &str) -> bool {
    text.get(8..17).is_some_and(organisation_code::is_valid)
}

/// The code in the right spelling, where case, width, blanks or dashes were all that was wrong.
#[must_use]
pub fn repair(text: &str) -> Option<String> {
    repaired(text, is_valid)
}

fn check_character(head: &[u8]) -> Option<u8> {
    let (mut sum, mut weight) = (0, 1);
    for byte in head {
        sum += weight * ALPHABET.iter().position(|known| known == byte)?;
        weight = weight * 3 % 31;
    }
    ALPHABET.get((31 - sum % 31) % 31).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_real_organs() {
        for text in ["11441700007280420Y", "11441300007187648G", "113417020032563511", "11341702486344515H"] {
            assert!(is_valid(text) && has_organisation_code(text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_not_valid() {
        for text in [
            "",
            "91310115MA1G4L1WXK",
            "11441700007280420G",
            "1144170000728042Y",
            "11441700007280420y",
            "1144I700007280420Y",
            "11441700007280420YY",
            "１1441700007280420Y",
        ] {
            assert!(!is_valid(text), "{text}");
        }
        assert!(!has_organisation_code("11441700007280421Y") && !has_organisation_code("短"));
    }

    #[test]
    fn repairs() {
        for text in ["11441700007280420y", "１１４４１７００００７２８０４２０Ｙ", "1144 1700 0072 8042 0Y"]
        {
            assert_eq!(repair(text).as_deref(), Some("11441700007280420Y"), "{text}");
        }
        assert_eq!(repair("11441700007280420Y"), None);
        assert_eq!(repair("91310115ma1g4l1wxk"), None);
    }
}
