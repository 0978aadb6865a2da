//! The words of official tables, as data: what heads their columns, and what stands in them besides information.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::compile::CompileError;

use super::understand::plain::key;

/// Name and version of the format of the list.
const FORMAT: &str = "gongkai-table-words/1";

/// What a column holds, or what a heading over several columns is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum HeadWord {
    Number,
    Domain,
    ItemGroup,
    #[serde(rename = "level-1")]
    Level1,
    #[serde(rename = "level-2")]
    Level2,
    LevelFurther,
    Elements,
    Basis,
    TimeLimit,
    Publisher,
    Channels,
    Audience,
    AudienceEveryone,
    AudienceGroup,
    Method,
    MethodProactive,
    MethodOnRequest,
    Levels,
    /// Known, and none of the official table's.
    Other,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    format: String,
    columns: Vec<ColumnNames>,
    levels: LevelWords,
    misprints: BTreeMap<String, String>,
    titles: TitleWords,
    lines: LineWords,
    publishers: PublisherWords,
    ditto: Words,
    none: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnNames {
    role: HeadWord,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
}

/// Names of levels of government.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelWords {
    pub endings: Vec<String>,
    pub usual: Vec<String>,
}

/// What makes a line a title, and what in it is the name of the domain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitleWords {
    pub marks: Vec<String>,
    pub ends: Vec<String>,
    pub never: Vec<String>,
    pub place_endings: Vec<String>,
    pub no_places: Vec<String>,
    pub office_endings: Vec<String>,
}

/// Lines between and around rows.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineWords {
    pub stray: Vec<String>,
    pub legend: Vec<String>,
}

/// How the names of offices end, and what is an audience instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublisherWords {
    pub offices: Vec<String>,
    pub audiences: Vec<String>,
}

/// What heads the columns of official tables, and what stands in them besides information.
#[derive(Debug, Clone)]
pub struct TableWords {
    heads: HashMap<String, HeadWord>,
    pub(crate) levels: LevelWords,
    /// From a misprint to the channel that is meant.
    pub(crate) misprints: HashMap<String, String>,
    pub(crate) titles: TitleWords,
    pub(crate) lines: LineWords,
    pub(crate) publishers: PublisherWords,
    ditto: Vec<String>,
    none: Vec<String>,
}

impl TableWords {
    /// Reads the list from the text of `table-words.toml`.
    ///
    /// # Errors
    /// The text is not TOML, a key is unknown or missing, or the format is another one.
    pub fn from_toml(text: &str) -> Result<Self, CompileError> {
        let source: Source = crate::compile::read_toml(text, FORMAT, |source: &Source| &source.format)?;
        let heads = source
            .columns
            .iter()
            .flat_map(|column| column.names.iter().map(|name| (key(name), column.role)))
            .collect();
        let misprints = source.misprints.into_iter().map(|(wrong, right)| (key(&wrong), right)).collect();
        Ok(TableWords {
            heads,
            levels: source.levels,
            misprints,
            titles: source.titles,
            lines: source.lines,
            publishers: source.publishers,
            ditto: source.ditto.words.iter().map(|word| key(word)).collect(),
            none: source.none.words,
        })
    }

    /// What a heading of this name is about. `name` is a [`key`].
    pub(crate) fn head(&self, name: &str) -> Option<HeadWord> {
        self.heads.get(name).copied()
    }

    /// Names of headings, to find near ones among.
    pub(crate) fn heads(&self) -> impl Iterator<Item = (&str, HeadWord)> {
        self.heads.iter().map(|(name, head)| (name.as_str(), *head))
    }

    /// Whether a cell says that the one above holds.
    pub(crate) fn is_ditto(&self, text: &str) -> bool {
        let text = key(text);
        !text.is_empty() && self.ditto.contains(&text)
    }

    /// Whether a cell says that there is nothing.
    pub(crate) fn is_none(&self, text: &str) -> bool {
        let text: String = text.chars().filter(|char| !char.is_whitespace()).collect();
        text.is_empty() || self.none.contains(&text)
    }
}
