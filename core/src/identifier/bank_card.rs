//! Numbers of bank cards: 16 to 19 digits of a known issuer, the last of which checks the others (Luhn).

use super::repaired;

/// Whether a text is a card number: its length, the prefix of an issuer, the check digit.
///
/// # Example
/// ```
/// use gongkai_core::identifier::bank_card;
/// assert!(bank_card::is_valid("6222021234567890128"));
/// assert!(!bank_card::is_valid("6222021234567890127"));
/// ```
#[must_use]
pub fn is_valid(text: &str) -> bool {
    has_issuer(text) && is_checked(text)
}

/// Whether a text has the length and the prefix of a card: UnionPay 62, and the older ones of 4, 51 to 55 and 955.
#[must_use]
pub fn has_issuer(text: &str) -> bool {
    let (length, digits) = (text.len(), text.as_bytes());
    let is_new = (16..=19).contains(&length) && (digits.starts_with(b"62") || digits.starts_with(b"955"));
    let is_old = length == 16 && matches!(digits, [b'4', ..] | [b'5', b'1'..=b'5', ..]);
    (is_new || is_old) && digits.iter().all(u8::is_ascii_digit)
}

/// The number in the right spelling, where width, blanks or dashes were all that was wrong.
#[must_use]
pub fn repair(text: &str) -> Option<String> {
    repaired(text, is_valid)
}

fn is_checked(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| {
            let product = u32::from(byte - b'0') << (index % 2);
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_right_check_digit() {
        for text in ["4111111111111111", "5555555555554444", "6200000000000005", "6222021234567890128"] {
            assert!(is_valid(text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_not_valid() {
        for text in [
            "",
            "4111111111111112",
            "411111111111111",
            "6222021234567890127",
            "7992739871300000",
            "62220212345678901280",
            "6222 0212 3456 7890 128",
            "６２２２０２１２３４５６７８９０１２８",
        ] {
            assert!(!is_valid(text), "{text}");
        }
    }

    #[test]
    fn repairs() {
        for text in
            ["6222 0212 3456 7890 128", "６２２２０２１２３４５６７８９０１２８", "6222-0212-3456-7890-128"]
        {
            assert_eq!(repair(text).as_deref(), Some("6222021234567890128"), "{text}");
        }
        assert_eq!(repair("6222021234567890128"), None);
    }
}
