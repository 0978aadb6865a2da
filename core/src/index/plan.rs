//! A search in an index: which files it needs, and what it finds in them.

use serde_json::Value;

use super::keys::{self, Key};
use super::letters;
use super::manifest::Manifest;
use crate::search::{Query, Rank};

/// Shards that the beginning of a key may lie in.
const MAX_PREFIX_SHARDS: usize = 2;

/// A shard as it was read: keys in their order, with the numbers of their entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Shard(Vec<(String, Vec<u32>)>);

impl Shard {
    /// Reads a shard from JSON; `None` when it is none.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        let Value::Object(keys) = serde_json::from_str(text).ok()? else { return None };
        let keys = keys.into_iter().map(|(key, numbers)| {
            let mut number = 0_u32;
            let numbers = numbers.as_array()?.iter().map(|delta| {
                number = number.checked_add(delta.as_u64()?.try_into().ok()?)?;
                Some(number)
            });
            Some((key, numbers.collect::<Option<_>>()?))
        });
        keys.collect::<Option<_>>().map(Shard)
    }
}

/// A block as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block(Vec<Hit>);

/// An entry of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit {
    /// Number of its item in the manifest.
    pub item: usize,
    /// What its address is made of.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`, or nothing.
    pub date: String,
}

impl Block {
    /// Reads a block from JSON; `None` when it is none.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        let Value::Array(rows) = serde_json::from_str(text).ok()? else { return None };
        let rows = rows.iter().map(|row| {
            let text = |place: usize| Some(row.get(place)?.as_str()?.to_owned());
            let item = row.get(0)?.as_u64()?.try_into().ok()?;
            Some(Hit { item, id: text(1)?, title: text(2)?, date: text(3)? })
        });
        rows.collect::<Option<_>>().map(Block)
    }
}

/// A search for a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    query: Query,
    /// Ways to read the query; an entry has all the keys of one of them.
    ways: Vec<Vec<Key>>,
    /// Whether titles can be compared with what was typed.
    is_typed_in_characters: bool,
    /// Whether the ways are those of somebody whose finger slipped.
    is_forgiving: bool,
}

impl Plan {
    /// The search for a query; `None` when it is too short for one.
    #[must_use]
    pub fn new(manifest: &Manifest, query: &Query) -> Option<Self> {
        let text = query.text();
        let is_typed_in_characters = !text.bytes().all(|byte| byte.is_ascii_alphabetic());
        let ways = if is_typed_in_characters {
            let pairs = query.parts().iter().flat_map(|part| keys::pairs(part));
            vec![pairs.map(|text| Key::one(text, false)).collect()]
        } else {
            letters::ways(text, &manifest.syllables)
        };
        let plan = Plan { query: query.clone(), ways, is_typed_in_characters, is_forgiving: false };
        plan.if_it_has_ways()
    }

    /// The search for pinyin typed with one slip, for when the query finds nothing; `None` when it is too short for one,
    /// or no pinyin. For characters there is none: their plan has the keys that it takes.
    #[must_use]
    pub fn forgiving(manifest: &Manifest, query: &Query) -> Option<Self> {
        let ways = letters::ways_but_for_a_slip(query.text(), &manifest.syllables);
        let plan = Plan { query: query.clone(), ways, is_typed_in_characters: false, is_forgiving: true };
        plan.if_it_has_ways()
    }

    fn if_it_has_ways(mut self) -> Option<Self> {
        self.ways.retain(|way| !way.is_empty());
        (!self.ways.is_empty()).then_some(self)
    }

    /// Numbers of the shards that it needs.
    #[must_use]
    pub fn shards(&self, manifest: &Manifest) -> Vec<usize> {
        let mut shards = Vec::new();
        for way in &self.ways {
            let beginning = way.first().map(Key::beginning);
            for key in way.iter().chain(&beginning) {
                for text in &key.texts {
                    let first = manifest.shard_of(text);
                    let last = if key.is_prefix {
                        manifest.shard_of(&after(text)).min(first + MAX_PREFIX_SHARDS - 1)
                    } else {
                        first
                    };
                    shards.extend(first..=last);
                }
            }
        }
        shards.sort_unstable();
        shards.dedup();
        shards.retain(|number| *number < manifest.shards.len());
        shards
    }

    /// Numbers of the entries that may be meant, the best first; `find` then looks at their titles.
    #[must_use]
    pub fn candidates(&self, shards: &[&Shard]) -> Vec<u32> {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for way in &self.ways {
            let all = way.iter().map(|key| numbers(key, shards)).reduce(|one, other| common(&one, &other));
            let all = all.unwrap_or_default();
            let begun = way.first().map(|key| numbers(&key.beginning(), shards)).unwrap_or_default();
            let begun = common(&all, &begun);
            second.extend(all.into_iter().filter(|number| begun.binary_search(number).is_err()));
            first.extend(begun);
        }
        first.extend(second);
        if first.is_empty() && self.is_typed_in_characters {
            first = self.near(shards);
        }
        // Ways of reading may meet in an entry; the first place counts.
        let mut placed: Vec<(u32, usize)> = first.into_iter().zip(0..).collect();
        placed.sort_unstable();
        placed.dedup_by_key(|(number, _)| *number);
        placed.sort_unstable_by_key(|(_, place)| *place);
        placed.into_iter().map(|(number, _)| number).collect()
    }

    /// Entries that have all keys but the two that one slip can spoil, those with more of them first.
    fn near(&self, shards: &[&Shard]) -> Vec<u32> {
        let Some(way) = self.ways.first().filter(|way| way.len() >= 3) else { return Vec::new() };
        let mut all: Vec<u32> = way.iter().flat_map(|key| numbers(key, shards)).collect();
        all.sort_unstable();
        let runs = all.chunk_by(|one, other| one == other).map(|run| (run[0], run.len()));
        let mut near: Vec<(u32, usize)> = runs.filter(|(_, count)| count + 2 >= way.len()).collect();
        near.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        near.into_iter().map(|(number, _)| number).collect()
    }

    /// The entry with this number and how well it answers, out of its block; `None` when its title does not.
    #[must_use]
    pub fn hit<'a>(&self, manifest: &Manifest, block: &'a Block, number: u32) -> Option<(Rank, &'a Hit)> {
        let hit = block.0.get((number % manifest.block_entries.max(1)) as usize)?;
        if !self.is_typed_in_characters {
            // Blocks have no readings; the keys have to do.
            return Some((if self.is_forgiving { Rank::Near } else { Rank::Within }, hit));
        }
        let rank = self
            .query
            .rank(&hit.title, "")
            .or_else(|| self.query.clone().forgiving().rank(&hit.title, ""))?;
        Some((rank, hit))
    }
}

/// What comes behind all keys with this beginning.
fn after(prefix: &str) -> String {
    [prefix, "\u{10ffff}"].concat()
}

fn numbers(key: &Key, shards: &[&Shard]) -> Vec<u32> {
    let mut found = Vec::new();
    let places = key.texts.iter().flat_map(|text| shards.iter().map(move |shard| (text, shard)));
    for (text, Shard(keys)) in places {
        let start = keys.partition_point(|(known, _)| known < text);
        let is_meant = |known: &str| if key.is_prefix { known.starts_with(text) } else { known == text };
        let meant = keys[start..].iter().take_while(|(known, _)| is_meant(known));
        meant.for_each(|(_, numbers)| found.extend_from_slice(numbers));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn common(one: &[u32], other: &[u32]) -> Vec<u32> {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.iter().copied().filter(|number| long.binary_search(number).is_ok()).collect()
}
