//! The value of an element in the form that fits its kind.

use askama::Template;
use askama::filters::HtmlSafe;
use gongkai_core::blank::{is_blank, is_blank_text};
use gongkai_core::text::{Lang, part_name};
use gongkai_core::{Field, Kind};
use serde_json::Value;

use super::date::day;
use crate::texts;

/// A value ready to be shown; what does not fit its kind is shown as plain text, never dropped.
#[derive(Debug, Template)]
#[template(path = "parts/value.html")]
pub(crate) enum Shown {
    /// Paragraphs.
    Text(Vec<String>),
    /// A list of short texts.
    List(Vec<String>),
    /// A day: as written and in words.
    Day(String, String),
    /// Telephone numbers.
    Phones(Vec<String>),
    /// An address on the web.
    Link(String),
    /// Documents.
    Documents(Vec<ShownDocument>),
    /// A table with the names of its columns.
    Table(String, Vec<Column>, Vec<Vec<Shown>>),
}

// The template escapes what it is made of.
impl HtmlSafe for Shown {}

/// One document.
#[derive(Debug)]
pub(crate) struct ShownDocument {
    pub title: String,
    /// Number and day.
    pub details: Vec<String>,
    pub link: Option<String>,
}

/// One column of a table.
#[derive(Debug)]
pub(crate) struct Column {
    pub name: String,
    pub is_number: bool,
}

impl Shown {
    fn text(text: &str) -> Self {
        Shown::Text(text.lines().filter(|line| !is_blank_text(line)).map(str::to_owned).collect())
    }
}

/// The value of a field; none when it is blank.
pub(crate) fn shown(field: &Field, value: &Value, lang: Lang) -> Option<Shown> {
    (!is_blank(value)).then(|| as_kind(field, value, lang).unwrap_or_else(|| Shown::text(&plain(value))))
}

/// The value as its kind wants it; none when it is of another type.
fn as_kind(field: &Field, value: &Value, lang: Lang) -> Option<Shown> {
    let texts = texts::of(lang);
    Some(match &field.kind {
        Kind::Date => Shown::Day(value.as_str()?.to_owned(), day(value.as_str()?, lang)),
        Kind::Period => {
            let part = |key: &str| value.get(key)?.as_str().map(|text| day(text, lang));
            Shown::text(&texts::period(&part("start")?, &part("end")?, lang))
        }
        Kind::Number { unit, .. } => {
            let number = value.as_number()?;
            Shown::text(&format!("{number} {}", unit.as_deref().unwrap_or_default()))
        }
        Kind::Money { .. } => {
            let part = |key: &str| value.get(key)?.as_str();
            Shown::text(&format!("{} {}", grouped(part("amount")?), part("unit")?))
        }
        Kind::Phone => Shown::Phones(value.as_str()?.split('、').map(str::to_owned).collect()),
        Kind::Url => Shown::Link(value.as_str().filter(|text| is_web_address(text))?.to_owned()),
        Kind::Boolean => Shown::text(if value.as_bool()? { texts.yes } else { texts.no }),
        Kind::Choices { .. } => {
            let chosen: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
            Shown::text(&chosen?.join("、"))
        }
        Kind::List { .. } => {
            let lines = value.as_array()?.iter().filter(|line| !is_blank(line));
            Shown::List(lines.map(plain).collect())
        }
        Kind::Document { .. } => {
            let documents = value.as_array()?.iter().filter(|document| !is_blank(document));
            Shown::Documents(documents.map(|document| document_of(document, lang)).collect())
        }
        Kind::Group { fields } if value.is_object() => {
            table(&field.name, fields, &Value::Array(vec![value.clone()]), lang)?
        }
        Kind::Table { columns } => table(&field.name, columns, value, lang)?,
        _ => Shown::text(value.as_str()?),
    })
}

fn table(name: &str, columns: &[Field], value: &Value, lang: Lang) -> Option<Shown> {
    let heads = columns.iter().map(|column| match &column.kind {
        Kind::Number { unit: Some(unit), .. } => {
            Column { name: texts::with_unit(&column.name, unit, lang), is_number: true }
        }
        kind => Column {
            name: part_name(&column.name, lang).to_owned(),
            is_number: matches!(kind, Kind::Number { .. }),
        },
    });
    let cell = |column: &Field, row: &Value| {
        let value = row.get(&column.key).unwrap_or(&Value::Null);
        match &column.kind {
            // The unit stands in the head.
            Kind::Number { .. } if value.is_number() => Shown::text(&value.to_string()),
            _ => shown(column, value, lang).unwrap_or(Shown::Text(Vec::new())),
        }
    };
    let rows = value.as_array()?.iter().filter(|row| !is_blank(row));
    let rows = rows.map(|row| columns.iter().map(|column| cell(column, row)).collect());
    Some(Shown::Table(name.to_owned(), heads.collect(), rows.collect()))
}

fn document_of(document: &Value, lang: Lang) -> ShownDocument {
    let part = |key: &str| {
        let text = document.get(key)?.as_str()?;
        (!is_blank_text(text)).then_some(text)
    };
    let date = part("date").map(|date| day(date, lang));
    ShownDocument {
        title: part("title").map_or_else(|| plain(document), str::to_owned),
        details: part("number").map(str::to_owned).into_iter().chain(date).collect(),
        link: part("link").filter(|link| is_web_address(link)).map(str::to_owned),
    }
}

/// Whether a link to it is safe: no `javascript:` and the like.
pub(crate) fn is_web_address(text: &str) -> bool {
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    start.starts_with("https://") || start.starts_with("http://")
}

/// A value as plain text, whatever it is.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// An amount with separators: 1234.50 becomes 1,234.50.
fn grouped(amount: &str) -> String {
    let (whole, fraction) =
        amount.split_once('.').map_or((amount, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut text = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped() {
        for (amount, text) in
            [("0", "0"), ("999.5", "999.5"), ("1234.50", "1,234.50"), ("-1234567", "-1,234,567")]
        {
            assert_eq!(grouped(amount), text);
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://example.org/"));
        assert!(is_web_address("HTTP://example.org/"));
        assert!(!is_web_address("javascript:alert(1)"));
        assert!(!is_web_address("公报第3期"));
    }
}
