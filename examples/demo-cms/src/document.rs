//! The entry as a document: read from what was posted, judged, and made ready for the public.

use gongkai_core::blank::is_blank;
use gongkai_core::{Context, ItemRef, Report, Stage};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::county;

/// Longest entry, in bytes of JSON.
const MAX_ENTRY_BYTES: usize = 1024 * 1024;
/// Longest title in lists, in characters.
const MAX_TITLE_CHARS: usize = 200;

/// What was posted is no entry of the item. Nothing is stored then, because nothing could show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unusable {
    TooLong,
    Malformed { line: usize, column: usize },
    NoObject,
    WrongItem,
}

/// Reads what was posted as an entry of an item.
pub(crate) fn read(text: &str, item: ItemRef<'_>) -> Result<Value, Unusable> {
    if text.len() > MAX_ENTRY_BYTES {
        return Err(Unusable::TooLong);
    }
    let entry: Value = serde_json::from_str(text)
        .map_err(|error| Unusable::Malformed { line: error.line(), column: error.column() })?;
    if !entry.is_object() {
        return Err(Unusable::NoObject);
    }
    let is_of = |key: &str, id: &str| entry.get(key).and_then(Value::as_str) == Some(id);
    if is_of("pack", &item.pack.id) && is_of("item", &item.id) { Ok(entry) } else { Err(Unusable::WrongItem) }
}

/// Judges an entry with the working days that the library ships.
pub(crate) fn check(entry: &Value, item: ItemRef<'_>, stage: Stage, today: Date) -> Report {
    item.check(entry, &Context::new(stage, today).with_calendar(gongkai::calendar()))
}

/// How many findings there are at stage publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct IssueCount {
    /// Those that have to be mended before publication.
    pub blocking: usize,
    /// The others.
    pub other: usize,
}

/// Counts the findings at stage publish; a text that is no JSON counts as one.
pub(crate) fn count_issues(text: &str, item: ItemRef<'_>, today: Date) -> IssueCount {
    let Ok(entry) = serde_json::from_str(text) else {
        return IssueCount { blocking: 1, other: 0 };
    };
    let issues = check(&entry, item, Stage::Publish, today).issues;
    let blocking = issues.iter().filter(|issue| issue.blocks).count();
    IssueCount { blocking, other: issues.len() - blocking }
}

/// The entry that a new form starts with.
pub(crate) fn blank(item: ItemRef<'_>) -> Value {
    let channels: Vec<Value> = item
        .channels
        .iter()
        .filter(|channel| channel.required)
        .map(|channel| json!({ "channel": channel.name }))
        .collect();
    json!({
        "format": gongkai_core::entry::FORMAT,
        "pack": item.pack.id,
        "edition": item.pack.edition,
        "item": item.id,
        "publisher": county::department(item.pack),
        "attribute": "proactive",
        "elements": {},
        "channels": channels,
    })
}

/// Puts down this day for the necessary channels that are used without a day: this site is where they lead.
pub(crate) fn date_channels(entry: &mut Value, item: ItemRef<'_>, today: Date) {
    let Some(used) = entry.get_mut("channels").and_then(Value::as_array_mut) else {
        return;
    };
    for channel in used.iter_mut().filter_map(Value::as_object_mut) {
        let name = channel.get("channel").and_then(Value::as_str).unwrap_or_default();
        let is_necessary = item.channels.iter().any(|known| known.required && known.name == name);
        if is_necessary && channel.get("published_on").is_none_or(is_blank) {
            channel.insert("published_on".to_owned(), json!(today.to_string()));
        }
    }
}

/// The title in lists; empty when there is none.
pub(crate) fn title(entry: &Value) -> String {
    let title = entry.get("title").and_then(Value::as_str).unwrap_or_default();
    title.trim().chars().take(MAX_TITLE_CHARS).collect()
}

/// What a search looks through: the values that people see, in lower case, one in each line.
pub(crate) fn search_text(entry: &Value) -> String {
    let mut text = String::new();
    for key in ["title", "publisher", "elements", "nil"] {
        if let Some(value) = entry.get(key) {
            gather(value, &mut text);
        }
    }
    text.to_lowercase()
}

fn gather(value: &Value, text: &mut String) {
    match value {
        Value::String(line) => {
            text.push_str(line);
            text.push('\n');
        }
        Value::Number(number) => {
            text.push_str(&number.to_string());
            text.push('\n');
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, text)),
        Value::Object(map) => map.values().for_each(|value| gather(value, text)),
        Value::Null | Value::Bool(_) => {}
    }
}
