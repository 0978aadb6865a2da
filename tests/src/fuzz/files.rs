//! Files of entries: readers come to an end, and it does not matter in what pieces the bytes arrive.

use std::io::{self, Read};
use std::path::Path;
use std::sync::LazyLock;

use gongkai::input::{Batch, Batches, Format, fault_in};
use gongkai_core::{Context, ItemRef, Stage};
use serde_json::Value;

use super::hash;
use crate::judges::{TODAY, items};

/// What is read: numbers of entries and their texts, or what is wrong.
type Found = Result<(u64, Vec<u8>), String>;

/// Gives a few bytes at a time.
struct Drops<'a> {
    bytes: &'a [u8],
    most: usize,
}

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.most.min(buffer.len()).min(self.bytes.len());
        buffer[..length].copy_from_slice(&self.bytes[..length]);
        self.bytes = &self.bytes[length..];
        Ok(length)
    }
}

/// Reads bytes as a file of each format.
///
/// # Panics
/// What is read depends on how the bytes arrive, or is not what a JSON reader reads.
pub fn input(data: &[u8]) {
    for format in [None, Some(Format::Json), Some(Format::Ndjson), Some(Format::Csv)] {
        let whole = read(data, usize::MAX, format);
        let drops = read(data, 1 + usize::try_from(hash(data) % 40).unwrap_or_default(), format);
        assert_eq!(whole, drops, "{format:?}");
        if format == Some(Format::Json) {
            agrees_with_reader(data, &whole);
        }
    }
}

/// A JSON reader finds the same entries in one document.
fn agrees_with_reader(data: &[u8], found: &[Found]) {
    let Ok(document) = serde_json::from_slice::<Value>(data) else { return };
    let entries = match document {
        Value::Array(entries) => entries,
        entry => vec![entry],
    };
    let found: Vec<Value> = found
        .iter()
        .map(|read| {
            let (_, text) = read.as_ref().expect("the document is JSON");
            serde_json::from_slice(text).expect("the document is JSON")
        })
        .collect();
    assert_eq!(found, entries);
}

fn read(data: &[u8], most: usize, format: Option<Format>) -> Vec<Found> {
    static ITEM: LazyLock<ItemRef<'static>> =
        LazyLock::new(|| items().max_by_key(|item| item.fields.len()).expect("there are items"));
    let context = Context::new(Stage::Draft, TODAY);
    let mut found = Vec::new();
    let batches = match Batches::open(Drops { bytes: data, most }, Path::new("-"), format, Some(*ITEM)) {
        Ok(batches) => batches,
        Err(error) => return vec![Err(error.to_string())],
    };
    let columns = batches.columns().cloned();
    for batch in batches {
        match batch {
            Ok(Batch::Json(texts)) => {
                for (place, text) in texts.iter() {
                    let is_json = serde_json::from_slice::<Value>(text).is_ok();
                    assert_eq!(fault_in(text, place).is_none(), is_json);
                    found.push(Ok((place.number, text.to_owned())));
                }
            }
            Ok(Batch::Rows(rows)) => {
                let columns = columns.as_ref().expect("a table has columns");
                for row in rows {
                    let entry = columns.entry(row.cells.iter());
                    for issue in ITEM.check(&entry, &context).issues {
                        let _ = columns.heading_of(&issue.path);
                    }
                    found.push(Ok((row.number, entry.to_string().into_bytes())));
                }
            }
            Ok(_) => {}
            Err(error) => found.push(Err(format!("{:?} {error}", error.number))),
        }
    }
    found
}
