//! What a form that works without scripts posts, and the entry that it stands for.
//!
//! Each control is posted under the JSON Pointer of its value (`/elements/xue_xiao_ming_cheng`, `/elements/fu_jian/0/title`);
//! names that begin with `?` are the form's own. Controls that are left blank and boxes that are not ticked are
//! values that are gone.

use serde_json::{Map, Value, json};

use crate::blank::is_blank_text;
use crate::compile::{FormField, FormModel};
use crate::envelope::channel_fields;
use crate::field::{Field, Kind, document_parts};
use crate::rows;

/// Name of the control that holds the entry with which the form was drawn, as JSON: what no control shows comes from it.
pub const DRAWN: &str = "?entry";

/// Name of the control that holds the whole entry as JSON, where nothing else of the form counts.
pub const WHOLE: &str = "?whole";

/// What follows the name of a control for values outside its list.
pub const OTHER: &str = "?other";

/// The choice that says that the value stands in the control for others; no value of a list is the same.
pub const OTHER_CHOICE: &str = "\u{1}other";

/// The entry that the posted names and texts stand for. None: the form of an entry is not among them.
///
/// What cannot be read as a value of its kind stays as it was typed, for the check to complain about.
///
/// ```
/// use gongkai_core::posted;
/// # fn example(item: gongkai_core::ItemRef<'_>) -> Option<()> {
/// let pairs = [("?entry", "{}"), ("/title", "第一小学"), ("/formed_on", "2026年9月1日")];
/// let entry = posted::entry(&item.form(), &pairs)?;
/// assert_eq!(entry["formed_on"], "2026-09-01");
/// # Some(())
/// # }
/// ```
pub fn entry<N: AsRef<str>, T: AsRef<str>>(model: &FormModel, pairs: &[(N, T)]) -> Option<Value> {
    let pairs = pairs.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).collect();
    let posted = Posted { pairs };
    if let Some(whole) = posted.text(WHOLE) {
        return serde_json::from_str(whole).ok().filter(Value::is_object);
    }
    let mut entry: Value = serde_json::from_str(posted.text(DRAWN)?).ok().filter(Value::is_object)?;
    for field in model.sections.iter().flat_map(|section| &section.fields) {
        put(&mut entry, &field.path, posted.value(&field.kind, &field.path));
    }
    put(&mut entry, "/channels", posted.channels());
    put(&mut entry, "/nil", posted.nil(&model.nil));
    Some(entry)
}

/// Puts a value at a path of one or two steps, or takes it away.
fn put(entry: &mut Value, path: &str, value: Value) {
    let mut steps = path.split('/').skip(1);
    let (Some(first), last) = (steps.next(), steps.next()) else { return };
    let around = match last {
        Some(_) => {
            if !entry[first].is_object() {
                entry[first] = json!({});
            }
            &mut entry[first]
        }
        None => entry,
    };
    let (key, Some(members)) = (last.unwrap_or(first), around.as_object_mut()) else { return };
    if value.is_null() {
        members.retain(|known, _| known != key);
    } else {
        members.insert(key.to_owned(), value);
    }
}

struct Posted<'p> {
    pairs: Vec<(&'p str, &'p str)>,
}

impl<'p> Posted<'p> {
    fn texts(&self, name: &str) -> impl Iterator<Item = &'p str> {
        self.pairs.iter().filter(move |(known, _)| *known == name).map(|(_, text)| *text)
    }

    /// The text posted under a name. None: blank or not posted.
    fn text(&self, name: &str) -> Option<&'p str> {
        self.texts(name).find(|text| !is_blank_text(text))
    }

    /// The numbers of the rows at a place, in their order.
    fn rows(&self, path: &str) -> Vec<usize> {
        let below = |name: &&'p str| {
            let rest = name.strip_prefix(path)?.strip_prefix('/')?;
            rest.split('/').next()?.parse::<usize>().ok()
        };
        let mut numbers: Vec<usize> = self.pairs.iter().filter_map(|(name, _)| below(name)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn value(&self, kind: &Kind, path: &str) -> Value {
        let part = |key: &str| self.text(&[path, "/", key].concat());
        match kind {
            Kind::Period => {
                let parts =
                    ["start", "end"].into_iter().filter_map(|key| Some((key, rows::day(part(key)?.trim()))));
                object(parts.map(|(key, day)| (key.to_owned(), day)).collect())
            }
            Kind::Money { unit } => match part("amount") {
                // A unit without an amount is no value.
                Some(amount) => {
                    json!({ "amount": rows::amount(amount), "unit": part("unit").unwrap_or(unit) })
                }
                None => Value::Null,
            },
            Kind::Choice { .. } => match self.text(path).filter(|chosen| *chosen != OTHER_CHOICE) {
                Some(chosen) => json!(chosen),
                None => self.text(&[path, OTHER].concat()).map_or(Value::Null, |other| json!(other.trim())),
            },
            Kind::Choices { .. } => {
                let others = self.text(&[path, OTHER].concat()).unwrap_or_default();
                let others = others.split('、').map(str::trim).filter(|other| !is_blank_text(other));
                array(self.texts(path).chain(others).map(Value::from).collect())
            }
            Kind::Document { .. } => self.rows_of(document_parts(), path),
            Kind::Table { columns } => self.rows_of(columns, path),
            Kind::Group { fields } => self.object_of(fields, path),
            Kind::List { .. } => array(
                self.text(path)
                    .unwrap_or_default()
                    .lines()
                    .filter(|line| !is_blank_text(line))
                    .map(Value::from)
                    .collect(),
            ),
            Kind::Date => self.text(path).map_or(Value::Null, |text| rows::day(text.trim())),
            Kind::Boolean => self.text(path).map_or(Value::Null, |text| rows::yes_or_no(text.trim())),
            Kind::Number { unit, .. } => {
                self.text(path).map_or(Value::Null, |text| rows::number(text.trim(), unit.as_deref()))
            }
            // Browsers post the ends of lines as two characters.
            _ => self.text(path).map_or(Value::Null, |text| json!(text.replace("\r\n", "\n"))),
        }
    }

    fn object_of(&self, fields: &[Field], path: &str) -> Value {
        let member = |field: &Field| {
            let value = self.value(&field.kind, &[path, "/", &field.key].concat());
            (!value.is_null()).then(|| (field.key.clone(), value))
        };
        object(fields.iter().filter_map(member).collect())
    }

    /// Rows keep their places even when blank, as they do while a form is filled in.
    fn rows_of(&self, columns: &[Field], path: &str) -> Value {
        let row = |number| match self.object_of(columns, &format!("{path}/{number}")) {
            Value::Null => json!({}),
            row => row,
        };
        let rows: Vec<Value> = self.rows(path).into_iter().map(row).collect();
        // The first row is drawn without being there.
        if rows.len() == 1 && rows[0] == json!({}) { Value::Null } else { array(rows) }
    }

    /// The channels that are ticked; day and proof are posted for the others too.
    fn channels(&self) -> Value {
        let row = |number| self.object_of(channel_fields(), &format!("/channels/{number}"));
        array(self.rows("/channels").into_iter().map(row).filter(|row| !row["channel"].is_null()).collect())
    }

    /// The statement that there is nothing to publish, when one is chosen.
    fn nil(&self, fields: &[FormField]) -> Value {
        if self.text("/nil/kind").is_none() {
            return Value::Null;
        }
        let member = |field: &FormField| {
            let value = self.value(&field.kind, &field.path);
            let key = field.path.strip_prefix("/nil/")?;
            (!value.is_null()).then(|| (key.to_owned(), value))
        };
        object(fields.iter().filter_map(member).collect())
    }
}

fn object(members: Map<String, Value>) -> Value {
    if members.is_empty() { Value::Null } else { Value::Object(members) }
}

fn array(values: Vec<Value>) -> Value {
    if values.is_empty() { Value::Null } else { Value::Array(values) }
}
