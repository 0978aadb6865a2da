//! The menu: domain, category, item, with what a filter needs.

use serde::{Deserialize, Serialize};

use crate::read::{self, DocumentError};
use crate::search::{Reading, Synonym};

/// Name and version of the navigation format.
const FORMAT: &str = "gongkai-navigation/1";

/// The menu over all domains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Navigation {
    /// Always `gongkai-navigation/1`.
    pub format: String,
    /// The domains in their order.
    pub domains: Vec<NavigationDomain>,
    /// Who publishes (公开主体), in the order of their first items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<Reading>,
    /// To whom (公开对象), in the order of their first items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<Reading>,
    /// At which levels (公开层级), in the order of their first items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Reading>,
    /// Everyday words that a filter understands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Synonym>,
}

/// One domain of the menu.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NavigationDomain {
    /// Id of the pack, for addresses.
    pub id: String,
    /// Name of the domain.
    pub name: String,
    /// Its syllables, separated by blanks.
    pub pinyin: String,
    /// Its categories in the order of the table.
    pub categories: Vec<NavigationCategory>,
}

/// One category of a domain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NavigationCategory {
    /// Name of the category.
    pub name: String,
    /// Its items in the order of the table.
    pub items: Vec<NavigationItem>,
}

/// One item of the menu.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NavigationItem {
    /// Id of the item, for addresses.
    pub id: String,
    /// Name of the item.
    pub name: String,
    /// Its syllables, separated by blanks.
    pub pinyin: String,
    /// Who publishes it: numbers of `departments`, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<u32>,
    /// To whom: numbers of `audiences`, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<u32>,
    /// At which levels: numbers of `levels`, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<u32>,
}

impl Navigation {
    /// Reads a menu from JSON.
    ///
    /// # Errors
    /// The text is not JSON, lacks a property, or is of another format.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        read::document(text, FORMAT, |document: &Self| &document.format)
    }
}

#[cfg(feature = "compile")]
mod source;
