//! Time limits (公开时限): the text as printed and the clauses that it was read as.

#[cfg(feature = "compile")]
mod parse;

use serde::{Deserialize, Serialize};

/// A time limit of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct TimeLimit {
    /// As printed.
    pub text: String,
    /// What it was read as. Empty: not read, a person has to judge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
}

/// One clause of a time limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Clause {
    /// What the clause demands.
    pub kind: ClauseKind,
    /// How many working days.
    pub working_days: u32,
    /// The event from which they count.
    pub trigger: Trigger,
}

/// What a clause demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ClauseKind {
    /// Publication within so many working days of an event.
    Within,
}

/// The event from which a period counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Trigger {
    /// The information came into being or changed (形成或者变更).
    FormedOrChanged,
    /// Another event, in the words of the table; an entry does not hold its date.
    Event(String),
}

#[cfg(feature = "compile")]
impl TimeLimit {
    /// Reads a time limit as printed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        TimeLimit { text: text.to_owned(), clauses: parse::clauses(text) }
    }
}
