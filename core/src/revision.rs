//! What became of entries from one list of them to the next: unchanged, changed, new or gone.
//!
//! Entries are the same one when they are of one item and have one name: the value of the element that names it, where
//! the item begins with such an element, else the title.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::blank::is_blank_text;
use crate::field::Kind;
use crate::pack::ItemRef;

/// Properties that say of what kind an entry is, not what it says.
const NOT_CONTENT: &[&str] = &["format", "pack", "edition", "item"];

/// One version of an entry, as far as two of them are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    item: String,
    name: String,
    /// Without blank values and without white space around texts.
    content: Value,
}

impl Version {
    /// The version that an entry of this item is.
    #[must_use]
    pub fn of(item: ItemRef<'_>, entry: &Value) -> Self {
        let name = name(item, entry).trim().to_owned();
        let content = match entry {
            Value::Object(properties) => {
                let content = properties.iter().filter(|(key, _)| !NOT_CONTENT.contains(&key.as_str()));
                Value::Object(members(content))
            }
            other => filled(other).unwrap_or_default(),
        };
        Version { item: format!("{}/{}", item.pack.id, item.id), name, content }
    }

    /// The name of the entry.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// How many entries are what they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// The same in both lists.
    pub unchanged: u64,
    /// In both lists by name, and not the same.
    pub changed: u64,
    /// In the new list only.
    pub new: u64,
    /// In the old list only.
    pub gone: u64,
}

/// Compares a new list of entries with an old one, in whatever order they come.
#[derive(Debug, Clone, Default)]
pub struct Revision {
    /// By item and name.
    entries: BTreeMap<(String, String), Namesakes>,
    unchanged: u64,
}

/// Entries of one name that have no equal yet.
#[derive(Debug, Clone, Default)]
struct Namesakes {
    old: Vec<Value>,
    new: u64,
}

impl Revision {
    /// Compares with these entries.
    #[must_use]
    pub fn against(old: impl IntoIterator<Item = Version>) -> Self {
        let mut revision = Revision::default();
        for Version { item, name, content } in old {
            revision.entries.entry((item, name)).or_default().old.push(content);
        }
        revision
    }

    /// Looks at an entry of the new list; says whether the old list has its equal.
    pub fn see(&mut self, version: Version) -> bool {
        let Version { item, name, content } = version;
        let namesakes = self.entries.entry((item, name)).or_default();
        let equal = namesakes.old.iter().position(|old| *old == content);
        match equal {
            Some(index) => {
                namesakes.old.swap_remove(index);
                self.unchanged += 1;
            }
            None => namesakes.new += 1,
        }
        equal.is_some()
    }

    /// What became of the entries, once all of the new list were seen.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { unchanged: self.unchanged, ..Counts::default() };
        for Namesakes { old, new } in self.entries.values() {
            let old = old.len() as u64;
            let changed = old.min(*new);
            counts.changed += changed;
            counts.new += new - changed;
            counts.gone += old - changed;
        }
        counts
    }
}

fn name<'e>(item: ItemRef<'_>, entry: &'e Value) -> &'e str {
    let filled = |value: &'e Value| value.as_str().filter(|text| !is_blank_text(text));
    let naming = item.fields.first().filter(|field| matches!(field.kind, Kind::Text { .. }));
    naming
        .and_then(|field| filled(&entry["elements"][&field.key]))
        .or_else(|| filled(&entry["title"]))
        .unwrap_or_default()
}

/// A value without what is blank in it; `None` when nothing is left.
fn filled(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if is_blank_text(text) => None,
        Value::String(text) => Some(Value::String(text.trim().to_owned())),
        Value::Array(values) => {
            let values: Vec<Value> = values.iter().filter_map(filled).collect();
            (!values.is_empty()).then_some(Value::Array(values))
        }
        Value::Object(object) => {
            let object = members(object);
            (!object.is_empty()).then_some(Value::Object(object))
        }
        other => Some(other.clone()),
    }
}

fn members<'v>(members: impl IntoIterator<Item = (&'v String, &'v Value)>) -> Map<String, Value> {
    members.into_iter().filter_map(|(key, value)| Some((key.clone(), filled(value)?))).collect()
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Guideline, Lexicon, Pack, compile};

    fn pack() -> Pack {
        let lexicon = Lexicon::from_toml(gongkai_guidelines::LEXICON).expect("the lexicon is shipped");
        let domain = gongkai_guidelines::DOMAINS.last().expect("domains are shipped");
        compile(&Guideline::from_toml(domain.guideline).expect("it is shipped"), &lexicon)
            .expect("it compiles")
    }

    #[test]
    fn entries_are_matched_by_name_and_compared_by_content() {
        let mut pack = pack();
        pack.items[0].fields.truncate(1);
        pack.items[0].fields[0].kind = Kind::line(100);
        let item = pack.items().next().expect("there are items");
        let key = &item.fields[0].key;
        let entry = |name: &str, title: &str| json!({ "title": title, "elements": { key: name } });
        let version = |entry: &Value| Version::of(item, entry);
        let old = [entry("a", "1"), entry("b", "1"), entry("c", "1"), entry("c", "2"), entry("", "d")];
        let mut revision = Revision::against(old.iter().map(version));
        let same =
            json!({ "edition": "x", "title": " 1 ", "summary": "", "elements": { key: "a", "no": [] } });
        assert!(revision.see(version(&same)));
        for (name, title) in [("b", "2"), ("c", "3"), ("e", "1")] {
            assert!(!revision.see(version(&entry(name, title))), "{name}");
        }
        assert!(revision.see(version(&entry("c", "2"))), "whatever came before it");
        assert!(revision.see(version(&entry(" ", "d"))));
        assert_eq!(revision.counts(), Counts { unchanged: 3, changed: 2, new: 1, gone: 0 });
        let left = Revision::against(old.iter().map(version)).counts();
        assert_eq!(left, Counts { gone: 5, ..Counts::default() });
    }
}
