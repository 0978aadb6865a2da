//! An entry as citizens read it: names beside values, each value in the shape of its kind, one rule for every host.
//!
//! [`ItemRef::reading`] makes it, [`Reading::to_html`] writes it; hosts with templates of their own take it as JSON
//! (`gongkai-reading/1`). What does not fit its kind is shown as text, never left out.

mod html;
mod value;
mod words;

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::blank::{is_blank, is_blank_text};
use crate::envelope;
use crate::field::{Field, without_heading};
use crate::pack::ItemRef;
use crate::text::{Lang, part_name};

pub use value::{Column, Day, ShownDocument, ShownValue, in_words, is_web_address};
pub use words::day_words;

/// Name and version of the format.
const FORMAT: &str = "gongkai-reading/1";

/// Properties of an entry that citizens have an interest in, in their order; who wrote and reviewed it stays inside.
const FACTS: &[&str] = &[
    "publisher",
    "index_number",
    "formed_on",
    "changed_on",
    "notice",
    "effective_on",
    "expires_on",
    "revoked_on",
    "withdrawn_on",
    "attribute",
    "summary",
];

/// An entry as citizens read it, a `gongkai-reading/1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reading {
    /// Always `gongkai-reading/1`.
    pub format: Cow<'static, str>,
    /// Language of the words around the values; names and values are those of the table and of the entry.
    pub lang: Lang,
    /// Title of the entry, without blanks around it; empty when it has none.
    pub title: String,
    /// Elements that hold something, in the order of the table; behind them those that the table does not have.
    pub elements: Vec<Fact>,
    /// The statement that there is nothing to publish; empty when there is none.
    pub nil: Vec<Fact>,
    /// Who published it, when it came into being, and what else is known about it.
    pub facts: Vec<Fact>,
    /// The channels through which it was made public.
    pub channels: Vec<UsedChannel>,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Fact {
    /// Key of the element, or name of the property.
    pub key: String,
    /// What it is called, as printed.
    pub name: String,
    /// Heading that several elements in a row stand under, where the table has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// What it is called below that heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its value.
    pub value: ShownValue,
}

/// A channel through which an entry was made public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UsedChannel {
    /// Name of the channel.
    pub name: String,
    /// The day on which it was made public there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Day>,
    /// Address, issue number or whatever else shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// The proof once more when it is an address that a link may lead to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl ItemRef<'_> {
    /// The entry as citizens read it.
    #[must_use]
    pub fn reading(&self, entry: &Value, lang: Lang) -> Reading {
        Reading::of_item(Some(*self), entry, lang)
    }
}

impl Reading {
    /// An entry of an item; when the item is gone it stays readable, its elements under their keys.
    #[must_use]
    pub fn of_item(item: Option<ItemRef<'_>>, entry: &Value, lang: Lang) -> Self {
        Reading::new(item.iter().flat_map(|item| &item.item.fields), entry, lang)
    }

    /// An entry with these fields, for entries that may hold elements of several editions.
    #[must_use]
    pub fn new<'f>(fields: impl IntoIterator<Item = &'f Field>, entry: &Value, lang: Lang) -> Self {
        Reading {
            format: Cow::Borrowed(FORMAT),
            lang,
            title: text(entry, "title").unwrap_or_default(),
            elements: elements(fields, entry.get("elements"), lang),
            nil: properties(envelope::nil_fields(), |field| entry.get("nil")?.get(&field.key), lang),
            facts: properties(
                FACTS.iter().filter_map(|key| envelope::field(key)),
                |field| entry.get(&field.key),
                lang,
            ),
            channels: UsedChannel::all(entry, lang),
        }
    }
}

fn elements<'f>(
    fields: impl IntoIterator<Item = &'f Field>,
    elements: Option<&Value>,
    lang: Lang,
) -> Vec<Fact> {
    let nothing = Map::new();
    let elements = elements.and_then(Value::as_object).unwrap_or(&nothing);
    let mut known = Vec::new();
    let mut facts = Vec::new();
    for field in fields {
        known.push(field.key.as_str());
        let value = elements.get(&field.key).unwrap_or(&Value::Null);
        facts.extend(ShownValue::new(&field.name, &field.kind, value, lang).map(|value| {
            let heading = field.group.clone();
            let label =
                heading.as_deref().map(|heading| without_heading(&field.name, Some(heading)).to_owned());
            Fact { key: field.key.clone(), name: field.name.clone(), heading, label, value }
        }));
    }
    let others = elements
        .iter()
        .filter(|(key, value)| !known.contains(&key.as_str()) && !key.starts_with("x-") && !is_blank(value));
    facts.extend(others.map(|(key, value)| fact(key, key, ShownValue::plain(value, lang))));
    facts
}

/// Properties under their names; codes are replaced by what they mean.
fn properties<'f, 'v>(
    fields: impl IntoIterator<Item = &'f Field>,
    value: impl Fn(&Field) -> Option<&'v Value>,
    lang: Lang,
) -> Vec<Fact> {
    let row = |field: &Field| {
        let name = part_name(&field.key, lang);
        let shown = ShownValue::of_property(name, &field.kind, value(field)?, lang)?;
        Some(fact(&field.key, name, shown))
    };
    fields.into_iter().filter_map(row).collect()
}

fn fact(key: &str, name: &str, value: ShownValue) -> Fact {
    Fact { key: key.to_owned(), name: name.to_owned(), heading: None, label: None, value }
}

impl UsedChannel {
    /// The channels of an entry that have a name.
    #[must_use]
    pub fn all(entry: &Value, lang: Lang) -> Vec<Self> {
        let used = entry.get("channels").and_then(Value::as_array).into_iter().flatten();
        let channel = |channel: &Value| {
            let proof = text(channel, "proof");
            Some(UsedChannel {
                name: text(channel, "channel")?,
                published: text(channel, "published_on").map(|text| Day::new(text, lang)),
                link: proof.clone().filter(|proof| is_web_address(proof)),
                proof,
            })
        };
        used.filter_map(channel).collect()
    }
}

/// A text without the blanks around it; none when nothing is left.
fn text(object: &Value, key: &str) -> Option<String> {
    let text = object.get(key)?.as_str()?;
    (!is_blank_text(text)).then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests;
