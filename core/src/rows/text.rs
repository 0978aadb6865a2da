//! From an entry to what people read in the cells of its row; reading a cell back gives the same value.

use serde_json::Value;

use super::cell::{self, CELL_SEPARATOR};
use super::columns::{Columns, Target, parts};
use crate::Kind;
use crate::blank::is_blank;
use crate::envelope;
use crate::text::value_name;

impl Columns<'_> {
    /// What the cell of a column says for an entry; blank when the entry has no such value.
    #[must_use]
    pub fn text(&self, entry: &Value, column: usize) -> String {
        let elements = &entry["elements"];
        let fields = &self.item.item.fields;
        match &self.targets()[column] {
            Target::Property("attribute") => match &entry["attribute"] {
                Value::String(name) => value_name(name, self.lang).to_owned(),
                other => of_value(&Kind::line(0), other),
            },
            Target::Property(key) => of_value(kind_of(key), &entry[*key]),
            Target::PropertyPart(key, part) => part_of(&entry[*key], part, "start"),
            Target::Channel(key) => on_lines(&entry["channels"], key, *key != "channel"),
            Target::Element(index) => of_value(&fields[*index].kind, &elements[&fields[*index].key]),
            Target::Part(index, part) => {
                let field = &fields[*index];
                let value = &elements[&field.key];
                match &field.kind {
                    Kind::Document { .. } if value.is_array() => on_lines(value, part, false),
                    Kind::Document { .. } => part_of(value, part, "title"),
                    Kind::Money { .. } => part_of(value, part, "amount"),
                    _ => part_of(value, part, "start"),
                }
            }
            Target::GroupPart(index, part) => {
                let field = &fields[*index];
                let part = &parts(field)[*part];
                let value = &elements[&field.key];
                match value {
                    Value::Object(_) | Value::Null => of_value(&part.kind, &value[&part.key]),
                    other => part_of(other, &part.key, &parts(field)[0].key),
                }
            }
            Target::Extension => of_value(&Kind::line(0), &entry[self.heading(column)]),
            Target::Unknown => String::new(),
        }
    }
}

/// What a property of the entry holds.
fn kind_of(key: &str) -> &'static Kind {
    static LINE: Kind = Kind::LongText { max_length_chars: 0 };
    envelope::field(key).map_or(&LINE, |field| &field.kind)
}

/// A part of a value; what has no parts although it should stands where its first one would.
fn part_of(value: &Value, part: &str, first: &str) -> String {
    match value {
        Value::Object(object) => {
            object.get(part).map_or_else(String::new, |value| of_value(&Kind::line(0), value))
        }
        other if part == first => of_value(&Kind::line(0), other),
        _ => String::new(),
    }
}

/// A member of each object of a list, on lines of their own; with `joined` on one when all are the same.
fn on_lines(list: &Value, member: &str, joined: bool) -> String {
    let line = |value: &Value| of_value(&Kind::line(0), &value[member]);
    let mut lines: Vec<String> = list.as_array().into_iter().flatten().map(line).collect();
    if joined && lines.windows(2).all(|pair| pair[0] == pair[1]) {
        lines.truncate(1);
    }
    if lines.iter().all(String::is_empty) {
        return String::new();
    }
    // What is said on one line is said of all: a second line says that it is not.
    if !joined || lines.len() == 1 {
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
    }
    lines.join("\n")
}

/// A value as it is written in a cell.
pub(super) fn of_value(kind: &Kind, value: &Value) -> String {
    match value {
        // What is no value of this kind is shown as it was written.
        Value::String(text) => text.clone(),
        _ if is_blank(value) => String::new(),
        _ => match plain(kind, value) {
            Some(text) if cell::value(kind, &text) == *value => text,
            // Signs within a value that stand between values elsewhere.
            _ => serde_json::to_string(value).unwrap_or_default(),
        },
    }
}

/// The way in which people write it.
fn plain(kind: &Kind, value: &Value) -> Option<String> {
    let text = |value: &Value| Some(value.as_str()?.to_owned());
    match kind {
        Kind::Boolean => value.as_bool().map(|yes| if yes { "是" } else { "否" }.to_owned()),
        Kind::List { .. } | Kind::Choices { .. } => {
            let pieces: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
            Some(pieces?.join("\n"))
        }
        Kind::Period => Some(format!("{}至{}", text(&value["start"])?, text(&value["end"])?)),
        Kind::Money { .. } => Some(format!("{}{}", text(&value["amount"])?, text(&value["unit"])?)),
        Kind::Table { columns } => {
            let row = |row: &Value| {
                let cells: Vec<String> =
                    columns.iter().map(|column| of_value(&column.kind, &row[&column.key])).collect();
                cells.join(&CELL_SEPARATOR.to_string())
            };
            let rows: Vec<String> = value.as_array()?.iter().map(row).collect();
            Some(rows.join("\n"))
        }
        Kind::Document { .. } | Kind::Group { .. } => None,
        _ => serde_json::to_string(value).ok(),
    }
}
