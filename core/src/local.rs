//! What a county lays down for itself: what open words mean here, shorter limits, elements of its own.

use serde::{Deserialize, Serialize};

use crate::field::Help;
use crate::pack::ItemRef;
use crate::time_limit::{Clause, ClauseKind, Unit};

/// Name and version of the format.
pub const FORMAT: &str = "gongkai-local/1";

/// The local parameters of one jurisdiction.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// Always `gongkai-local/1`.
    pub format: String,
    /// The document that lays them down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// What open words of time limits mean here.
    #[serde(default)]
    pub open_words: Vec<OpenWord>,
    /// Limits for publishing that are recommended here, beside those of the guideline.
    #[serde(default)]
    pub limits: Vec<LocalLimit>,
    /// Elements that entries have here beside those of the guideline.
    #[serde(default)]
    pub extensions: Vec<Extension>,
}

/// What an open word of time limits means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenWord {
    /// The word as the tables print it, 及时.
    pub word: String,
    /// How many of the unit.
    pub amount: u32,
    /// Unit of the period.
    pub unit: Unit,
}

/// A limit for publishing that is recommended here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalLimit {
    /// Addresses of its items, `24-compulsory-education/xue-xiao-ming-lu`; of a pack alone: all its items.
    pub items: Vec<String>,
    /// How many of the unit.
    pub amount: u32,
    /// Unit of the period.
    pub unit: Unit,
}

/// An element of the host's own. Its key begins with `x-`, and it stands in the entry itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Key in the entry, `x-coordinates`.
    pub key: String,
    /// What to call it.
    pub name: Help,
    /// Addresses of its items; of a pack alone: all its items. Empty: all items.
    #[serde(default)]
    pub items: Vec<String>,
    /// Whether an entry cannot be published without it. Defaults to false.
    #[serde(default)]
    pub required: bool,
    /// JSON Schema of its value.
    pub schema: serde_json::Value,
}

impl Local {
    /// Reads local parameters from JSON.
    ///
    /// # Errors
    /// The text is not JSON, a property is unknown or missing, or the format is another one.
    pub fn from_json(text: &str) -> Result<Self, crate::DocumentError> {
        let unreadable = |reason: String| crate::DocumentError::Unreadable { expected: FORMAT, reason };
        let local: Self = serde_json::from_str(text).map_err(|error| unreadable(error.to_string()))?;
        if local.format != FORMAT {
            return Err(crate::DocumentError::FormatUnknown { expected: FORMAT, found: local.format });
        }
        Ok(local)
    }

    /// The same for browsers: smaller, silent about properties that it does not know, and without the elements of the
    /// host's own, which are judged natively only.
    ///
    /// # Errors
    /// The text is not JSON, a property is missing or of another type, or the format is another one.
    pub fn read(text: &str) -> Result<Self, crate::DocumentError> {
        crate::read::document(text, FORMAT, |local: &Self| &local.format)
    }

    /// What an open word means here, as a clause.
    pub(crate) fn meaning_of(&self, word: &str) -> Option<Clause> {
        let meaning = self.open_words.iter().find(|meaning| meaning.word == word)?;
        Some(within(meaning.amount, meaning.unit))
    }

    /// The limits recommended for an item, as clauses.
    pub(crate) fn limits_of(&self, item: ItemRef<'_>) -> impl Iterator<Item = Clause> {
        self.limits
            .iter()
            .filter(move |limit| names(&limit.items, item))
            .map(|limit| within(limit.amount, limit.unit))
    }
}

impl Extension {
    /// Whether entries of this item have it.
    #[must_use]
    pub fn is_of(&self, item: ItemRef<'_>) -> bool {
        self.items.is_empty() || names(&self.items, item)
    }
}

/// Whether one of the addresses is that of the item or of its pack.
fn names(addresses: &[String], item: ItemRef<'_>) -> bool {
    addresses.iter().any(|address| match address.split_once('/') {
        Some((pack, id)) => pack == item.pack.id && id == item.id,
        None => *address == item.pack.id,
    })
}

fn within(amount: u32, unit: Unit) -> Clause {
    Clause {
        kind: ClauseKind::Within,
        amount: Some(amount),
        unit: Some(unit),
        trigger: None,
        part: None,
        basis: None,
        word: None,
        date: None,
        text: String::new(),
    }
}
