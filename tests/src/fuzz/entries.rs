//! Entries: the check has an answer to everything, and the same one for bytes and for what a JSON reader makes of them.

use std::sync::LazyLock;

use gongkai::input::Head;
use gongkai_core::{Context, ItemRef, Stage};
use serde_json::Value;

use super::hash;
use crate::judges::{TODAY, items};

/// Of so many inputs one is judged as an entry of each item; the others as what they say they are.
const ALL_ITEMS_EVERY: u64 = 256;

/// Judges bytes as an entry.
///
/// # Panics
/// The two ways of judging differ.
pub fn check_json(data: &[u8]) {
    static ITEMS: LazyLock<Vec<ItemRef<'static>>> = LazyLock::new(|| items().collect());
    let value: Result<Value, _> = serde_json::from_slice(data);
    let hash = hash(data);
    if hash.is_multiple_of(ALL_ITEMS_EVERY) {
        ITEMS.iter().for_each(|item| judge(*item, data, value.as_ref().ok()));
        return;
    }
    let head = Head::of(data);
    let named = head
        .pack
        .and_then(|pack| gongkai::packs().iter().find(|known| known.id == pack))
        .zip(head.item)
        .and_then(|(pack, item)| pack.item(&item));
    let other = ITEMS[usize::try_from(hash).unwrap_or_default() % ITEMS.len()];
    judge(named.unwrap_or(other), data, value.as_ref().ok());
}

fn judge(item: ItemRef<'_>, data: &[u8], value: Option<&Value>) {
    for stage in [Stage::Draft, Stage::Publish] {
        let context = Context::new(stage, TODAY).with_calendar(gongkai::calendar());
        let of_bytes = item.check_json(data, &context).ok();
        let of_value = value.map(|value| item.check(value, &context));
        assert_eq!(of_bytes, of_value, "{}/{}", item.pack.id, item.id);
        if let Some(report) = of_bytes {
            assert!(report.told()["issues"].is_array());
        }
    }
}
