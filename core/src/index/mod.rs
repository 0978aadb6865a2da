//! Searching the titles of many entries in files that any server hands out: no program runs there.
//!
//! A folder holds a manifest and, in a folder named by a digest of them, shards and blocks.
//! A shard has keys with the numbers of the entries that they stand for; a block has some entries.
//! Keys are pairs of characters, pairs of syllables, and runs of up to four initials, each also with a mark when a title
//! begins with it. Whoever searches reads the manifest, the shards that hold the keys of the query, and the blocks of
//! the first entries found: a [`Plan`] says which.
//! Entries are numbered by item, then by title, so that like titles lie together; deltas of numbers are what is written.

#[cfg(feature = "index")]
mod build;
mod keys;
mod letters;
mod manifest;
mod plan;

#[cfg(feature = "index")]
pub use build::{IndexEntry, IndexFile, build};
pub use manifest::{FORMAT, MANIFEST_FILE, Manifest};
pub use plan::{Block, Hit, Plan, Shard};
