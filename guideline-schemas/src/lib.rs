//! The data: guideline tables of the 26 domains, the lexicon and the working-day calendar, as texts.
//!
//! Read and compiled by `gongkai-core`; this package knows nothing of it.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

/// One domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Domain {
    /// Code and slug joined, `24-compulsory-education`; the name of its folder.
    pub id: &'static str,
    /// Text of its `guideline.toml`.
    pub guideline: &'static str,
}

/// The domains in the order of their codes.
pub const DOMAINS: &[Domain] = include!(concat!(env!("OUT_DIR"), "/domains.rs"));

/// Text of `lexicon.toml`.
pub const LEXICON: &str = include_str!("../lexicon.toml");

/// Text of `calendar.toml`.
pub const CALENDAR: &str = include_str!("../calendar.toml");

/// Text of `regions.tsv`: codes of administrative divisions by year.
pub const REGIONS: &str = include_str!("../regions.tsv");

/// Text of `laws.toml`: laws and what became of them.
pub const LAWS: &str = include_str!("../laws.toml");

/// Text of `ids.lock`: which id names which item and which key names which element.
pub const IDS_LOCK: &str = include_str!("../ids.lock");

/// Text of `table-words.toml`: what heads the columns of official tables and stands in them.
pub const TABLE_WORDS: &str = include_str!("../table-words.toml");
