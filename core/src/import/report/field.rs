//! The fields of an item, and how sure each is.

use serde::{Deserialize, Serialize};

/// A field of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Field {
    /// Number of the row.
    Row,
    /// First level.
    Level1,
    /// Second level.
    Level2,
    /// Elements.
    Elements,
    /// Legal basis.
    Basis,
    /// Time limit.
    TimeLimit,
    /// Publisher.
    Subject,
    /// Channels.
    Channels,
    /// Audience.
    Audience,
    /// Way of disclosure.
    Method,
    /// Levels.
    Levels,
}

impl Field {
    /// The name that documents write.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Field::Row => "row",
            Field::Level1 => "level1",
            Field::Level2 => "level2",
            Field::Elements => "elements",
            Field::Basis => "basis",
            Field::TimeLimit => "time_limit",
            Field::Subject => "subject",
            Field::Channels => "channels",
            Field::Audience => "audience",
            Field::Method => "method",
            Field::Levels => "levels",
        }
    }

    /// Heading of the official table, in Chinese and English.
    #[must_use]
    pub fn heading(self) -> (&'static str, &'static str) {
        match self {
            Field::Row => ("序号", "number"),
            Field::Level1 => ("一级事项", "first level"),
            Field::Level2 => ("二级事项", "item"),
            Field::Elements => ("公开内容（要素）", "elements"),
            Field::Basis => ("公开依据", "legal basis"),
            Field::TimeLimit => ("公开时限", "time limit"),
            Field::Subject => ("公开主体", "publisher"),
            Field::Channels => ("公开渠道和载体", "channels"),
            Field::Audience => ("公开对象", "audience"),
            Field::Method => ("公开方式", "way of disclosure"),
            Field::Levels => ("公开层级", "levels"),
        }
    }
}

/// How sure a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the three buckets of the report")]
pub enum Certainty {
    /// It says what is printed.
    Understood,
    /// It was filled by an assumption.
    Assumed,
    /// A person has to look at it.
    NotUnderstood,
}
