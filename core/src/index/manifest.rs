//! What an index holds and where.

use serde::{Deserialize, Serialize};

use crate::read::{self, DocumentError};

/// Name and version of the format.
pub const FORMAT: &str = "gongkai-index/1";

/// Name of the manifest in the folder of an index.
pub const MANIFEST_FILE: &str = "index.json";

/// What an index holds and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Manifest {
    /// Always `gongkai-index/1`.
    pub format: String,
    /// Folder of the shards and blocks; another one for every state of the index, so that they can be kept for good.
    pub folder: String,
    /// Number of entries.
    pub entries: u32,
    /// Number of entries in a block.
    pub block_entries: u32,
    /// The items of the entries, `DOMAIN/ITEM`.
    pub items: Vec<String>,
    /// The first key of each shard.
    pub shards: Vec<String>,
    /// All syllables of the titles.
    pub syllables: Vec<String>,
}

impl Manifest {
    /// Reads a manifest from JSON.
    ///
    /// # Errors
    /// The text is not JSON, lacks a property, or is of another format.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        read::document(text, FORMAT, |document: &Self| &document.format)
    }

    /// Where a shard lies in the folder of the index.
    #[must_use]
    pub fn shard_file(&self, number: usize) -> String {
        [&self.folder, "/k", &number.to_string(), ".json"].concat()
    }

    /// Where a block lies in the folder of the index.
    #[must_use]
    pub fn block_file(&self, number: u32) -> String {
        [&self.folder, "/e", &number.to_string(), ".json"].concat()
    }

    /// The block of an entry.
    #[must_use]
    pub fn block_of(&self, entry: u32) -> u32 {
        entry / self.block_entries.max(1)
    }

    /// The shard that would hold a key.
    pub(super) fn shard_of(&self, key: &str) -> usize {
        self.shards.partition_point(|first| first.as_str() <= key).saturating_sub(1)
    }
}
