//! Entries out of tables as spreadsheets save them: a row of headings, then one entry in each row; some at a time.

use gongkai_core::ItemRef;
pub use gongkai_core::rows::Columns;
pub use gongkai_core::rows::csv::Row;

use super::{InputError, MAX_ENTRY_BYTES, Source};

/// How many rows are handed over at once.
pub(super) const BATCH_ROWS: usize = 256;

/// Reads a table.
pub struct Table<'a> {
    rows: gongkai_core::rows::csv::Table<'a, Source<'a>>,
    failure: Option<InputError>,
}

impl<'a> Table<'a> {
    /// Reads the headings of a table of an item's entries.
    ///
    /// # Errors
    /// - It cannot be read.
    /// - There are no headings, two mean the same, or none is known.
    pub fn new(source: Source<'a>, item: ItemRef<'a>) -> Result<Self, InputError> {
        let rows = gongkai_core::rows::csv::Table::new(source, item, MAX_ENTRY_BYTES)?;
        Ok(Table { rows, failure: None })
    }

    /// What the columns mean.
    #[must_use]
    pub fn columns(&self) -> &Columns<'a> {
        self.rows.columns()
    }
}

impl Iterator for Table<'_> {
    type Item = Result<Vec<Row>, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failure.take() {
            return Some(Err(error));
        }
        let mut rows = Vec::new();
        while rows.len() < BATCH_ROWS {
            match self.rows.next() {
                Some(Ok(row)) => rows.push(row),
                Some(Err(error)) if rows.is_empty() => return Some(Err(error.into())),
                Some(Err(error)) => {
                    // The rows before it come first.
                    self.failure = Some(error.into());
                    break;
                }
                None => break,
            }
        }
        (!rows.is_empty()).then_some(Ok(rows))
    }
}
