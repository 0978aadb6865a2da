//! Days, spans and amounts in words.

use crate::date;
use crate::text::Lang;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in words; what is no `YYYY-MM-DD` stays as it is.
///
/// # Example
/// ```
/// use gongkai_core::{reading::day_words, text::Lang};
/// assert_eq!(day_words("2026-09-01", Lang::Zh), "2026年9月1日");
/// assert_eq!(day_words("2026-09-01", Lang::En), "1 September 2026");
/// assert_eq!(day_words("九月", Lang::Zh), "九月");
/// ```
#[must_use]
pub fn day_words(text: &str, lang: Lang) -> String {
    let Some(date) = date::parse(text) else {
        return text.to_owned();
    };
    let (year, month, day) = (date.year().to_string(), date.month(), date.day().to_string());
    match lang {
        Lang::Zh => [&year, "年", &month.to_string(), "月", &day, "日"].concat(),
        Lang::En => [&day, " ", MONTHS[usize::from(month.unsigned_abs()) - 1], " ", &year].concat(),
    }
}

/// From one day to another, of which one may not be known.
pub(super) fn span(start: &str, end: &str, lang: Lang) -> String {
    let (start, end) = (&day_words(start, lang), &day_words(end, lang));
    match (lang, start.is_empty(), end.is_empty()) {
        (Lang::Zh, false, true) => [start, "起"].concat(),
        (Lang::Zh, ..) => [start, "至", end].concat(),
        (Lang::En, false, true) => ["from ", start].concat(),
        (Lang::En, true, _) => ["until ", end].concat(),
        (Lang::En, ..) => [start, " to ", end].concat(),
    }
}

/// An amount with separators: `1234.50` becomes `1,234.50`; what is no decimal number stays as it is.
pub(super) fn amount(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.find('.').map_or((digits, ""), |dot| digits.split_at(dot));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction.strip_prefix('.').unwrap_or_default()) {
        return text.to_owned();
    }
    let mut grouped = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped() {
        for (text, grouped) in [
            ("0", "0"),
            ("999.5", "999.5"),
            ("1234.50", "1,234.50"),
            ("-1234567", "-1,234,567"),
            ("123456", "123,456"),
            ("约1200", "约1200"),
            ("1200.5.1", "1200.5.1"),
            ("-", "-"),
            ("", ""),
        ] {
            assert_eq!(amount(text), grouped);
        }
    }

    #[test]
    fn spans_have_one_end_or_two() {
        let (first, last) = ("2026-09-01", "2026-09-07");
        for (start, end, lang, words) in [
            (first, last, Lang::Zh, "2026年9月1日至2026年9月7日"),
            (first, "", Lang::Zh, "2026年9月1日起"),
            ("", last, Lang::Zh, "至2026年9月7日"),
            (first, last, Lang::En, "1 September 2026 to 7 September 2026"),
            (first, "", Lang::En, "from 1 September 2026"),
            ("", last, Lang::En, "until 7 September 2026"),
        ] {
            assert_eq!(span(start, end, lang), words);
        }
    }
}
