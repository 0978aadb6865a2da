//! Records to measure with: entries of one item, every second one wrong in one to three places.

use gongkai_core::ItemRef;
use serde_json::Value;

use crate::faults;
use crate::judges::TODAY;

/// So many entries; the same ones in every run.
#[must_use]
pub fn half_wrong(item: ItemRef<'_>, count: usize) -> Vec<Value> {
    let mut random = fastrand::Rng::with_seed(2019);
    (0..count)
        .map(|number| {
            let mut entry = item.example(TODAY);
            entry["title"] = format!("第{number}号示例").into();
            if number % 2 == 1 {
                for _ in 0..=random.usize(..3) {
                    let field = &item.fields[random.usize(..item.fields.len())];
                    let faults = faults::of(&field.kind, &entry["elements"][&field.key]);
                    let short = |fault: &&faults::Fault| fault.value.to_string().len() < 500;
                    if let Some(fault) = random.choice(faults.iter().filter(short).collect::<Vec<_>>()) {
                        entry["elements"][&field.key] = fault.value.clone();
                    }
                }
            }
            entry
        })
        .collect()
}
