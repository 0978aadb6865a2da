//! Entries that reach everything in which two builds of the check could differ.

use gongkai_core::ItemRef;
use serde_json::{Value, json};

use crate::faults;
use crate::judges::TODAY;

/// For every item: the example, an empty entry, no entry at all, one fault in each field, all faults of one field at once.
#[must_use]
pub fn entries(item: ItemRef<'_>) -> Vec<Value> {
    let example = item.example(TODAY);
    let mut entries = vec![example.clone(), json!({}), json!(null)];
    let mut all_wrong = example.clone();
    for field in &item.fields {
        let own = &example["elements"][field.key.as_str()];
        for (index, fault) in faults::of(&field.kind, own).into_iter().enumerate().take(2) {
            let mut wrong = example.clone();
            wrong["elements"][field.key.as_str()] = fault.value.clone();
            if index == 0 {
                all_wrong["elements"][field.key.as_str()] = fault.value;
            }
            entries.push(wrong);
        }
    }
    // A late publication reaches the calendar; keys out of order and unknown ones reach the sorting.
    all_wrong["formed_on"] = json!("2026-01-05");
    all_wrong["elements"]["zzz"] = json!("无");
    all_wrong["elements"]["aaa"] = json!([1.5e300, -0.0, "\u{1F600}\u{0}"]);
    entries.push(all_wrong);
    entries
}
