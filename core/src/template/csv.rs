//! Entries as CSV, with the headings of the template, for spreadsheets.

use serde_json::Value;

use super::column::columns;
use crate::export::ExportError;
use crate::export::csv::write_record;
use crate::pack::ItemRef;
use crate::rows::Columns;

/// Writes entries of an item; a byte order mark tells spreadsheets that it is UTF-8.
///
/// # Errors
/// It cannot be written; memory can.
pub fn csv(item: ItemRef<'_>, entries: &[Value]) -> Result<Vec<u8>, ExportError> {
    let columns = columns(item);
    let headings = || columns.iter().map(|column| column.heading.as_str());
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    write_record(&mut writer, headings())?;
    // The headings of a template are those of its item.
    if let Ok(cells) = Columns::new(headings(), item) {
        for entry in entries {
            let texts: Vec<String> = (0..columns.len()).map(|column| cells.text(entry, column)).collect();
            write_record(&mut writer, texts.iter().map(String::as_str))?;
        }
    }
    writer.into_inner().map_err(|error| ExportError::Document(error.into_error()))
}
