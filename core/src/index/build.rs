//! Writes an index.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::keys::{self, BEGINNING};
use super::manifest::{FORMAT, MANIFEST_FILE, Manifest};
use crate::compile::syllables;
use crate::lexicon::Lexicon;
use crate::search::plain;

/// About how long a shard is; a key with more numbers than that has one of its own.
const SHARD_BYTES: usize = 24 << 10;

/// Entries in a block.
const BLOCK_ENTRIES: usize = 64;

/// Digits of the digest that names the folder.
const DIGEST_BYTES: usize = 8;

/// What an index has to know of an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndexEntry {
    /// Its item, `DOMAIN/ITEM`.
    pub item: String,
    /// Its title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`; empty when there is none.
    pub date: String,
    /// What its address is made of.
    pub id: String,
}

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path within the folder of the index.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The files of an index over these entries, the manifest last; the same entries give the same files in any order.
#[must_use]
pub fn build(mut entries: Vec<IndexEntry>, lexicon: &Lexicon) -> Vec<IndexFile> {
    entries.sort_unstable_by(|one, other| {
        let key = |entry: &IndexEntry| (entry.item.clone(), entry.title.clone());
        // The latest of those with the same title comes first.
        key(one).cmp(&key(other)).then_with(|| other.date.cmp(&one.date)).then_with(|| one.id.cmp(&other.id))
    });
    entries.dedup();
    let mut items: Vec<String> = Vec::new();
    let mut numbers = Postings::default();
    let mut all_syllables = BTreeSet::new();
    let mut blocks = Vec::new();
    let mut rows = Vec::new();
    for (number, entry) in (0_u32..).zip(&entries) {
        if items.last() != Some(&entry.item) {
            items.push(entry.item.clone());
        }
        rows.push(json!([items.len() - 1, entry.id, entry.title, entry.date]));
        if rows.len() == BLOCK_ENTRIES {
            blocks.push(json!(std::mem::take(&mut rows)).to_string());
        }
        let syllables = syllables(&entry.title, &lexicon.readings);
        numbers.add_all(keys::pairs(&plain(&entry.title)), number);
        numbers.add_all(keys::syllable_pairs(&syllables), number);
        numbers.add_all(keys::initials(&syllables), number);
        all_syllables.extend(syllables);
    }
    if !rows.is_empty() {
        blocks.push(json!(rows).to_string());
    }
    let (first_keys, shards) = numbers.into_shards();
    let mut digest = Sha256::new();
    shards.iter().chain(&blocks).for_each(|text| digest.update(text));
    let mut folder = String::new();
    for byte in &digest.finalize()[..DIGEST_BYTES] {
        let _ = write!(folder, "{byte:02x}");
    }
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        folder,
        entries: u32::try_from(entries.len()).unwrap_or(u32::MAX),
        block_entries: BLOCK_ENTRIES as u32,
        items,
        shards: first_keys,
        syllables: all_syllables.into_iter().collect(),
    };
    let text = serde_json::to_string(&manifest).expect("a manifest is plain data");
    let mut files = Vec::new();
    files.extend(
        shards
            .into_iter()
            .enumerate()
            .map(|(number, text)| IndexFile { path: manifest.shard_file(number), text }),
    );
    files.extend(
        (0..).zip(blocks).map(|(number, text)| IndexFile { path: manifest.block_file(number), text }),
    );
    files.push(IndexFile { path: MANIFEST_FILE.to_owned(), text });
    files
}

/// The numbers of the entries by key.
#[derive(Default)]
struct Postings(HashMap<String, Vec<u32>>);

impl Postings {
    /// Adds the keys of an entry; the first one also as that of a beginning.
    fn add_all(&mut self, keys: impl IntoIterator<Item = String>, number: u32) {
        for (place, key) in keys.into_iter().enumerate() {
            if place == 0 {
                self.add([BEGINNING.to_string(), key.clone()].concat(), number);
            }
            self.add(key, number);
        }
    }

    fn add(&mut self, key: String, number: u32) {
        let numbers = self.0.entry(key).or_default();
        if numbers.last() != Some(&number) {
            numbers.push(number);
        }
    }

    /// The first key of each shard, and the shards.
    fn into_shards(self) -> (Vec<String>, Vec<String>) {
        let mut keys: Vec<(String, Vec<u32>)> = self.0.into_iter().collect();
        keys.sort_unstable();
        let (mut firsts, mut shards) = (Vec::new(), Vec::new());
        let mut shard = String::new();
        for (key, numbers) in keys {
            let mut row = format!("{}:[", serde_json::Value::from(key.as_str()));
            let mut before = 0;
            for number in numbers {
                // Writing to a string does not fail.
                let _ = write!(row, "{},", number - before);
                before = number;
            }
            row.pop();
            row.push(']');
            if !shard.is_empty() && shard.len() + row.len() > SHARD_BYTES {
                shards.push(std::mem::take(&mut shard) + "}");
            }
            if shard.is_empty() {
                firsts.push(key);
            }
            shard.push(if shard.is_empty() { '{' } else { ',' });
            shard.push_str(&row);
        }
        if !shard.is_empty() {
            shards.push(shard + "}");
        }
        (firsts, shards)
    }
}
