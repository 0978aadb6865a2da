//! The menu: domain, category, item, with what a filter needs.

use serde::{Deserialize, Serialize};

use crate::read::{self, DocumentError};

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
impl Navigation {
    /// The menu over these packs; `readings` are those of the lexicon.
    #[must_use]
    pub fn new<'a>(
        packs: impl IntoIterator<Item = &'a crate::Pack>,
        readings: &std::collections::BTreeMap<String, String>,
    ) -> Self {
        Navigation {
            format: FORMAT.to_owned(),
            domains: packs.into_iter().map(|pack| NavigationDomain::new(pack, readings)).collect(),
        }
    }
}

#[cfg(feature = "compile")]
impl NavigationDomain {
    fn new(pack: &crate::Pack, readings: &std::collections::BTreeMap<String, String>) -> Self {
        let pinyin = |name: &str| super::ids::syllables(name, readings).join(" ");
        let mut categories: Vec<NavigationCategory> = Vec::new();
        for item in &pack.items {
            let entry =
                NavigationItem { id: item.id.clone(), name: item.name.clone(), pinyin: pinyin(&item.name) };
            match categories.iter_mut().find(|category| category.name == item.category) {
                Some(category) => category.items.push(entry),
                None => {
                    categories.push(NavigationCategory { name: item.category.clone(), items: vec![entry] })
                }
            }
        }
        NavigationDomain {
            id: pack.id.clone(),
            name: pack.name.clone(),
            pinyin: pinyin(&pack.name),
            categories,
        }
    }
}
