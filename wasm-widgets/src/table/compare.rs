//! Which of two cells comes first: numbers and sums of money by value, days in their order, texts as the language has it.

use gongkai_core::field::parse_number;
use gongkai_core::{Kind, date};

/// What a cell is sorted by; blank ones come last, whichever the direction.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortKey {
    Number(f64),
    Text(String),
    Blank,
}

impl SortKey {
    /// The key of what a cell of a column says.
    pub fn of(kind: &Kind, text: String) -> Self {
        if text.trim().is_empty() {
            return SortKey::Blank;
        }
        let number = |text: &str| parse_number(text).and_then(|number| number.as_f64());
        match kind {
            Kind::Number { .. } => number(&text).map_or(SortKey::Text(text), SortKey::Number),
            Kind::Date => match date::repair(&text) {
                Some(day) => SortKey::Text(date::write(day)),
                None => SortKey::Text(text),
            },
            _ => SortKey::Text(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_compared_by_value() {
        let number = Kind::Number { unit: None, integer: false, min: None, max: None };
        assert_eq!(SortKey::of(&number, "１，200".to_owned()), SortKey::Number(1200.0));
        assert_eq!(SortKey::of(&number, "十二".to_owned()), SortKey::Text("十二".to_owned()));
        assert_eq!(SortKey::of(&Kind::Date, "2026/9/1".to_owned()), SortKey::Text("2026-09-01".to_owned()));
        assert_eq!(SortKey::of(&Kind::Date, " ".to_owned()), SortKey::Blank);
    }
}
