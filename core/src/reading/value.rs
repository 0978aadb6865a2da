//! A value in the shape of its kind.

use serde::Serialize;
use serde_json::Value;

use super::words::{amount, day_words, span};
use super::{Fact, fact, text};
use crate::blank::{is_blank, is_blank_text};
use crate::field::{Field, Kind};
use crate::text::{Lang, json, part_name, value_name};

/// A value ready to be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ShownValue {
    /// Lines of text; empty for an empty cell of a table.
    Text {
        /// None of them is blank.
        lines: Vec<String>,
    },
    /// A list of short texts.
    List {
        /// None of them is blank.
        items: Vec<String>,
    },
    /// A day.
    Day(Day),
    /// Telephone numbers.
    Phones {
        /// One or more, as written.
        numbers: Vec<String>,
    },
    /// An address that a link may lead to.
    Link {
        /// It begins with `https://` or `http://`.
        address: String,
    },
    /// Documents.
    Documents {
        /// One or more.
        documents: Vec<ShownDocument>,
    },
    /// Parts under their names.
    Group {
        /// Those that hold something.
        facts: Vec<Fact>,
    },
    /// Rows under the names of columns.
    Table {
        /// What the table is about.
        name: String,
        /// The columns.
        columns: Vec<Column>,
        /// Rows that hold something; each has a cell for every column.
        rows: Vec<Vec<ShownValue>>,
    },
}

/// A day: as written and in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Day {
    /// `YYYY-MM-DD`; whatever was written when it is no day.
    pub date: String,
    /// In words.
    pub words: String,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ShownDocument {
    /// Title, or whatever else is known about it.
    pub title: String,
    /// An address that a link may lead to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Number and day.
    pub details: Vec<String>,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Column {
    /// With the unit of its numbers.
    pub name: String,
    /// Whether it holds numbers.
    pub is_number: bool,
}

impl Day {
    pub(super) fn new(date: String, lang: Lang) -> Self {
        Day { words: day_words(&date, lang), date }
    }
}

/// Whether a link to it is safe: no `javascript:` and the like.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let begins =
        |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

impl ShownValue {
    /// The value of a field with this name; none when it is blank.
    #[must_use]
    pub fn new(name: &str, kind: &Kind, value: &Value, lang: Lang) -> Option<Self> {
        (!is_blank(value))
            .then(|| of_kind(name, kind, value, lang).unwrap_or_else(|| Self::plain(value, lang)))
    }

    /// The value of a property that every entry can have: codes are replaced by what they mean.
    #[must_use]
    pub fn of_property(name: &str, kind: &Kind, value: &Value, lang: Lang) -> Option<Self> {
        match value.as_str().map(str::trim) {
            Some(code) if value_name(code, lang) != code => Some(Self::lines(value_name(code, lang))),
            _ => Self::new(name, kind, value, lang),
        }
    }

    /// A value of any shape as text.
    pub(super) fn plain(value: &Value, lang: Lang) -> Self {
        Self::lines(&in_words(value, lang))
    }

    pub(super) fn lines(text: &str) -> Self {
        let lines = text.lines().filter(|line| !is_blank_text(line));
        ShownValue::Text { lines: lines.map(|line| line.trim().to_owned()).collect() }
    }
}

/// The value as its kind wants it; none when it is of another shape.
fn of_kind(name: &str, kind: &Kind, value: &Value, lang: Lang) -> Option<ShownValue> {
    let line = || value.as_str().map(|text| text.trim().to_owned());
    let said = || Some(value.as_array()?.iter().filter(|one| !is_blank(one)));
    Some(match kind {
        Kind::Date => ShownValue::Day(Day::new(line()?, lang)),
        Kind::Period => {
            let part = |key| text(value, key).unwrap_or_default();
            value.as_object()?;
            ShownValue::lines(&span(&part("start"), &part("end"), lang))
        }
        Kind::Number { unit, .. } => {
            value.as_number()?;
            ShownValue::lines(&[&in_words(value, lang), " ", unit.as_deref().unwrap_or_default()].concat())
        }
        Kind::Money { .. } => {
            let unit = text(value, "unit").unwrap_or_default();
            ShownValue::lines(&[&amount(&text(value, "amount")?), " ", &unit].concat())
        }
        Kind::Phone => {
            let numbers = value.as_str()?.split('、').map(str::trim).filter(|number| !number.is_empty());
            ShownValue::Phones { numbers: numbers.map(str::to_owned).collect() }
        }
        Kind::Url => ShownValue::Link { address: line().filter(|address| is_web_address(address))? },
        Kind::Boolean => ShownValue::lines(yes_or_no(value.as_bool()?, lang)),
        Kind::Choices { .. } => ShownValue::lines(&joined(said()?, lang)),
        Kind::List { .. } => ShownValue::List { items: said()?.map(|item| in_words(item, lang)).collect() },
        Kind::Document { .. } => {
            ShownValue::Documents { documents: said()?.map(|one| document(one, lang)).collect() }
        }
        Kind::Group { fields } => {
            let parts = value.as_object()?;
            let shown = |field: &Field| {
                let value = ShownValue::new(&field.name, &field.kind, parts.get(&field.key)?, lang)?;
                Some(fact(&field.key, part_name(&field.name, lang), value))
            };
            let facts: Vec<Fact> = fields.iter().filter_map(shown).collect();
            (!facts.is_empty()).then_some(ShownValue::Group { facts })?
        }
        Kind::Table { columns } => table(name, columns, said()?, lang),
        _ => ShownValue::lines(&line()?),
    })
}

fn table<'v>(name: &str, columns: &[Field], rows: impl Iterator<Item = &'v Value>, lang: Lang) -> ShownValue {
    let cell = |column: &Field, row: &Value| {
        let value = row.get(&column.key).unwrap_or(&Value::Null);
        match &column.kind {
            // The unit stands in the head.
            Kind::Number { .. } if value.is_number() => ShownValue::plain(value, lang),
            _ => ShownValue::new(&column.name, &column.kind, value, lang)
                .unwrap_or(ShownValue::Text { lines: Vec::new() }),
        }
    };
    ShownValue::Table {
        name: name.to_owned(),
        rows: rows.map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect(),
        columns: columns.iter().map(|column| head(column, lang)).collect(),
    }
}

fn head(column: &Field, lang: Lang) -> Column {
    let name = part_name(&column.name, lang);
    let (name, is_number) = match (&column.kind, lang) {
        (Kind::Number { unit: Some(unit), .. }, Lang::Zh) => ([name, "（", unit, "）"].concat(), true),
        (Kind::Number { unit: Some(unit), .. }, Lang::En) => ([name, " (", unit, ")"].concat(), true),
        (kind, _) => (name.to_owned(), matches!(kind, Kind::Number { .. })),
    };
    Column { name, is_number }
}

fn document(document: &Value, lang: Lang) -> ShownDocument {
    let link = text(document, "link");
    let number = text(document, "number");
    let date = text(document, "date").map(|date| day_words(&date, lang));
    ShownDocument {
        title: text(document, "title").or_else(|| link.clone()).unwrap_or_else(|| in_words(document, lang)),
        link: link.filter(|link| is_web_address(link)),
        details: number.into_iter().chain(date).collect(),
    }
}

/// A value of any shape in one text; empty when it is blank.
#[must_use]
pub fn in_words(value: &Value, lang: Lang) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(answer) => yes_or_no(*answer, lang).to_owned(),
        Value::Number(_) => json(value),
        Value::String(text) => text.trim().to_owned(),
        Value::Array(values) => joined(values.iter().filter(|value| !is_blank(value)), lang),
        Value::Object(members) => {
            let said = members.iter().filter(|(_, value)| !is_blank(value));
            let told = said.map(|(key, value)| [part_name(key, lang), "：", &in_words(value, lang)].concat());
            told.collect::<Vec<_>>().join("；")
        }
    }
}

fn joined<'v>(values: impl Iterator<Item = &'v Value>, lang: Lang) -> String {
    values.map(|value| in_words(value, lang)).collect::<Vec<_>>().join("、")
}

fn yes_or_no(answer: bool, lang: Lang) -> &'static str {
    match (answer, lang) {
        (true, Lang::Zh) => "是",
        (false, Lang::Zh) => "否",
        (true, Lang::En) => "yes",
        (false, Lang::En) => "no",
    }
}
