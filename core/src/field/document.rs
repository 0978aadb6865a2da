//! One or more documents, each with title, number, date and link.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Field, Kind, TextFormat, table};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;

static PARTS: LazyLock<[Field; 4]> = LazyLock::new(|| {
    [
        Field::part("title", Kind::line(300)),
        Field::part("number", Kind::Text { max_length_chars: 100, format: Some(TextFormat::DocumentNumber) })
            .optional(),
        Field::part("date", Kind::Date).optional(),
        Field::part("link", Kind::Url).optional(),
    ]
});

/// The parts of a document as fields; their names are their keys, to be shown in the user's language.
#[must_use]
pub fn parts() -> &'static [Field] {
    &*PARTS
}

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    table::check(value, parts(), path, judge);
}

pub(super) fn schema() -> Value {
    table::schema(parts())
}

pub(super) fn example(name: &str, title: Option<&str>, today: Date) -> Value {
    json!([{
        "title": title.map_or_else(|| format!("示例：{name}"), str::to_owned),
        "number": TextFormat::DocumentNumber.example(),
        "date": crate::date::write(today),
        "link": "https://www.example.gov.cn/",
    }])
}
