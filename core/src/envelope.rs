//! What stands around the elements of an entry, as fields, so that check, schema and form share one list.

use std::sync::LazyLock;

use crate::entry::{DisclosureAttribute, NilKind};
use crate::field::{Field, Kind, TextFormat};
use crate::node::{Node, Object};

fn line(max_length_chars: u32) -> Kind {
    Kind::line(max_length_chars)
}

fn one_of(names: &[&str]) -> Kind {
    Kind::Choice { choices: names.iter().map(|name| (*name).to_owned()).collect(), open: false }
}

/// Properties of every entry, in the order of the form; their names are their keys.
#[must_use]
pub fn fields() -> &'static [Field] {
    static FIELDS: LazyLock<[Field; 20]> = LazyLock::new(|| {
        [
            Field::part("edition", line(50)),
            Field::part("title", line(200)),
            Field::part("summary", Kind::LongText { max_length_chars: 1000 }).optional(),
            Field::part(
                "index_number",
                Kind::Text { max_length_chars: 100, format: Some(TextFormat::IndexNumber) },
            )
            .optional(),
            Field::part("publisher", line(200)),
            Field::part("level", line(50)).optional(),
            Field::part("formed_on", Kind::Date),
            Field::part("changed_on", Kind::Date).optional(),
            Field::part("triggered_on", Kind::Date).optional(),
            Field::part("notice", Kind::Period).optional(),
            Field::part("effective_on", Kind::Date).optional(),
            Field::part("expires_on", Kind::Date).optional(),
            Field::part("revoked_on", Kind::Date).optional(),
            Field::part("withdrawn_on", Kind::Date).optional(),
            Field::part("author", line(100)).optional(),
            Field::part("reviewed_by", line(100)).optional(),
            Field::part("reviewed_on", Kind::Date).optional(),
            Field::part("review_on", Kind::Date).optional(),
            Field::part("reason", line(1000)).optional(),
            Field::part("attribute", one_of(DisclosureAttribute::NAMES)),
        ]
    });
    &*FIELDS
}

/// The property with this key, if it is one of [`fields`].
pub(crate) fn field(key: &str) -> Option<&'static Field> {
    fields().iter().find(|field| field.key == key)
}

/// Properties of a used channel.
#[must_use]
pub fn channel_fields() -> &'static [Field] {
    static FIELDS: LazyLock<[Field; 3]> = LazyLock::new(|| {
        [
            Field::part("channel", line(200)),
            Field::part("published_on", Kind::Date).optional(),
            Field::part("proof", line(1000)).optional(),
        ]
    });
    &*FIELDS
}

/// Properties of a nil statement.
#[must_use]
pub fn nil_fields() -> &'static [Field] {
    static FIELDS: LazyLock<[Field; 4]> = LazyLock::new(|| {
        [
            Field::part("kind", one_of(NilKind::NAMES)),
            Field::part("reason", line(1000)),
            Field::part("approver", line(200)).optional(),
            Field::part("period", line(200)).optional(),
        ]
    });
    &*FIELDS
}

/// The properties of an entry found once: rules ask for them by name, most of them several times.
pub(crate) struct Properties<'t> {
    object: Object<'t>,
    /// One for each of [`NAMES`].
    values: [Option<Node<'t>>; NAMES.len()],
    /// Names of members that no entry has, in the order of the document.
    unknown: Vec<&'t str>,
}

macro_rules! names {
    ($($name:ident),* $(,)?) => {
        /// Properties of every entry: first those of [`fields`], in their order, then those that are judged in their
        /// own way.
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        #[expect(non_camel_case_types, reason = "they are the names themselves")]
        enum Place { $($name),* }

        /// Where a property stands in [`NAMES`].
        #[inline]
        fn place(name: &str) -> Option<usize> {
            match name {
                $(stringify!($name) => Some(Place::$name as usize),)*
                _ => None,
            }
        }
    };
}

names! {
    edition, title, summary, index_number, publisher, level, formed_on, changed_on, triggered_on, notice, effective_on,
    expires_on, revoked_on, withdrawn_on, author, reviewed_by, reviewed_on, review_on, reason, attribute,
    format, pack, item, region, elements, channels, nil, ground,
}

impl<'t> Properties<'t> {
    pub fn of(object: Object<'t>) -> Self {
        let mut properties = Properties { object, values: [None; NAMES.len()], unknown: Vec::new() };
        for (name, value) in object.members() {
            match place(name) {
                Some(place) => properties.values[place] = Some(value),
                None if name.starts_with("x-") => {}
                None => properties.unknown.push(name),
            }
        }
        properties
    }

    /// The property of this name.
    #[inline]
    pub fn get(&self, name: &str) -> Option<Node<'t>> {
        match place(name) {
            Some(place) => self.values[place],
            None => self.object.get(name),
        }
    }

    /// The values of [`fields`].
    pub fn values(&self) -> &[Option<Node<'t>>] {
        &self.values[..fields().len()]
    }

    /// Names of members that no entry has.
    pub fn unknown(&self) -> &[&'t str] {
        &self.unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_come_first() {
        let keys: Vec<&str> = fields().iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, &NAMES[..keys.len()]);
    }
}
