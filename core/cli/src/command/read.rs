//! `gongkai read`: an entry as citizens read it.

use std::io::Write;
use std::path::Path;

use gongkai::input::Place;
use gongkai_core::text::Lang;
use serde_json::json;

use super::{text_of, write_pretty};
use crate::failure::Failure;
use crate::find;
use crate::items::{self, Items};

/// Prints the entry in the file, of the item that it names unless another is given.
pub fn run(
    file: &Path,
    item: Option<&str>,
    is_html: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let entry = text_of(file)?;
    let item = match item {
        Some(address) => Some(find::item(address)?),
        // What was public stays readable when its item is gone.
        None => Items::new().named_in(entry.as_bytes(), Place::ALONE).ok(),
    };
    let reading = items::reading(item, entry.as_bytes(), lang)?;
    if is_html {
        Ok(writeln!(out, "{}", reading.to_html())?)
    } else {
        Ok(write_pretty(&json!(reading), out)?)
    }
}
