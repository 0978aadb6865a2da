//! The compiled pack: what every output of a domain is made from, as loaded by the widgets.

use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::guideline::{Audience, ItemKind, Mark, Method};
use crate::read::{self, DocumentError};
use crate::rulebook::{Duty, Rulebook};
use crate::time_limit::TimeLimit;

/// Name and version of the compiled pack format.
pub const FORMAT: &str = "gongkai-pack/1";

/// One domain, compiled: items with their fields, ready to check, to show and to list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Pack {
    /// Always `gongkai-pack/1`.
    pub format: String,
    /// Code and slug joined, `24-compulsory-education`; what an entry names in `pack`.
    pub id: String,
    /// Two-digit code of the domain.
    pub code: String,
    /// ASCII name of the domain.
    pub slug: String,
    /// Name of the domain (领域).
    pub name: String,
    /// Title of the guideline.
    pub title: String,
    /// Edition of the guideline.
    pub edition: String,
    /// First day on which this edition holds, `YYYY-MM-DD`. None: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Last day on which this edition holds, `YYYY-MM-DD`. None: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    /// What holds for every entry.
    #[serde(default)]
    pub rulebook: Rulebook,
    /// The items in the order of the table.
    pub items: Vec<Item>,
}

/// One item (二级事项), compiled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Item {
    /// Stable ASCII id, unique in its pack.
    pub id: String,
    /// First-level heading (一级事项).
    pub category: String,
    /// Name (二级事项).
    pub name: String,
    /// What kind of thing it asks for.
    pub kind: ItemKind,
    /// One field for each element, in the order of the table.
    pub fields: Vec<Field>,
    /// Laws and documents that require it (公开依据).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<String>,
    /// Time limit (公开时限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<TimeLimit>,
    /// What the row and the statutes demand of its times, as far as entries can be judged by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// Who publishes (公开主体).
    pub publisher: String,
    /// Channels (公开渠道和载体) in the order of the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// To whom (公开对象).
    pub audience: Audience,
    /// In which way (公开方式).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<Method>,
    /// At which levels (公开层级).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    /// Seen in a published table, or recalled.
    pub mark: Mark,
    /// In how many published tables it was seen.
    #[serde(default)]
    pub sightings: u32,
    /// Published tables in which it was seen. Left out of the packs that browsers load.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// One channel of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Channel {
    /// Name as in the table.
    pub name: String,
    /// An entry cannot count as published without it. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
}

impl Pack {
    /// Reads a compiled pack from JSON.
    ///
    /// # Errors
    /// The text is not JSON, lacks a property, or is of another format.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        read::document(text, FORMAT, |document: &Self| &document.format)
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<ItemRef<'_>> {
        self.items.iter().find(|item| item.id == id).map(|item| ItemRef { pack: self, item })
    }

    /// All items in the order of the table.
    pub fn items(&self) -> impl Iterator<Item = ItemRef<'_>> {
        self.items.iter().map(|item| ItemRef { pack: self, item })
    }

    /// The same pack without what only schemas and tables show, for browsers.
    #[must_use]
    pub fn slim(mut self) -> Self {
        for item in &mut self.items {
            item.evidence.clear();
        }
        self
    }
}

/// An item together with the pack it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct ItemRef<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The item.
    pub item: &'a Item,
}

impl std::ops::Deref for ItemRef<'_> {
    type Target = Item;

    fn deref(&self) -> &Item {
        self.item
    }
}
