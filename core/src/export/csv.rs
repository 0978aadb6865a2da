//! The table as comma-separated values, as Excel opens them: byte order mark, CRLF; what is merged is said in every row.

use super::{ExportError, Layout};
use crate::rows::formula::defused;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

pub(super) fn write(layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let title = std::iter::once(layout.title.as_str()).chain(std::iter::repeat(""));
    write_record(&mut writer, title.take(layout.columns.len()))?;
    for (row, places) in layout.grid().iter().enumerate() {
        let texts = places.iter().enumerate().map(|(column, cell)| layout.unmerged(cell, row, column));
        write_record(&mut writer, texts)?;
    }
    writer.into_inner().map_err(|error| ExportError::Document(error.into_error()))
}

/// Writes one row, without formulas.
pub(crate) fn write_record<'a>(
    writer: &mut csv::Writer<Vec<u8>>,
    texts: impl Iterator<Item = &'a str>,
) -> Result<(), ExportError> {
    writer
        .write_record(texts.map(|text| defused(text).into_owned()))
        .map_err(|error| ExportError::Document(error.into()))
}
