//! Organisation codes (组织机构代码, GB 11714): eight characters and a check character, with a dash or without.

use super::repaired;

const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Whether a text is a code of nine characters, with a dash before the last or without, and the right check character.
///
/// # Example
/// ```
/// use gongkai_core::identifier::organisation_code;
/// assert!(organisation_code::is_valid("007280420") && organisation_code::is_valid("00728042-0"));
/// assert!(!organisation_code::is_valid("0142768-8"));
/// ```
#[must_use]
pub fn is_valid(text: &str) -> bool {
    let (head, check) = match text.as_bytes() {
        [head @ .., b'-', check] | [head @ .., check] => (head, check),
        [] => return false,
    };
    head.len() == WEIGHTS.len() && check_character(head) == Some(*check)
}

/// The code in the right spelling, where case, width, blanks or dashes were all that was wrong.
#[must_use]
pub fn repair(text: &str) -> Option<String> {
    if is_valid(text) { None } else { repaired(text, is_valid) }
}

fn check_character(head: &[u8]) -> Option<u8> {
    let sum: u32 = head.iter().zip(WEIGHTS).try_fold(0, |sum, (byte, weight)| match byte {
        b'0'..=b'9' => Some(sum + u32::from(byte - b'0') * weight),
        b'A'..=b'Z' => Some(sum + u32::from(byte - b'A' + 10) * weight),
        _ => None,
    })?;
    b"0X987654321".get(sum as usize % 11).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_real_organs() {
        for text in
            ["007280420", "007187648", "003256351", "000014349", "053533505", "486344515", "00001434-9"]
        {
            assert!(is_valid(text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_not_valid() {
        for text in [
            "",
            "-",
            "0142768-8",
            "007280421",
            "00728042",
            "0072804200",
            "007280-420",
            "00728042o",
            "组织机构",
        ] {
            assert!(!is_valid(text), "{text}");
        }
    }

    #[test]
    fn repairs() {
        for text in ["００７２８０４２０", "0072 8042 0", "00728042—0"] {
            assert_eq!(repair(text).as_deref(), Some("007280420"), "{text}");
        }
        for text in ["007280420", "00728042-0", "0142768-8"] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
