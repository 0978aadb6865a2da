//! Dates as documents write them: `YYYY-MM-DD`, years 1900 to 2099, nothing else.

use jiff::civil::Date;

/// The same rule as a regular expression, without the length of months.
pub(crate) const PATTERN: &str = "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// Reads `YYYY-MM-DD`.
///
/// # Example
/// ```
/// assert!(gongkai_core::date::parse("2026-02-28").is_some());
/// assert!(gongkai_core::date::parse("2026-2-28").is_none());
/// assert!(gongkai_core::date::parse("2026-02-30").is_none());
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .try_fold(0i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
    };
    let year = number(0..4).filter(|year| (1900..2100).contains(year))?;
    let month = i8::try_from(number(5..7)?).ok()?;
    let day = i8::try_from(number(8..10)?).ok()?;
    Date::new(year, month, day).ok()
}

/// Writes `YYYY-MM-DD`.
///
/// # Example
/// ```
/// let day = gongkai_core::date::parse("2026-02-28").expect("it exists");
/// assert_eq!(gongkai_core::date::write(day), "2026-02-28");
/// ```
#[must_use]
pub fn write(date: Date) -> String {
    // The date type's own formatter brings that of times, zones and spans along: 80 KB in the browser.
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let Ok(year @ ..10_000) = u16::try_from(date.year()) else {
        return format!("{:04}-{month:02}-{day:02}", date.year());
    };
    // Every report has a date: quicker than the general formatter.
    let mut text = String::with_capacity(10);
    let two = |text: &mut String, number: u8| {
        text.extend([number / 10, number % 10].map(|digit| char::from(b'0' + digit)))
    };
    two(&mut text, (year / 100) as u8);
    two(&mut text, (year % 100) as u8);
    text.push('-');
    two(&mut text, month);
    text.push('-');
    two(&mut text, day);
    text
}

/// Days from one day to another; negative when the other one is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The day so many days or months later; of a day that its month does not have, the last one.
pub(crate) fn add(day: Date, days: i64, months: i64) -> Option<Date> {
    // Spans of the date type would bring the arithmetic of all their units along into the browser.
    let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 + months;
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let first = Date::new(year, i8::try_from(month.rem_euclid(12)).ok()? + 1, 1).ok()?;
    let in_month = Date::new(year, first.month(), day.day().min(first.days_in_month())).ok()?;
    let hours = days.checked_mul(24).filter(|hours| hours.abs() < i64::from(i32::MAX))?;
    in_month.checked_add(jiff::SignedDuration::from_hours(hours)).ok()
}

/// The date that a text in another customary way of writing means: `2026/9/1`, `2026.9.1`, `2026年9月1日`, full-width digits.
#[must_use]
pub fn repair(text: &str) -> Option<Date> {
    let mut parts = Vec::new();
    let mut digits = String::new();
    for char in text.trim().chars().map(narrow) {
        match char {
            '0'..='9' => digits.push(char),
            '-' | '/' | '.' | '年' | '月' | '日' | ' ' => {
                if !digits.is_empty() {
                    parts.push(std::mem::take(&mut digits));
                }
            }
            _ => return None,
        }
    }
    if !digits.is_empty() {
        parts.push(digits);
    }
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The half-width form of a full-width digit, letter or sign.
pub(crate) fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(char) - 0xfee0).expect("the shifted range is ASCII")
        }
        '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_customary_ways_of_writing() {
        for text in ["2026/9/1", "2026.09.01", "2026年9月1日", "２０２６－９－１", " 2026-9-1 "] {
            assert_eq!(repair(text), parse("2026-09-01"), "{text}");
        }
        for text in ["", "9/1", "2026-13-01", "20260901", "明天"] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
