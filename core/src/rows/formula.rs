//! Texts that spreadsheets would take for formulas.
//!
//! A cell of CSV that begins with `=`, `+`, `-`, `@`, a tab or a return is run by Excel and WPS when the file is opened
//! (OWASP: CSV injection), though it may have been typed by anybody. An apostrophe before it makes it text; whoever reads
//! takes it away again. Numbers and telephone numbers need none.

use std::borrow::Cow;

/// The text as a cell of CSV.
#[must_use]
pub fn defused(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) { Cow::Owned(["'", text].concat()) } else { Cow::Borrowed(text) }
}

/// The text that a cell of CSV stands for.
#[must_use]
pub fn meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_dangerous(text)).unwrap_or(cell)
}

fn is_dangerous(text: &str) -> bool {
    let is_number = |rest: &str| {
        rest.starts_with(|first: char| first.is_ascii_digit())
            && rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b' '))
    };
    match text.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !is_number(&text[1..]),
        // Written out, it would be read as one that was defused.
        Some('\'') => is_dangerous(&text[1..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts_and_come_back() {
        for text in [
            "=1+1",
            "=HYPERLINK(\"x\")",
            "@SUM(1)",
            "+A1",
            "-cmd|' /C calc'!A0",
            "\t=1",
            "'=1",
            "-",
            "+86-10",
        ] {
            assert_eq!(defused(text), format!("'{text}"));
            assert_eq!(meant(&defused(text)), text);
        }
        for text in ["", "甲", "-12.30", "+8610 12", "'甲'", "1=1", "-1,200", "' ", "−5"] {
            assert_eq!(defused(text), text);
            assert_eq!(meant(text), text);
        }
    }
}
