//! Entries out of tables as spreadsheets save them: a row of headings, then one entry in each row.

mod decode;

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use gongkai_core::ItemRef;
use gongkai_core::blank::is_blank_text;

pub use gongkai_core::rows::Columns;

use decode::Decoded;

use super::{InputError, InputFault, MAX_ENTRY_BYTES, Source};

/// How many rows are handed over at once.
pub(super) const BATCH_ROWS: usize = 256;

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Number of the row, as spreadsheets count: the headings are row 1.
    pub number: u64,
    /// What its cells hold.
    pub cells: StringRecord,
}

/// Reads a table.
pub struct Table<'a> {
    reader: csv::Reader<Decoded<Source<'a>>>,
    columns: Columns<'a>,
    /// Lines within cells so far, which are lines of the file but no rows.
    inner_lines: u64,
    ended: bool,
    failure: Option<InputError>,
}

impl<'a> Table<'a> {
    /// Reads the headings of a table of an item's entries.
    ///
    /// # Errors
    /// - It cannot be read.
    /// - There are no headings, two mean the same, or none is known.
    pub fn new(source: Source<'a>, item: ItemRef<'a>) -> Result<Self, InputError> {
        let mut source = Decoded::new(source, MAX_ENTRY_BYTES);
        let delimiter = source.delimiter()?;
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(source);
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).map_err(fault)? {
            return Err(InputFault::HeadingsMissing.into());
        }
        let headings = StringRecord::from_byte_record(record).map_err(|_| InputFault::RowNotText.at(1))?;
        let columns = Columns::new(headings.iter(), item)?;
        let inner_lines = inner_lines(headings.as_byte_record());
        Ok(Table { reader, columns, inner_lines, ended: false, failure: None })
    }

    /// What the columns mean.
    #[must_use]
    pub fn columns(&self) -> &Columns<'a> {
        &self.columns
    }

    /// The next row that is not blank.
    fn row(&mut self) -> Option<Result<Row, InputError>> {
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
                        InputFault::Unreadable(_) => fault.into(),
                        other => other.at(line.saturating_sub(self.inner_lines)),
                    }));
                }
            }
            self.inner_lines += inner_lines(&record);
            // Where it starts is no help: blank lines before it count as its own.
            let number = self.reader.position().line().saturating_sub(self.inner_lines + 1);
            let Ok(cells) = StringRecord::from_byte_record(record) else {
                return Some(Err(InputFault::RowNotText.at(number)));
            };
            if cells.iter().all(is_blank_text) {
                continue;
            }
            let headings = self.columns.len();
            if cells.iter().skip(headings).any(|cell| !is_blank_text(cell)) {
                let cells = cells.len();
                return Some(Err(InputFault::TooManyCells { cells, headings }.at(number)));
            }
            return Some(Ok(Row { number, cells }));
        }
    }
}

impl Iterator for Table<'_> {
    type Item = Result<Vec<Row>, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failure.take() {
            return Some(Err(error));
        }
        let mut rows = Vec::new();
        while !self.ended && rows.len() < BATCH_ROWS {
            match self.row() {
                Some(Ok(row)) => rows.push(row),
                Some(Err(error)) if rows.is_empty() => return Some(Err(error)),
                Some(Err(error)) => {
                    // The rows before it come first.
                    self.failure = Some(error);
                    break;
                }
                None => break,
            }
        }
        (!rows.is_empty()).then_some(Ok(rows))
    }
}

/// How many lines end within the cells.
fn inner_lines(record: &ByteRecord) -> u64 {
    memchr::memchr_iter(b'\n', record.as_slice()).count() as u64
}

fn fault(error: csv::Error) -> InputFault {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => match decode::too_long(&error) {
            Some(max_bytes) => InputFault::TooLong { max_bytes },
            None if decode::is_no_text(&error) => InputFault::RowNotText,
            None => InputFault::Unreadable(error),
        },
        _ => InputFault::RowNotText,
    }
}
