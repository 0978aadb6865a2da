//! Numbers of residents (公民身份号码, GB 11643): 18 characters with a check character, and the old 15 digits.

use super::{repaired, weighted};

/// Numbers are given to people born in these years.
const YEARS: std::ops::RangeInclusive<u32> = 1880..=2100;

/// The first two digits of regions that give numbers; 8 for residents from Hong Kong, Macao and Taiwan, 9 for foreigners.
const PROVINCES: [&[u8]; 10] =
    [b"", b"12345", b"123", b"1234567", b"123456", b"01234", b"12345", b"1", b"123", b"012345678"];

const WEIGHTS: &[u8] = &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// Whether a text is a number of 18 characters with a plausible region, a date that exists and the right check character.
///
/// # Example
/// ```
/// use gongkai_core::identifier::resident_id;
/// assert!(resident_id::is_valid("11010519491231002X"));
/// assert!(!resident_id::is_valid("110105194912310021"));
/// ```
#[must_use]
pub fn is_valid(text: &str) -> bool {
    is_plausible(text) && check_character(text.as_bytes()) == text.as_bytes().last().copied()
}

/// Whether a text has the form, a plausible region and a date that exists, whatever its check character.
#[must_use]
pub fn is_plausible(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && (bytes[17].is_ascii_digit() || bytes[17] == b'X')
        && has_region(bytes)
        && YEARS.contains(&number(&bytes[6..10]))
        && is_day(number(&bytes[6..10]), number(&bytes[10..12]), number(&bytes[12..14]))
}

/// Whether a text is a number of the old form: 15 digits with a plausible region and a date of the twentieth century.
/// It has no check character, so that one number in thirty is valid by chance.
#[must_use]
pub fn is_valid_old(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 15
        && bytes.iter().all(u8::is_ascii_digit)
        && has_region(bytes)
        && is_day(1900 + number(&bytes[6..8]), number(&bytes[8..10]), number(&bytes[10..12]))
}

/// The number in the right spelling, where case, width, blanks or dashes were all that was wrong.
#[must_use]
pub fn repair(text: &str) -> Option<String> {
    repaired(text, is_valid)
}

fn check_character(bytes: &[u8]) -> Option<u8> {
    let sum = weighted(bytes.get(..17)?, WEIGHTS)?;
    b"10X98765432".get(sum as usize % 11).copied()
}

fn has_region(bytes: &[u8]) -> bool {
    PROVINCES[usize::from(bytes[0] - b'0')].contains(&bytes[1])
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        for text in ["11010519491231002X", "440524188001010014", "34052419800101001X", "370101190102039973"] {
            assert!(is_valid(text), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_not_valid() {
        for text in [
            "",
            "110105194912310021",
            "11010519491231002x",
            "110105194902300025",
            "11010519491331002X",
            "00010519491231002X",
            "11010517991231002X",
            "1101051949123100",
            "11010519491231002XX",
            "X1010519491231002X",
            "１１０１０５１９４９１２３１００２Ｘ",
        ] {
            assert!(!is_valid(text), "{text}");
        }
        assert!(is_plausible("110105194912310021") && !is_plausible("11010519491331002X"));
    }

    #[test]
    fn one_wrong_digit_and_two_exchanged_ones_are_noticed() {
        let good = b"34052419800101001X";
        for place in 0..17 {
            for digit in b'0'..=b'9' {
                let mut wrong = *good;
                wrong[place] = digit;
                let is_same = wrong == *good;
                assert_eq!(is_valid(std::str::from_utf8(&wrong).expect("digits")), is_same);
            }
            let mut wrong = *good;
            wrong.swap(place, place + 1);
            assert_eq!(is_valid(std::str::from_utf8(&wrong).expect("digits")), wrong == *good);
        }
    }

    #[test]
    fn old_numbers() {
        assert!(is_valid_old("110105491231002"));
        assert!(
            !is_valid_old("110105491331002")
                && !is_valid_old("11010549123100")
                && !is_valid_old("010105491231002")
        );
    }

    #[test]
    fn repairs() {
        for text in [
            "11010519491231002x",
            "１１０１０５１９４９１２３１００２Ｘ",
            "110105 19491231 002X",
            "110105-1949\u{200b}1231002X",
        ] {
            assert_eq!(repair(text).as_deref(), Some("11010519491231002X"), "{text}");
        }
        for text in ["11010519491231002X", "110105194912310021", "身份证11010519491231002X", ""] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
