//! An entry that passes, made for every item.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::entry::FORMAT;
use crate::pack::ItemRef;

impl ItemRef<'_> {
    /// An entry of this item that passes at stage publish on that day; every element is filled in.
    #[must_use]
    pub fn example(&self, today: Date) -> Value {
        let elements: Map<String, Value> = self
            .fields
            .iter()
            .map(|field| (field.key.clone(), field.kind.example(&field.name, today)))
            .collect();
        let channels: Vec<Value> = self
            .channels
            .iter()
            .map(|channel| json!({ "channel": channel.name, "published_on": crate::date::write(today) }))
            .collect();
        json!({
            "format": FORMAT,
            "pack": self.pack.id,
            "edition": self.pack.edition,
            "item": self.id,
            "publisher": self.publisher,
            "title": format!("示例：{}", self.name),
            "formed_on": crate::date::write(today),
            "attribute": "proactive",
            "elements": elements,
            "channels": channels,
        })
    }
}
