//! One or more documents, each with title, number, date and link.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Field, Kind, table};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;

static PARTS: LazyLock<[Field; 4]> = LazyLock::new(|| {
    [
        Field::part("title", Kind::Text { max_length_chars: 300 }),
        Field::part("number", Kind::Text { max_length_chars: 100 }).optional(),
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

pub(super) fn example(name: &str, today: Date) -> Value {
    json!([{
        "title": format!("示例：{name}"),
        "number": "示例发〔2026〕1号",
        "date": crate::date::write(today),
        "link": "https://www.example.gov.cn/",
    }])
}
