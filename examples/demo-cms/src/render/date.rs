//! Days and times in words.

use gongkai_core::text::Lang;

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

/// A day in words; anything that is no `YYYY-MM-DD` stays as it is.
pub(crate) fn day(text: &str, lang: Lang) -> String {
    let Some(date) = gongkai_core::date::parse(text) else {
        return text.to_owned();
    };
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => {
            let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
            format!("{} {month} {}", date.day(), date.year())
        }
    }
}

/// A stored local time as lists show it: `YYYY-MM-DD HH:MM`.
pub(crate) fn minute(stored: &str) -> String {
    stored.get(..16).unwrap_or(stored).replace('T', " ")
}

/// The day of a stored local time: `YYYY-MM-DD`.
pub(crate) fn day_of(stored: &str) -> &str {
    stored.get(..10).unwrap_or(stored)
}
