//! A time limit in the words of a clerk: what the report says that it was read as.

use std::borrow::Cow;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};

use crate::time_limit::{ClauseKind, TimeLimit, Trigger, Unit};

use super::{Word, one_of};

/// What a clause can be.
const KINDS: [&str; 9] = [
    "within",
    "before",
    "at-least",
    "promptly",
    "real-time",
    "long-term",
    "per-other-law",
    "yearly-before",
    "other",
];

/// In what a clause can count.
const UNITS: [&str; 8] = ["hour", "working-day", "day", "week", "month", "quarter", "half-year", "year"];

/// A clause of a time limit in the words of a clerk who writes down what a table says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ParsedClause {
    /// `within`, `before`, `at-least`, `promptly`, `real-time`, `long-term`, `per-other-law`, `yearly-before`, `other`.
    #[serde(deserialize_with = "kind")]
    pub kind: Word,
    /// How many of the unit.
    pub amount: Option<u32>,
    /// `working-day`, `day`, `week`, `month`, `hour`, …
    #[serde(deserialize_with = "unit_name")]
    pub unit: Option<Word>,
    /// The event, as printed.
    pub from: Option<String>,
    /// What the clause is confined to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Day of the year, `MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl ParsedClause {
    /// The clauses of a time limit. What could not be read is one of kind `other`.
    #[must_use]
    pub fn all(limit: &TimeLimit) -> Vec<Self> {
        let read = limit.clauses.iter().filter(|clause| clause.kind != ClauseKind::OnRequest).map(|clause| {
            let word = clause.word.as_deref().unwrap_or_default();
            let kind = match clause.kind {
                ClauseKind::Within => "within",
                ClauseKind::AtLeast | ClauseKind::Exactly => "at-least",
                ClauseKind::Before => "before",
                ClauseKind::YearlyBefore => "yearly-before",
                ClauseKind::OtherLawPrevails => "per-other-law",
                ClauseKind::OpenWords if word.contains("实时") => "real-time",
                ClauseKind::OpenWords if word.contains("长期") => "long-term",
                ClauseKind::OpenWords if word.contains("及时") => "promptly",
                _ => "other",
            };
            let dated = clause.kind == ClauseKind::YearlyBefore;
            ParsedClause {
                kind,
                amount: clause.amount.filter(|_| !dated),
                unit: clause.unit.filter(|_| !dated).map(unit),
                from: clause.trigger.as_ref().map(|trigger| match trigger {
                    Trigger::Event(event) => event.clone(),
                    Trigger::FormedOrChanged => "信息形成或者变更".to_owned(),
                }),
                scope: clause.part.clone(),
                date: clause.date.clone(),
            }
        });
        let is_read_too =
            |text: &&String| limit.clauses.iter().any(|clause| limit.text_of(clause).contains(text.as_str()));
        let unread = limit.unread.iter().filter(|text| !is_read_too(text)).map(|text| ParsedClause {
            kind: "other",
            amount: None,
            unit: None,
            from: None,
            scope: Some(text.clone()),
            date: None,
        });
        read.chain(unread).collect()
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Hours => "hour",
        Unit::WorkingDays => "working-day",
        Unit::Days => "day",
        Unit::Weeks => "week",
        Unit::Months => "month",
        Unit::Quarters => "quarter",
        Unit::HalfYears => "half-year",
        Unit::Years => "year",
    }
}

fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    one_of(&Cow::<str>::deserialize(deserializer)?, &KINDS)
}

fn unit_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static str>, D::Error> {
    let unit: Option<Cow<'_, str>> = Option::deserialize(deserializer)?;
    unit.map(|unit| one_of(&unit, &UNITS)).transpose()
}
