//! Everyday words and the words of the guidelines that they mean.

use serde::{Deserialize, Serialize};

use super::letters;

/// Fewer letters are the beginning of too many words.
const MIN_LETTERS: usize = 4;

/// A name or word with its syllables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The name.
    pub name: String,
    /// Its syllables, separated by blanks.
    pub pinyin: String,
}

/// Everyday words for the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Synonym {
    /// What people say.
    pub words: Vec<Reading>,
    /// What stands in the names of the domains, categories and items that they mean.
    pub means: Vec<String>,
}

impl Synonym {
    /// Whether one of its words is in a plain text, or is what the text begins to be.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.words.iter().any(|word| {
            if letters::only(text) {
                let letters = word.pinyin.replace(' ', "");
                letters == text || (text.len() >= MIN_LETTERS && letters.starts_with(text))
            } else {
                text.contains(&word.name) || (text.chars().count() >= 2 && word.name.starts_with(text))
            }
        })
    }
}
