//! Numbers as a spreadsheet shows them.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// How a number is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberFormat {
    General,
    /// A day, with the time of day where the format has one.
    Date {
        has_day: bool,
        has_time: bool,
    },
    Pattern(Pattern),
}

/// Digits with text around them, such as `0000` or `0.0"%"`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pattern {
    before: String,
    after: String,
    least_whole_digits: usize,
    least_decimals: usize,
    most_decimals: usize,
    has_groups: bool,
    percents: u32,
    /// The format shows text alone.
    is_text: bool,
}

impl NumberFormat {
    /// A format by its number, where the program does not write its code.
    pub fn built_in(number: u32) -> Self {
        let code = match number {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 => "#,##0",
            4 | 39 | 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => {
                return NumberFormat::Date { has_day: true, has_time: false };
            }
            22 => return NumberFormat::Date { has_day: true, has_time: true },
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => {
                return NumberFormat::Date { has_day: false, has_time: true };
            }
            _ => return NumberFormat::General,
        };
        NumberFormat::parse(code)
    }

    /// A format by its code.
    pub fn parse(code: &str) -> Self {
        // Others are for negative numbers, zero and text.
        let code = first_section(code);
        if code.trim().eq_ignore_ascii_case("general") || code.trim() == "@" || code.trim().is_empty() {
            return NumberFormat::General;
        }
        let mut pattern = Pattern::default();
        let mut chars = code.chars().peekable();
        let (mut has_day, mut has_time, mut has_digits) = (false, false, false);
        let (mut in_decimals, mut is_plain) = (false, true);
        while let Some(char) = chars.next() {
            let mut literal = None;
            match char {
                '"' => {
                    let text: String = chars.by_ref().take_while(|char| *char != '"').collect();
                    literal = Some(text);
                }
                '\\' => literal = chars.next().map(String::from),
                // A blank as wide as the next character, or that character again and again.
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inner: String = chars.by_ref().take_while(|char| *char != ']').collect();
                    let lower = inner.to_ascii_lowercase();
                    has_time |= ["h", "hh", "m", "mm", "s", "ss"].contains(&lower.as_str());
                    if let Some(currency) = inner.strip_prefix('$') {
                        literal = Some(currency.split('-').next().unwrap_or_default().to_owned());
                    }
                }
                'y' | 'Y' | 'd' | 'D' | 'e' | 'g' => has_day = true,
                'm' | 'M' => has_day |= !has_time,
                'h' | 'H' | 's' | 'S' => has_time = true,
                '0' | '?' | '#' => {
                    has_digits = true;
                    match (in_decimals, char) {
                        (false, '0') => pattern.least_whole_digits += 1,
                        (false, _) => {}
                        (true, '0') => {
                            pattern.most_decimals += 1;
                            pattern.least_decimals = pattern.most_decimals;
                        }
                        (true, _) => pattern.most_decimals += 1,
                    }
                }
                '.' if has_digits || chars.peek() == Some(&'0') => in_decimals = true,
                ',' if has_digits && matches!(chars.peek(), Some('0' | '#' | '?')) => {
                    pattern.has_groups = true
                }
                // A comma behind the digits divides by a thousand; E shows an exponent, / a fraction.
                ',' | '/' | 'E' if has_digits => is_plain = false,
                '%' => {
                    pattern.percents += 1;
                    literal = Some("%".to_owned());
                }
                char => literal = Some(char.to_string()),
            }
            if let Some(text) = literal {
                let side = if has_digits { &mut pattern.after } else { &mut pattern.before };
                side.push_str(&text);
            }
        }
        match (has_digits, has_day || has_time) {
            // Seconds can have decimals.
            (_, true) => NumberFormat::Date { has_day, has_time },
            (true, false) if is_plain => NumberFormat::Pattern(pattern),
            (false, false) if !pattern.before.is_empty() => {
                pattern.is_text = true;
                NumberFormat::Pattern(pattern)
            }
            _ => NumberFormat::General,
        }
    }

    /// A number as it is shown; days are `YYYY-MM-DD`, counted from 1904 in some workbooks.
    pub fn show(&self, number: f64, is_from_1904: bool) -> String {
        match self {
            NumberFormat::General => general(number),
            NumberFormat::Date { has_day, has_time } => {
                day(number, is_from_1904, *has_day, *has_time).unwrap_or_else(|| general(number))
            }
            NumberFormat::Pattern(pattern) => pattern.show(number),
        }
    }
}

impl Pattern {
    fn show(&self, number: f64) -> String {
        if self.is_text {
            return self.before.clone();
        }
        let scaled = number.abs() * 100f64.powi(i32::try_from(self.percents).unwrap_or(0));
        if !scaled.is_finite() || scaled >= 1e15 {
            return general(number);
        }
        let digits = format!("{scaled:.*}", self.most_decimals.min(30));
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let least = self.least_decimals.min(decimals.len());
        let kept = decimals.trim_end_matches('0').len().max(least);
        let decimals = &decimals[..kept];
        let whole = whole.trim_start_matches('0');
        let mut text = format!("{whole:0>width$}", width = self.least_whole_digits.min(64));
        if self.has_groups {
            text = grouped(&text);
        }
        let is_zero = text.bytes().chain(decimals.bytes()).all(|byte| byte == b'0' || byte == b',');
        let sign = if number < 0.0 && !is_zero { "-" } else { "" };
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{sign}{}{text}{point}{decimals}{}", self.before, self.after)
    }
}

/// The part of a code for positive numbers.
fn first_section(code: &str) -> &str {
    let mut is_quoted = false;
    let mut is_escaped = false;
    for (place, char) in code.char_indices() {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => return &code[..place],
            _ => {}
        }
    }
    code
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// As a cell without a format shows it: at most 11 digits, and none that say nothing.
fn general(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let size = number.abs();
    if size != 0.0 && !(1e-9..1e15).contains(&size) {
        return format!("{number:E}");
    }
    if number.fract() == 0.0 {
        return format!("{number:.0}");
    }
    let whole_digits = if size < 1.0 { 1 } else { format!("{size:.0}").len() };
    let text = format!("{number:.*}", 15usize.saturating_sub(whole_digits).min(10));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn day(number: f64, is_from_1904: bool, has_day: bool, has_time: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is between 0 and 2,958,466 days")]
    let seconds = (number * 86400.0).round() as i64;
    let (days, seconds) = (seconds / 86400, seconds % 86400);
    let time = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if !has_day {
        return Some(time);
    }
    let first: Date = match (is_from_1904, days) {
        (true, _) => date(1904, 1, 1),
        // The year 1900 has a 29 February there, so that days before it are one later than they seem.
        (false, 0..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    let day = first.checked_add(days.days()).ok()?;
    let day = format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
    Some(if has_time && seconds > 0 { format!("{day} {time}") } else { day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_they_do_in_a_spreadsheet() {
        for (code, number, looks) in [
            ("General", 1.0, "1"),
            ("General", 20.5, "20.5"),
            ("General", 0.1 + 0.2, "0.3"),
            ("General", -3.0, "-3"),
            ("0000", 301.0, "0301"),
            ("00", 7.0, "07"),
            ("0", 2.6, "3"),
            ("0.00", 2.5, "2.50"),
            ("#,##0", 1_234_567.0, "1,234,567"),
            ("#,##0.##", 1234.5, "1,234.5"),
            ("0%", 0.25, "25%"),
            ("0\"个工作日\"", 20.0, "20个工作日"),
            ("\"第\"0\"项\"", 3.0, "第3项"),
            ("0_ ;[Red]\\-0\\ ", 5.0, "5"),
            ("@", 12.0, "12"),
            ("yyyy\"年\"m\"月\"d\"日\"", 44348.0, "2021-06-01"),
            ("yyyy/m/d h:mm", 44348.5, "2021-06-01 12:00"),
            ("[$-F800]dddd, mmmm dd, yyyy", 44348.0, "2021-06-01"),
            ("h:mm", 0.75, "18:00"),
            ("yyyy-mm-dd", 1.0, "1900-01-01"),
            ("yyyy-mm-dd", -1.0, "-1"),
            ("# ?/?", 0.5, "0.5"),
        ] {
            assert_eq!(NumberFormat::parse(code).show(number, false), looks, "{code} {number}");
        }
        assert_eq!(NumberFormat::built_in(14).show(42886.0, true), "2021-06-01");
        assert_eq!(NumberFormat::built_in(0).show(1.0, false), "1");
    }
}
