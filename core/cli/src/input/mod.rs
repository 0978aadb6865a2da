//! Entries out of files of any length: JSON, one entry on each line, or rows of a table; some at a time, so that memory
//! stays the same however long the file is. Workbooks alone are read whole.

pub mod csv;
mod detect;
mod documents;
mod error;
mod head;
mod lines;
mod syntax;
pub mod xlsx;

use std::io::{self, Cursor, Read};
use std::path::Path;

use gongkai_core::ItemRef;

pub use csv::{Row, Table};
pub use documents::Documents;
pub use error::{InputError, InputFault};
pub use head::{Head, title};
pub use lines::Lines;
pub use syntax::fault_in;
pub use xlsx::{Workbook, WorkbookNote};

/// Longest entry that is read; nothing that a person wrote comes near it.
pub const MAX_ENTRY_BYTES: usize = 64 << 20;

/// How much is asked for at first, and at most.
const LEAST_READ_BYTES: usize = 4 << 10;
const MOST_READ_BYTES: usize = 256 << 10;

/// How the entries of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// One entry, an array of them, or several such documents one behind the other.
    Json,
    /// One entry on each line.
    Ndjson,
    /// A table: one entry in each row behind the row of headings.
    Csv,
    /// A workbook whose first sheet is such a table.
    Xlsx,
}

/// Some entries as they were read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Batch {
    /// Texts of entries.
    Json(Texts),
    /// Rows of a table.
    Rows(Vec<Row>),
}

/// Texts of entries, one after the other.
#[derive(Debug, Default)]
pub struct Texts {
    bytes: Vec<u8>,
    spans: Vec<Span>,
}

/// Where an entry lies among its kind and in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Number of the entry, of its line in NDJSON or of its row in a table, from 1.
    pub number: u64,
    /// Line on which it starts, from 1.
    pub line: u64,
    /// Characters before it on that line.
    pub column: u64,
}

impl Place {
    /// Where an entry begins that is alone.
    pub const ALONE: Place = Place { number: 1, line: 1, column: 0 };
}

#[derive(Debug)]
struct Span {
    place: Place,
    start: usize,
    end: usize,
}

impl Texts {
    /// The entries with their places.
    pub fn iter(&self) -> impl Iterator<Item = (Place, &[u8])> {
        self.spans.iter().map(|span| (span.place, &self.bytes[span.start..span.end]))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

/// The entries of a file, some at a time. After an error there may be more.
#[non_exhaustive]
pub enum Batches<'a> {
    /// JSON documents.
    Json(Documents<Source<'a>>),
    /// One entry on each line.
    Ndjson(Lines<Source<'a>>),
    /// A table.
    Csv(Box<Table<'a>>),
    /// A workbook.
    Xlsx(Box<Workbook<'a>>),
}

/// What a file is read from: what was looked at to tell its format, and the rest.
pub type Source<'a> = io::Chain<Cursor<Vec<u8>>, Box<dyn Read + Send + 'a>>;

impl<'a> Batches<'a> {
    /// The entries of a file. Without a format given its name decides, else how it begins.
    ///
    /// # Errors
    /// - The file cannot be read.
    /// - It is a table, and no item is named; a workbook made as a template names it itself.
    /// - The headings of a table cannot be read, or two mean the same.
    pub fn open(
        source: impl Read + Send + 'a,
        name: &Path,
        format: Option<Format>,
        item: Option<ItemRef<'a>>,
    ) -> Result<Self, InputError> {
        let mut source: Box<dyn Read + Send + 'a> = Box::new(source);
        let mut start = Vec::new();
        let format = match format.or_else(|| detect::by_name(name)) {
            Some(format) => format,
            None => {
                detect::read_start(&mut source, &mut start)?;
                detect::by_content(&start, item.is_some())
            }
        };
        let source = Cursor::new(start).chain(source);
        Ok(match format {
            Format::Json => Batches::Json(Documents::new(source)),
            Format::Ndjson => Batches::Ndjson(Lines::new(source)),
            Format::Csv => {
                let item = item.ok_or(InputFault::ItemNeeded)?;
                Batches::Csv(Box::new(Table::new(source, item)?))
            }
            Format::Xlsx => Batches::Xlsx(Box::new(Workbook::new(source, item)?)),
        })
    }

    /// The columns, when it is a table.
    #[must_use]
    pub fn columns(&self) -> Option<&csv::Columns<'a>> {
        match self {
            Batches::Csv(table) => Some(table.columns()),
            Batches::Xlsx(workbook) => Some(workbook.columns()),
            _ => None,
        }
    }

    /// The workbook, when it is one.
    #[must_use]
    pub fn workbook(&self) -> Option<&Workbook<'a>> {
        match self {
            Batches::Xlsx(workbook) => Some(workbook),
            _ => None,
        }
    }
}

impl Iterator for Batches<'_> {
    type Item = Result<Batch, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Batches::Json(documents) => documents.next().map(|texts| texts.map(Batch::Json)),
            Batches::Ndjson(lines) => lines.next().map(|texts| texts.map(Batch::Json)),
            Batches::Csv(table) => table.next().map(|rows| rows.map(Batch::Rows)),
            Batches::Xlsx(workbook) => workbook.next().map(|rows| rows.map(Batch::Rows)),
        }
    }
}

/// Asks for more at once the more there is, so that neither a slow sender nor a large file costs much.
#[derive(Debug, Clone, Copy)]
struct Appetite(usize);

impl Appetite {
    const fn new() -> Self {
        Appetite(LEAST_READ_BYTES)
    }

    /// Reads once, behind what is there; 0 at the end.
    fn read(&mut self, source: &mut impl Read, buffer: &mut Vec<u8>) -> io::Result<usize> {
        let length = buffer.len();
        buffer.resize(length + self.0, 0);
        let result = loop {
            match source.read(&mut buffer[length..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let read = result.as_ref().map_or(0, |read| *read);
        buffer.truncate(length + read);
        if read == self.0 {
            self.0 = (self.0 * 2).min(MOST_READ_BYTES);
        }
        result
    }
}

/// The mark that some programs put before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
