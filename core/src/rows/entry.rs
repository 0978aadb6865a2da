//! From a row to the entry that it stands for.

use serde_json::{Map, Value, json};

use super::cell;
use super::columns::{Columns, Target, parts};
use crate::blank::is_blank_text;
use crate::entry::{DisclosureAttribute, FORMAT};
use crate::text::{Lang, value_name};
use crate::{Field, Kind, envelope};

/// What stands between the names of channels.
const CHANNEL_SIGNS: &[char] = &['；', ';', '、'];

impl Columns<'_> {
    /// The entry that a row stands for. What the table does not say of its kind is that of the item.
    pub fn entry<'c>(&self, cells: impl IntoIterator<Item = &'c str>) -> Value {
        let item = self.item;
        let mut entry = Map::new();
        entry.insert("format".to_owned(), json!(FORMAT));
        entry.insert("pack".to_owned(), json!(item.pack.id));
        entry.insert("edition".to_owned(), json!(self.edition.as_ref().unwrap_or(&item.pack.edition)));
        entry.insert("item".to_owned(), json!(item.id));
        let mut elements = Map::new();
        let mut names = Vec::new();
        let mut about_channels = Vec::new();
        for (column, (text, target)) in cells.into_iter().zip(self.targets()).enumerate() {
            if is_blank_text(text) {
                continue;
            }
            match target {
                Target::Property(key) => {
                    entry.insert((*key).to_owned(), property(key, text.trim()));
                }
                Target::PropertyPart(key, part) => {
                    put(&mut entry, key, part, cell::day(text.trim()));
                }
                Target::Channel("channel") => names = self.channel_names(text),
                Target::Channel(key) => about_channels.push((*key, text)),
                Target::Element(index) => {
                    let field = &item.item.fields[*index];
                    elements.insert(field.key.clone(), cell::value(&field.kind, text));
                }
                Target::Part(index, key) => {
                    let field = &item.item.fields[*index];
                    put_part(&mut elements, field, key, text);
                }
                Target::GroupPart(index, part) => {
                    let field = &item.item.fields[*index];
                    let part = &parts(field)[*part];
                    put(&mut elements, &field.key, &part.key, cell::value(&part.kind, text));
                }
                Target::Extension => {
                    entry.insert(self.heading(column).to_owned(), json!(text.trim()));
                }
                Target::Unknown => {}
            }
        }
        self.complete_amounts(&mut elements);
        entry.insert("elements".to_owned(), Value::Object(elements));
        let used = channels(&names, &about_channels);
        if !used.is_empty() {
            entry.insert("channels".to_owned(), Value::Array(used));
        }
        Value::Object(entry)
    }

    /// The channels that a cell names. One that the item has is not taken apart.
    pub(super) fn channel_names<'c>(&self, text: &'c str) -> Vec<&'c str> {
        let is_known = |name: &str| self.item.item.channels.iter().any(|channel| channel.name == name);
        let mut names = Vec::new();
        for line in text.lines().map(str::trim) {
            if is_known(line) {
                names.push(line);
            } else {
                names.extend(line.split(CHANNEL_SIGNS).map(str::trim).filter(|name| !is_blank_text(name)));
            }
        }
        names
    }

    /// Gives the usual unit to the amounts that stand without one.
    fn complete_amounts(&self, elements: &mut Map<String, Value>) {
        for field in &self.item.item.fields {
            let Kind::Money { unit } = &field.kind else { continue };
            let amount = elements.get_mut(&field.key).and_then(Value::as_object_mut);
            if let Some(amount) = amount.filter(|amount| amount.contains_key("amount")) {
                amount.entry("unit").or_insert_with(|| json!(unit));
            }
        }
    }
}

/// The channels used. What is said on several lines is said of one channel after the other, else of all.
fn channels(names: &[&str], about: &[(&str, &str)]) -> Vec<Value> {
    let lines = |text: &str| text.split('\n').count();
    let said = about.iter().map(|(_, text)| lines(text)).filter(|count| *count > 1).max();
    let least = usize::from(!about.is_empty());
    let count = names.len().max(said.unwrap_or(0)).max(least);
    let channel = |index: usize| {
        let name = names.get(index).copied().unwrap_or_default();
        let mut used = Map::from_iter([("channel".to_owned(), json!(name))]);
        for (key, text) in about {
            let line = if lines(text) > 1 { text.split('\n').nth(index) } else { Some(*text) };
            if let Some(line) = line.map(str::trim).filter(|line| !is_blank_text(line)) {
                used.insert((*key).to_owned(), property(key, line));
            }
        }
        Value::Object(used)
    };
    (0..count).map(channel).collect()
}

/// Sets a part of an element; of documents, each line is a part of another one.
pub(super) fn put_part(elements: &mut Map<String, Value>, field: &Field, part: &str, text: &str) {
    let value = |text: &str| match (&field.kind, part) {
        (Kind::Period, _) | (Kind::Document { .. }, "date") => cell::day(text.trim()),
        (Kind::Money { .. }, "amount") => json!(cell::amount(text)),
        _ => json!(text.trim()),
    };
    if !matches!(field.kind, Kind::Document { .. }) {
        put(elements, &field.key, part, value(text));
        return;
    }
    // Where the element has a column of its own as well, that column counts.
    let list = elements.entry(&field.key).or_insert_with(|| json!([]));
    let Some(documents) = list.as_array_mut() else {
        return;
    };
    for (index, line) in text.split('\n').enumerate().filter(|(_, line)| !is_blank_text(line)) {
        if documents.len() <= index {
            documents.resize(index + 1, json!({}));
        }
        if let Some(document) = documents[index].as_object_mut() {
            document.insert(part.to_owned(), value(line));
        }
    }
}

/// Sets a part of something that is an object.
fn put(around: &mut Map<String, Value>, name: &str, part: &str, value: Value) {
    let whole = around.entry(name).or_insert_with(|| json!({}));
    // Where it has a column of its own as well, that column counts.
    if let Some(object) = whole.as_object_mut() {
        object.insert(part.to_owned(), value);
    }
}

pub(super) fn property(key: &str, text: &str) -> Value {
    if key == "attribute" {
        let names = DisclosureAttribute::NAMES.iter();
        let is_named = |name: &str| [Lang::Zh, Lang::En].iter().any(|lang| value_name(name, *lang) == text);
        return json!(names.copied().find(|name| is_named(name)).unwrap_or(text));
    }
    let fields = envelope::fields().iter().chain(envelope::channel_fields());
    match fields.into_iter().find(|field| field.key == key).map(|field| &field.kind) {
        Some(kind @ (Kind::Date | Kind::Period)) => cell::value(kind, text),
        _ => json!(text),
    }
}
