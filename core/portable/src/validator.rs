//! What a host has loaded, and what it asks of it.

use gongkai_core::{Calendar, Context, ItemRef, Local, Pack, Reading};

use crate::answer::{Answer, Failure};
use crate::options::{Options, ReadingOptions};

/// Kinds of documents that can be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// `packs/NN-slug.json`; one of the same id is replaced.
    Pack,
    /// `calendar.json`; replaces the one before.
    Calendar,
    /// A `gongkai-local/1`; replaces the one before.
    Local,
}

/// Packs and calendar of a host.
#[derive(Debug, Default)]
pub struct Validator {
    packs: Vec<Pack>,
    calendar: Option<Calendar>,
    local: Option<Local>,
}

impl Validator {
    /// Nothing loaded yet.
    #[must_use]
    pub const fn new() -> Self {
        Validator { packs: Vec::new(), calendar: None, local: None }
    }

    /// Loads a document; answers with what it is.
    ///
    /// # Errors
    /// `pack-unreadable`, `calendar-unreadable`, `local-unreadable`.
    pub fn load(&mut self, document: Document, text: &str) -> Answer {
        match document {
            Document::Pack => {
                let pack = Pack::from_json(text).map_err(|error| Failure::new("pack-unreadable", error))?;
                let items: Vec<&str> = pack.items().map(|item| item.item.id.as_str()).collect();
                let answer = serde_json::json!({ "pack": pack.id, "edition": pack.edition, "items": items });
                self.packs.retain(|known| known.id != pack.id);
                self.packs.push(pack);
                Ok(answer.to_string())
            }
            Document::Calendar => {
                let calendar =
                    Calendar::from_json(text).map_err(|error| Failure::new("calendar-unreadable", error))?;
                self.calendar = Some(calendar);
                Ok("{}".to_owned())
            }
            Document::Local => {
                let local = Local::read(text).map_err(|error| Failure::new("local-unreadable", error))?;
                self.local = Some(local);
                Ok("{}".to_owned())
            }
        }
    }

    /// Judges an entry of `DOMAIN/ITEM`; the answer is a `gongkai-report/1`, the same bytes as everywhere else.
    ///
    /// The options are a JSON object: `today`, the day on which it is judged, `YYYY-MM-DD`; `stage`, `draft` or
    /// `publish`, the default; `told`, whether each issue carries its sentences in both languages, by default not.
    ///
    /// # Errors
    /// `item-unknown`; `options-invalid`; `entry-unreadable` for bytes that are no JSON.
    pub fn check(&self, address: &str, entry: &[u8], options: &str) -> Answer {
        let item = self.item(address)?;
        let options = Options::read(options)?;
        let mut context = Context::new(options.stage, options.today);
        if let Some(calendar) = &self.calendar {
            context = context.with_calendar(calendar);
        }
        if let Some(local) = &self.local {
            context = context.with_local(local);
        }
        let report =
            item.check_json(entry, &context).map_err(|error| Failure::new("entry-unreadable", error))?;
        if options.is_told { text(&report.told()) } else { text(&report) }
    }

    /// An entry of `DOMAIN/ITEM` as citizens read it: a `gongkai-reading/1`, or a JSON text with a fragment of HTML.
    ///
    /// The options are a JSON object: `lang`, `zh-CN`, the default, or `en`; `html`, by default not. What was public
    /// stays readable when its item is gone: elements then stand under their keys.
    ///
    /// # Errors
    /// `options-invalid`; `entry-unreadable` for bytes that are no JSON.
    pub fn reading(&self, address: &str, entry: &[u8], options: &str) -> Answer {
        let options = ReadingOptions::read(options)?;
        let entry: serde_json::Value =
            serde_json::from_slice(entry).map_err(|error| Failure::new("entry-unreadable", error))?;
        let reading = Reading::of_item(self.item(address).ok(), &entry, options.lang);
        if options.is_html { text(&reading.to_html()) } else { text(&reading) }
    }

    /// The form model of `DOMAIN/ITEM`, a `gongkai-form/1`.
    ///
    /// # Errors
    /// `item-unknown`.
    pub fn form(&self, address: &str) -> Answer {
        text(&self.item(address)?.form())
    }

    fn item(&self, address: &str) -> Result<ItemRef<'_>, Failure> {
        let unknown =
            || Failure::new("item-unknown", format_args!("no item “{address}” in the packs loaded"));
        let (pack, item) = address.split_once('/').ok_or_else(unknown)?;
        let pack = self.packs.iter().find(|known| known.id == pack).ok_or_else(unknown)?;
        pack.item(item).ok_or_else(unknown)
    }
}

/// Everything that leaves has texts for keys, so that writing cannot fail.
fn text(document: &impl serde::Serialize) -> Answer {
    serde_json::to_string(document).map_err(|error| Failure::new("unwritable", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_answered_is_told() {
        let mut validator = Validator::new();
        let code = |answer: Answer| answer.map_err(|failure| failure.code);
        assert_eq!(code(validator.load(Document::Pack, "{}")), Err("pack-unreadable"));
        assert_eq!(code(validator.load(Document::Calendar, "[")), Err("calendar-unreadable"));
        for address in ["", "a", "a/b"] {
            assert_eq!(
                code(validator.check(address, b"{}", r#"{"today":"2026-09-01"}"#)),
                Err("item-unknown")
            );
            let reading = validator.reading(address, br#"{"elements":{"a":"x"}}"#, "{}").unwrap_or_default();
            assert!(reading.contains(r#""name":"a""#), "{reading}");
        }
        assert_eq!(code(validator.form("a/b")), Err("item-unknown"));
    }
}
