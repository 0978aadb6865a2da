//! From a row to the entry that it stands for.

use gongkai_core::Kind;
use gongkai_core::blank::is_blank_text;
use gongkai_core::entry::{DisclosureAttribute, FORMAT};
use gongkai_core::text::{Lang, value_name};
use serde_json::{Map, Value, json};

use super::cell;
use super::columns::{Columns, Target, parts};

/// What stands between the names of channels.
const CHANNEL_SIGNS: &[char] = &['；', ';', '、', '\n', '\r'];

impl Columns<'_> {
    /// The entry that a row stands for. What the table does not say of its kind is that of the item.
    pub fn entry<'c>(&self, cells: impl IntoIterator<Item = &'c str>) -> Value {
        let item = self.item;
        let mut entry = Map::new();
        entry.insert("format".to_owned(), json!(FORMAT));
        entry.insert("pack".to_owned(), json!(item.pack.id));
        entry.insert("edition".to_owned(), json!(item.pack.edition));
        entry.insert("item".to_owned(), json!(item.id));
        let mut elements = Map::new();
        let mut channels = Vec::new();
        let mut channel = Map::new();
        for (column, (text, target)) in cells.into_iter().zip(&self.targets).enumerate() {
            if is_blank_text(text) {
                continue;
            }
            match target {
                Target::Property(key) => {
                    entry.insert((*key).to_owned(), property(key, text.trim()));
                }
                Target::Channel("channel") => {
                    channels = text
                        .split(CHANNEL_SIGNS)
                        .map(str::trim)
                        .filter(|name| !is_blank_text(name))
                        .collect();
                }
                Target::Channel(key) => {
                    channel.insert((*key).to_owned(), property(key, text.trim()));
                }
                Target::Element(index) => {
                    let field = &item.item.fields[*index];
                    elements.insert(field.key.clone(), cell::value(&field.kind, text));
                }
                Target::Part(index, key) => {
                    let field = &item.item.fields[*index];
                    let value = if matches!(field.kind, Kind::Period) || *key == "date" {
                        cell::day(text.trim())
                    } else {
                        json!(text.trim())
                    };
                    let is_document = matches!(field.kind, Kind::Document { .. });
                    put(&mut elements, &field.key, key, value, is_document);
                }
                Target::GroupPart(index, part) => {
                    let field = &item.item.fields[*index];
                    let part = &parts(field)[*part];
                    put(&mut elements, &field.key, &part.key, cell::value(&part.kind, text), false);
                }
                Target::Extension => {
                    entry.insert(self.heading(column).to_owned(), json!(text.trim()));
                }
                Target::Unknown => {}
            }
        }
        entry.insert("elements".to_owned(), Value::Object(elements));
        if channels.is_empty() && !channel.is_empty() {
            channels.push("");
        }
        let used = channels.into_iter().map(|name| {
            let mut used = Map::from_iter([("channel".to_owned(), json!(name))]);
            used.extend(channel.clone());
            Value::Object(used)
        });
        let used: Vec<Value> = used.collect();
        if !used.is_empty() {
            entry.insert("channels".to_owned(), Value::Array(used));
        }
        Value::Object(entry)
    }
}

/// Sets a part of an element that is an object, or a list with one.
fn put(elements: &mut Map<String, Value>, element: &str, part: &str, value: Value, is_list: bool) {
    let whole = elements.entry(element).or_insert_with(|| if is_list { json!([{}]) } else { json!({}) });
    let object = if is_list { whole.get_mut(0) } else { Some(whole) };
    // Where the element has a column of its own as well, that column counts.
    if let Some(object) = object.and_then(Value::as_object_mut) {
        object.insert(part.to_owned(), value);
    }
}

fn property(key: &str, text: &str) -> Value {
    match key {
        "formed_on" | "changed_on" | "published_on" => cell::day(text),
        "attribute" => {
            let names = DisclosureAttribute::NAMES.iter();
            let is_named =
                |name: &str| [Lang::Zh, Lang::En].iter().any(|lang| value_name(name, *lang) == text);
            let name = names.copied().find(|name| is_named(name)).unwrap_or(text);
            json!(name)
        }
        _ => json!(text),
    }
}
