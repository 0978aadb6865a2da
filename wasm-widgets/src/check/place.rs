//! What stands at a place in an entry, so that the text of a field becomes the right kind of value.

use gongkai_core::Kind;
use gongkai_core::envelope::{channel_fields, fields, nil_fields};
use gongkai_core::field::{Field, document_parts};

/// The most rows that a page can have fields for; a greater number in a pointer is a slip.
const MAX_ROWS: usize = 1000;

/// What a field of the page is bound to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// JSON Pointer into the entry.
    pub pointer: String,
    /// Name as printed, or the key of what is no element.
    pub name: String,
    pub holds: Holds,
}

/// What stands there.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Holds {
    /// A value of this kind.
    Kind(Kind),
    /// The amount of an amount of money.
    Amount,
    /// A text that is taken as it stands: codes, what is the host's own.
    Code,
    /// Names of channels.
    Channels,
}

impl Place {
    /// The place that an attribute names, by the key of an element or by a JSON Pointer; `None` when an entry with
    /// these elements has none there.
    pub fn named(name: &str, elements: &[Field]) -> Option<Self> {
        let name = name.trim();
        let pointer = if name.starts_with('/') { name.to_owned() } else { format!("/elements/{name}") };
        let tokens: Vec<&str> = pointer.split('/').skip(1).collect();
        let code = |name: &str| Some((name.to_owned(), Holds::Code));
        let (name, holds) = match tokens.as_slice() {
            ["elements", key, rest @ ..] => within(elements.iter().find(|field| field.key == *key)?, rest),
            ["channels"] => Some(("channels".to_owned(), Holds::Channels)),
            ["channels", row, key] => within(row_field(row, key, channel_fields())?, &[]),
            ["nil", key] => within(nil_fields().iter().find(|field| field.key == *key)?, &[]),
            [key @ ("region" | "ground")] => code(key),
            [key] if key.starts_with("x-") => code(key),
            [key, rest @ ..] => within(fields().iter().find(|field| field.key == *key)?, rest),
            [] => None,
        }?;
        Some(Place { pointer, name, holds })
    }
}

fn row_field<'f>(row: &str, key: &str, fields: &'f [Field]) -> Option<&'f Field> {
    row.parse::<usize>().ok().filter(|row| *row < MAX_ROWS)?;
    fields.iter().find(|field| field.key == key)
}

/// What stands below a field.
fn within(field: &Field, rest: &[&str]) -> Option<(String, Holds)> {
    let named = |holds| Some((field.name.clone(), holds));
    match (&field.kind, rest) {
        (kind, []) => named(Holds::Kind(kind.clone())),
        (Kind::Period, ["start" | "end"]) => named(Holds::Kind(Kind::Date)),
        (Kind::Money { .. }, ["amount"]) => named(Holds::Amount),
        (Kind::Money { .. }, ["unit"]) => named(Holds::Code),
        (Kind::Document { .. }, [row, key]) => within(row_field(row, key, document_parts())?, &[]),
        (Kind::Table { columns }, [row, key, rest @ ..]) => within(row_field(row, key, columns)?, rest),
        (Kind::Group { fields }, [key, rest @ ..]) => {
            within(fields.iter().find(|part| part.key == *key)?, rest)
        }
        _ => None,
    }
}
