//! Setting one cell of a row in an entry that exists; what the cell does not speak of stays as it is.

use serde_json::{Map, Value, json};

use super::cell;
use super::columns::{Columns, Target, parts};
use super::entry::{property, put_part};
use crate::Kind;
use crate::blank::{is_blank, is_blank_text};

impl Columns<'_> {
    /// Sets what the cell of a column says; a blank text takes the value away.
    ///
    /// # Example
    /// ```ignore
    /// columns.put(&mut entry, 0, "2026年9月1日");
    /// assert_eq!(columns.text(&entry, 0), "2026-09-01");
    /// ```
    pub fn put(&self, entry: &mut Value, column: usize, text: &str) {
        if !entry.is_object() {
            *entry = json!({});
        }
        let Some(target) = self.targets().get(column) else { return };
        let own_kind = |index: usize| &self.item.item.fields[index];
        let whole = |value: Value| (!is_blank_text(text)).then_some(value);
        match target {
            Target::Property(key) => set(entry, key, whole(property(key, text.trim()))),
            Target::Extension => set(entry, self.heading(column), whole(json!(text.trim()))),
            Target::PropertyPart(key, part) => {
                set_part(entry, key, part, whole(cell::day(text.trim())));
            }
            Target::Channel("channel") => self.put_channels(entry, text),
            Target::Channel(key) => put_about_channels(entry, key, text),
            Target::Element(index) => {
                let field = own_kind(*index);
                set(self::elements(entry), &field.key, whole(cell::value(&field.kind, text)));
            }
            Target::GroupPart(index, part) => {
                let field = own_kind(*index);
                let part = &parts(field)[*part];
                let value = whole(cell::value(&part.kind, text));
                set_part(self::elements(entry), &field.key, &part.key, value);
            }
            Target::Part(index, part) => {
                let field = own_kind(*index);
                let elements = self::elements(entry);
                clear_part(&mut elements[&field.key], part);
                drop_blank(elements, &field.key);
                if !is_blank_text(text)
                    && let Some(elements) = elements.as_object_mut()
                {
                    put_part(elements, field, part, text);
                    if let (Kind::Money { unit }, Some(amount)) =
                        (&field.kind, elements.get_mut(&field.key).and_then(Value::as_object_mut))
                        && amount.contains_key("amount")
                    {
                        amount.entry("unit").or_insert_with(|| json!(unit));
                    }
                }
                drop_blank(elements, &field.key);
            }
            Target::Unknown => {}
        }
    }

    /// The channels used by their names; of one that was used before, what is said of it stays.
    fn put_channels(&self, entry: &mut Value, text: &str) {
        let before = entry["channels"].take();
        let known = |name: &str| {
            before.as_array().into_iter().flatten().find(|channel| channel["channel"] == *name).cloned()
        };
        let used: Vec<Value> = self
            .channel_names(text)
            .into_iter()
            .map(|name| known(name).unwrap_or_else(|| json!({ "channel": name })))
            .collect();
        set(entry, "channels", (!used.is_empty()).then_some(Value::Array(used)));
    }
}

/// What is said of the channels: on one line of all of them, on several of one after the other.
fn put_about_channels(entry: &mut Value, key: &str, text: &str) {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let said = |index: usize| if lines.len() > 1 { lines.get(index) } else { lines.first() };
    let is_blank_cell = is_blank_text(text);
    if !entry["channels"].is_array() {
        entry["channels"] = json!([]);
    }
    if let Some(channels) = entry["channels"].as_array_mut() {
        let least = if is_blank_cell { 0 } else { lines.len() };
        while channels.len() < least {
            channels.push(json!({ "channel": "" }));
        }
        for (index, channel) in channels.iter_mut().enumerate() {
            let line = said(index).copied().filter(|line| !is_blank_text(line));
            set(channel, key, line.map(|line| property(key, line)));
        }
    }
    drop_blank(entry, "channels");
}

/// The elements of an entry, made when there are none.
fn elements(entry: &mut Value) -> &mut Value {
    if !entry["elements"].is_object() {
        entry["elements"] = json!({});
    }
    &mut entry["elements"]
}

/// Sets a member, or takes it away; members that stay keep their order.
fn set(around: &mut Value, key: &str, value: Option<Value>) {
    if !around.is_object() {
        *around = json!({});
    }
    let Some(object) = around.as_object_mut() else { return };
    match value {
        Some(value) => drop(object.insert(key.to_owned(), value)),
        None => remove(object, key),
    }
}

/// Removes a member without moving another one into its place, however the map is made.
fn remove(object: &mut Map<String, Value>, key: &str) {
    object.retain(|name, _| name != key);
}

fn set_part(around: &mut Value, name: &str, part: &str, value: Option<Value>) {
    if !around[name].is_object() {
        around[name] = json!({});
    }
    set(&mut around[name], part, value);
    drop_blank(around, name);
}

/// Takes a part away from what holds it.
fn clear_part(value: &mut Value, part: &str) {
    match value {
        Value::Array(documents) => {
            for document in documents {
                clear_part(document, part);
            }
        }
        Value::Object(object) => remove(object, part),
        // Text where parts should be is what the cell showed.
        other => *other = Value::Null,
    }
}

/// Removes a member that holds nothing any more, and what is blank at the end of its list.
fn drop_blank(around: &mut Value, name: &str) {
    if let Some(Value::Array(list)) = around.get_mut(name) {
        while list.last().is_some_and(is_blank) {
            list.pop();
        }
    }
    if around.get(name).is_some_and(is_blank)
        && let Some(object) = around.as_object_mut()
    {
        remove(object, name);
    }
}
