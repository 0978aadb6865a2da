//! What a comparison found, as plain data.

use serde::{Deserialize, Serialize};

use crate::lexicon::KindName;
use crate::pack::Pack;

/// Name and version of the format.
pub(super) const FORMAT: &str = "gongkai-diff/1";

/// What became of a guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diff {
    /// Always `gongkai-diff/1`.
    pub format: String,
    /// The older guideline.
    pub old: Edition,
    /// The newer guideline.
    pub new: Edition,
    /// What differs above the rows.
    pub head: Vec<HeadChange>,
    /// All items, in the order of the newer table; what was removed stands where it stood.
    pub items: Vec<ItemChange>,
}

/// One of the two guidelines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Edition {
    /// Id of its pack.
    pub pack: String,
    /// Name of the domain.
    pub name: String,
    /// Edition.
    pub edition: String,
    /// How many items it has.
    pub items: usize,
}

/// What differs above the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HeadChange {
    /// Property of the guideline source, `document_number`.
    pub property: String,
    /// What it was. Absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is. Absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Outcome {
    /// Same name, same category, same place among the others; what it asks for may have changed.
    Kept,
    /// It has another name.
    Renamed,
    /// It has another category, or another place among the others.
    Moved,
    /// Its elements are spread over several items.
    Split,
    /// The elements of several items are one item's.
    Merged,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// How two items were found to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MatchedBy {
    /// They have the same id.
    Id,
    /// They have the same name, and no other item has it.
    Name,
    /// Their names and elements are alike: an assumption.
    Similarity,
}

/// What became of an item, or of several that were split or merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ItemChange {
    /// What became of it; an item can be renamed and moved.
    pub outcomes: Vec<Outcome>,
    /// Where it stood; several when they were merged, none when it is new.
    pub old: Vec<ItemPlace>,
    /// Where it stands; several when it was split, none when it is gone.
    pub new: Vec<ItemPlace>,
    /// How the sides were found to be the same. Absent for items of one side only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matched_by: Option<MatchedBy>,
    /// Whether a person should confirm that the sides are the same. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
    /// How alike the sides are, from 0 to 1, where that was assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Elements that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<ElementChange>,
    /// What else differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// An item in its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ItemPlace {
    /// Its id.
    pub id: String,
    /// Number of its row, from 1.
    pub row: usize,
    /// First-level heading.
    pub category: String,
    /// Its name.
    pub name: String,
}

/// What became of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ElementOutcome {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed,
    /// It has the same name and is another kind of field, has another key, or is required where it was not.
    Changed,
}

/// An element that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ElementChange {
    /// What became of it.
    pub outcome: ElementOutcome,
    /// Whether more is asked for, or less.
    pub direction: Direction,
    /// What it was. Absent: it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<ElementPlace>,
    /// What it is. Absent: it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<ElementPlace>,
    /// Whether it was taken for the same by likeness of names. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
    /// How alike the names are, from 0 to 1, where that was assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
}

/// An element in its item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ElementPlace {
    /// Id of its item.
    pub item: String,
    /// Its number in the item, from 1.
    pub number: usize,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Kind of its field.
    pub kind: KindName,
    /// Whether an entry cannot be published without it.
    pub required: bool,
}

/// What of an item differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Aspect {
    /// Name of the item.
    Name,
    /// First-level heading.
    Category,
    /// Number of the row, where the item changed places with others.
    Position,
    /// What kind of item it is.
    Kind,
    /// How many elements are required.
    RequiredElements,
    /// Time limit as printed.
    TimeLimit,
    /// Who publishes.
    Publisher,
    /// To whom: `everyone`, or the name of the group.
    Audience,
    /// In which way: `proactive` or `on-request`, one change for each.
    Method,
    /// A level of government, one change for each.
    Level,
    /// A channel, one change for each; another name of the same channel is no change.
    Channel,
    /// A legal basis, one change for each; compared by title, else by number.
    Basis,
}

/// Whether a publisher has to do more, or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "there is no third direction")]
pub enum Direction {
    /// More, sooner, to more people.
    Stricter,
    /// Less, later, to fewer people.
    Looser,
    /// It differs, and neither of the two can be said.
    Other,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change {
    /// What differs.
    pub aspect: Aspect,
    /// Whether more is asked for, or less.
    pub direction: Direction,
    /// Id of the one of several items that it concerns, after a split or a merger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// What it was. Absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is. Absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

impl Diff {
    /// Whether nothing differs that is compared; where rows are known from is not.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.head.is_empty() && self.items.iter().all(ItemChange::is_unchanged)
    }

    /// How many items have this outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.items.iter().filter(|item| item.outcomes.contains(&outcome)).count()
    }
}

impl ItemChange {
    /// Whether the item is kept and nothing of it differs.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.outcomes == [Outcome::Kept] && self.elements.is_empty() && self.changes.is_empty()
    }

    /// Whether something of the item differs in this direction.
    #[must_use]
    pub fn goes(&self, direction: Direction) -> bool {
        self.elements.iter().any(|element| element.direction == direction)
            || self.changes.iter().any(|change| change.direction == direction)
    }
}

impl Edition {
    pub(super) fn of(pack: &Pack) -> Self {
        Edition {
            pack: pack.id.clone(),
            name: pack.name.clone(),
            edition: pack.edition.clone(),
            items: pack.items.len(),
        }
    }
}

impl ItemPlace {
    pub(super) fn of(pack: &Pack, index: usize) -> Self {
        let item = &pack.items[index];
        ItemPlace {
            id: item.id.clone(),
            row: index + 1,
            category: item.category.clone(),
            name: item.name.clone(),
        }
    }
}

impl Change {
    /// A change of which neither direction can be said.
    pub(super) fn of(aspect: Aspect, before: &str, after: &str) -> Self {
        Change {
            aspect,
            direction: Direction::Other,
            item: None,
            before: Some(before.to_owned()),
            after: Some(after.to_owned()),
        }
    }
}
