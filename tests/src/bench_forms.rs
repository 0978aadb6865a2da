//! The forms of the browser benchmark: the guideline for the custom elements, and the JSON Schema that others get.

use std::fs;
use std::path::PathBuf;

use gongkai_core::guideline::ElementSource;
use gongkai_core::{Guideline, Pack, compile};
use serde_json::{Map, Value};

use crate::workspace;

/// How often the elements of the item `many` stand in it, each time under a heading of its own.
pub const GROUPS: usize = 20;

fn file(name: &str) -> PathBuf {
    workspace::root().join("tests/bench/data").join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The pack with the items `one`, `many` and `rows`.
///
/// # Panics
/// When the data of the benchmark do not compile, which the tests rule out.
#[must_use]
pub fn pack() -> Pack {
    let mut guideline =
        Guideline::from_toml(&text("guideline.toml")).unwrap_or_else(|error| panic!("{error}"));
    let mut lexicon = gongkai::lexicon().clone();
    lexicon.groups.extend((1..=GROUPS).map(heading));
    for item in guideline.items.iter_mut().filter(|item| item.id.as_deref() == Some("many")) {
        let elements = std::mem::take(&mut item.elements);
        item.elements = (1..=GROUPS)
            .flat_map(|group| elements.iter().map(move |element| in_group(element, group)))
            .collect();
    }
    compile(&guideline, &lexicon).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The pack with one item alone, as a page with one form loads it.
#[must_use]
pub fn pack_of(item: &str) -> Pack {
    let mut pack = pack().slim();
    pack.items.retain(|other| other.id == item);
    pack
}

fn heading(group: usize) -> String {
    format!("第{group}组")
}

fn in_group(element: &ElementSource, group: usize) -> ElementSource {
    let ElementSource::Full(full) = element else {
        panic!("the elements of the benchmark say what they are");
    };
    let mut full = full.clone();
    full.name = format!("{}：{}", heading(group), full.name);
    full.key = full.key.map(|key| format!("g{group}_{key}"));
    ElementSource::Full(full)
}

/// The JSON Schema of one item, as the form libraries get it.
///
/// # Panics
/// When the file is not JSON.
#[must_use]
pub fn schema() -> Value {
    serde_json::from_str(&text("item.schema.json")).unwrap_or_else(|error| panic!("{error}"))
}

/// One record for that schema, `good` or `bad`; `around` is what an entry has around its elements.
///
/// # Panics
/// When the file is not JSON.
#[must_use]
pub fn record_named(name: &str) -> Value {
    let records: Value =
        serde_json::from_str(&text("records.json")).unwrap_or_else(|error| panic!("{error}"));
    records[name].clone()
}

/// The same record in each of the groups, as an entry of the item `many`.
#[must_use]
pub fn entry(record: &Value) -> Value {
    let mut elements = Map::new();
    for group in 1..=GROUPS {
        for (key, value) in record.as_object().into_iter().flatten() {
            match value {
                Value::Object(parts) => {
                    for (key, value) in parts {
                        elements.insert(format!("g{group}_{key}"), value.clone());
                    }
                }
                other => drop(elements.insert(format!("g{group}_{key}"), other.clone())),
            }
        }
    }
    let mut entry = record_named("around");
    entry["elements"] = Value::Object(elements);
    entry
}
