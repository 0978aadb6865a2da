//! The item that an entry names, read without reading the rest.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

/// What an entry says of its item. Most entries begin with it, and reading ends where both are known.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Head<'a> {
    /// Id of the pack.
    pub pack: Option<Cow<'a, str>>,
    /// Id of the item.
    pub item: Option<Cow<'a, str>>,
}

impl<'a> Head<'a> {
    /// Reads the head of an entry; what is no JSON has none from there on.
    #[must_use]
    pub fn of(entry: &'a [u8]) -> Self {
        let mut head = Head::default();
        let mut reader = serde_json::Deserializer::from_slice(entry);
        // It ends with an error as soon as both are known, and whoever checks the entry reads it whole.
        let _ = reader.deserialize_map(HeadVisitor(&mut head));
        head
    }
}

struct HeadVisitor<'h, 'a>(&'h mut Head<'a>);

/// A text, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Visitor<'de> for HeadVisitor<'_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an entry")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Text(name)) = map.next_key()? {
            let value = match name.as_ref() {
                "pack" => &mut self.0.pack,
                "item" => &mut self.0.item,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let Text(text) = map.next_value()?;
            *value = Some(text);
            if self.0.pack.is_some() && self.0.item.is_some() {
                return Err(A::Error::custom("known"));
            }
        }
        Ok(())
    }
}

/// The title of an entry, as lists show it.
#[must_use]
pub fn title(entry: &[u8]) -> String {
    #[derive(Deserialize)]
    struct Titled {
        #[serde(default)]
        title: Option<String>,
    }
    serde_json::from_slice::<Titled>(entry).ok().and_then(|entry| entry.title).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(entry: &str) -> (String, String) {
        let head = Head::of(entry.as_bytes());
        (head.pack.unwrap_or_default().into_owned(), head.item.unwrap_or_default().into_owned())
    }

    #[test]
    fn it_is_found_wherever_it_stands() {
        let both = ("p".to_owned(), "i".to_owned());
        assert_eq!(head(r#"{"pack":"p","item":"i", no json"#), both);
        assert_eq!(head(r#"{"elements":{"pack":"x"},"item":"i","pa\u0063k":"\u0070"}"#), both);
        assert_eq!(head(r#"{"pack":"p"}"#), ("p".to_owned(), String::new()));
        assert_eq!(head(r#"{"pack":1,"item":"i"}"#), (String::new(), String::new()));
        assert_eq!(head("[]"), (String::new(), String::new()));
    }
}
