//! Every shipped item by its ids, to judge entries of any of them.

use std::collections::HashMap;

use gongkai::input::{Head, InputFault, Place, fault_in};
use gongkai_core::text::Lang;
use gongkai_core::{Context, ItemRef, Reading, Report};
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::find;

/// The shipped items, found without looking through them.
pub struct Items(HashMap<&'static str, HashMap<&'static str, ItemRef<'static>>>);

impl Items {
    /// All of them.
    pub fn new() -> Self {
        let packs = gongkai::packs().iter();
        Items(
            packs
                .map(|pack| {
                    (pack.id.as_str(), pack.items().map(|item| (item.item.id.as_str(), item)).collect())
                })
                .collect(),
        )
    }

    /// The item with these ids, else of these names.
    pub fn get(&self, pack: &str, item: &str) -> Result<ItemRef<'static>, Failure> {
        match self.0.get(pack).and_then(|items| items.get(item)) {
            Some(item) => Ok(*item),
            None => find::item_of(find::domain(pack)?, item),
        }
    }

    /// The item that an entry names.
    pub fn named_in(&self, entry: &[u8], place: Place) -> Result<ItemRef<'static>, Failure> {
        let head = Head::of(entry);
        let (Some(pack), Some(item)) = (&head.pack, &head.item) else {
            return Err(fault_in(entry, place).map_or(Failure::EntryWithoutItem, Failure::Input));
        };
        self.get(pack, item)
    }
}

/// Judges the text of an entry; what is no JSON is told with its place.
pub fn judge(
    item: ItemRef<'_>,
    entry: &[u8],
    place: Place,
    context: &Context<'_>,
) -> Result<Report, Failure> {
    item.check_json(entry, context).map_err(|error| not_json(entry, place, error.to_string()))
}

/// The text of an entry as citizens read it; without an item, elements stand under their keys.
pub fn reading(item: Option<ItemRef<'_>>, entry: &[u8], lang: Lang) -> Result<Reading, Failure> {
    let members: Map<String, Value> =
        serde_json::from_slice(entry).map_err(|error| not_json(entry, Place::ALONE, error.to_string()))?;
    Ok(Reading::of_item(item, &Value::Object(members), lang))
}

/// Why a text is no JSON: a fault that has a name, else what the reader of JSON says.
pub fn not_json(entry: &[u8], place: Place, reason: String) -> Failure {
    let (line, column) = (place.line, place.column + 1);
    Failure::Input(fault_in(entry, place).unwrap_or(InputFault::NotJson { line, column, reason }))
}
