//! The shipped guidelines, compiled: where the library and its data meet.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod convert;
pub mod import;
pub mod input;

use std::sync::LazyLock;

use gongkai_core::compile::Navigation;
use gongkai_core::ids_lock::IdsLock;
use gongkai_core::import::TableWords;
use gongkai_core::{Calendar, CalendarSource, Guideline, Laws, Lexicon, Pack, Regions, compile};

/// The shipped packs in the order of their codes, compiled once.
///
/// # Panics
/// When the shipped data does not compile, which the tests rule out.
#[must_use]
pub fn packs() -> &'static [Pack] {
    static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
        guidelines()
            .iter()
            .map(|guideline| {
                compile(guideline, lexicon()).unwrap_or_else(|errors| panic!("{}: {errors}", guideline.slug))
            })
            .collect()
    });
    &PACKS
}

/// The shipped pack with this id (`24-compulsory-education`), code (`24`), slug or name (`义务教育`).
#[must_use]
pub fn pack(wanted: &str) -> Option<&'static Pack> {
    packs().iter().find(|pack| [&pack.id, &pack.code, &pack.slug, &pack.name].contains(&&wanted.to_owned()))
}

/// The shipped guidelines as their authors wrote them.
///
/// # Panics
/// When the shipped data cannot be read, which the tests rule out.
#[must_use]
pub fn guidelines() -> &'static [Guideline] {
    static GUIDELINES: LazyLock<Vec<Guideline>> = LazyLock::new(|| {
        gongkai_guidelines::DOMAINS
            .iter()
            .map(|domain| {
                Guideline::from_toml(domain.guideline)
                    .unwrap_or_else(|error| panic!("{}: {error}", domain.id))
            })
            .collect()
    });
    &GUIDELINES
}

/// The shipped lexicon.
///
/// # Panics
/// When it cannot be read, which the tests rule out.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        Lexicon::from_toml(gongkai_guidelines::LEXICON).unwrap_or_else(|error| panic!("{error}"))
    });
    &LEXICON
}

/// The shipped notices of holidays.
///
/// # Panics
/// When they cannot be read, which the tests rule out.
#[must_use]
pub fn calendar_source() -> &'static CalendarSource {
    static SOURCE: LazyLock<CalendarSource> = LazyLock::new(|| {
        CalendarSource::from_toml(gongkai_guidelines::CALENDAR).unwrap_or_else(|error| panic!("{error}"))
    });
    &SOURCE
}

/// The shipped working-day calendar.
///
/// # Panics
/// When the notices contradict themselves, which the tests rule out.
#[must_use]
pub fn calendar() -> &'static Calendar {
    static CALENDAR: LazyLock<Calendar> =
        LazyLock::new(|| Calendar::new(calendar_source()).unwrap_or_else(|error| panic!("{error}")));
    &CALENDAR
}

/// The shipped codes of administrative divisions, by year.
///
/// # Panics
/// When the table cannot be read, which the tests rule out.
#[must_use]
pub fn regions() -> &'static Regions {
    static REGIONS: LazyLock<Regions> = LazyLock::new(|| {
        Regions::parse(gongkai_guidelines::REGIONS).unwrap_or_else(|error| panic!("regions.tsv: {error}"))
    });
    &REGIONS
}

/// The shipped list of laws.
///
/// # Panics
/// When it cannot be read, which the tests rule out.
#[must_use]
pub fn laws() -> &'static Laws {
    static LAWS: LazyLock<Laws> = LazyLock::new(|| {
        Laws::from_toml(gongkai_guidelines::LAWS).unwrap_or_else(|error| panic!("laws.toml: {error}"))
    });
    &LAWS
}

/// The words of official tables.
///
/// # Panics
/// When they cannot be read, which the tests rule out.
#[must_use]
pub fn table_words() -> &'static TableWords {
    static WORDS: LazyLock<TableWords> = LazyLock::new(|| {
        TableWords::from_toml(gongkai_guidelines::TABLE_WORDS)
            .unwrap_or_else(|error| panic!("table-words.toml: {error}"))
    });
    &WORDS
}

/// The lock of the ids and keys of the shipped packs.
///
/// # Panics
/// When it cannot be read, which the tests rule out.
#[must_use]
pub fn ids_lock() -> &'static IdsLock {
    static LOCK: LazyLock<IdsLock> = LazyLock::new(|| {
        IdsLock::parse(gongkai_guidelines::IDS_LOCK).unwrap_or_else(|error| panic!("ids.lock: {error}"))
    });
    &LOCK
}

/// The menu over all shipped packs.
#[must_use]
pub fn navigation() -> Navigation {
    Navigation::new(packs(), lexicon())
}
