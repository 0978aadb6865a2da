//! Entries out of tables as spreadsheets save them: a row of headings, then one entry in each row.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, StringRecord};

use super::decode::{Decoded, is_no_text, too_long};
use super::formula::meant;
use super::{Columns, TableError, TableFault};
use crate::ItemRef;
use crate::blank::is_blank_text;

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Number of the row, as spreadsheets count: the headings are row 1.
    pub number: u64,
    /// What its cells hold.
    pub cells: StringRecord,
}

/// Reads a table.
pub struct Table<'a, R> {
    reader: csv::Reader<Decoded<R>>,
    columns: Columns<'a>,
    /// Lines within cells so far, which are lines of the file but no rows.
    inner_lines: u64,
    ended: bool,
}

impl<'a, R: Read> Table<'a, R> {
    /// Reads the headings of a table of an item's entries; no row may be longer.
    ///
    /// # Errors
    /// - It cannot be read.
    /// - There are no headings, two mean the same, or none is known.
    pub fn new(source: R, item: ItemRef<'a>, max_record_bytes: usize) -> Result<Self, TableError> {
        let mut source = Decoded::new(source, max_record_bytes);
        let delimiter = source.delimiter().map_err(TableFault::from)?;
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(source);
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).map_err(fault)? {
            return Err(TableFault::HeadingsMissing.into());
        }
        let headings = StringRecord::from_byte_record(record).map_err(|_| TableFault::NotText.at(1))?;
        let columns = Columns::new(headings.iter(), item).map_err(TableFault::from)?;
        let inner_lines = inner_lines(headings.as_byte_record());
        Ok(Table { reader, columns, inner_lines, ended: false })
    }

    /// What the columns mean.
    #[must_use]
    pub fn columns(&self) -> &Columns<'a> {
        &self.columns
    }

    /// The next row that is not blank.
    fn row(&mut self) -> Option<Result<Row, TableError>> {
        loop {
            self.reader.get_mut().begin_record();
            let mut record = ByteRecord::new();
            match self.reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => {
                    self.ended = true;
                    return None;
                }
                Err(error) => {
                    self.ended = true;
                    let line = self.reader.position().line();
                    let fault = fault(error);
                    return Some(Err(match fault {
                        TableFault::Unreadable(_) => fault.into(),
                        other => other.at(line.saturating_sub(self.inner_lines)),
                    }));
                }
            }
            self.inner_lines += inner_lines(&record);
            // Where it starts is no help: blank lines before it count as its own.
            let number = self.reader.position().line().saturating_sub(self.inner_lines + 1);
            let Ok(cells) = StringRecord::from_byte_record(record) else {
                return Some(Err(TableFault::NotText.at(number)));
            };
            if cells.iter().all(is_blank_text) {
                continue;
            }
            let headings = self.columns.len();
            if cells.iter().skip(headings).any(|cell| !is_blank_text(cell)) {
                let cells = cells.len();
                return Some(Err(TableFault::TooManyCells { cells, headings }.at(number)));
            }
            let cells = if cells.iter().any(|cell| cell.starts_with('\'')) {
                cells.iter().map(meant).collect()
            } else {
                cells
            };
            return Some(Ok(Row { number, cells }));
        }
    }
}

impl<R: Read> Iterator for Table<'_, R> {
    type Item = Result<Row, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended { None } else { self.row() }
    }
}

/// How many lines end within the cells.
fn inner_lines(record: &ByteRecord) -> u64 {
    memchr::memchr_iter(b'\n', record.as_slice()).count() as u64
}

fn fault(error: csv::Error) -> TableFault {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => match too_long(&error) {
            Some(max_bytes) => TableFault::RowTooLong { max_bytes },
            None if is_no_text(&error) => TableFault::NotText,
            None => TableFault::Unreadable(error),
        },
        _ => TableFault::NotText,
    }
}
