//! What may still be used of the limits while one document is read.

use super::Limits;
use super::error::{Limit, ReadError};

/// Most rows of a table; as many as a sheet of Excel has.
pub(super) const MAX_ROWS: u32 = 1 << 20;

/// Most columns of a table; as many as a sheet of Excel has.
pub(super) const MAX_COLUMNS: u32 = 1 << 14;

/// Most columns of a table in a page or text, where each one has to be looked at for each row; browsers have as many.
pub(super) const MAX_PAGE_COLUMNS: u32 = 1024;

/// Counts cells and bytes of text.
#[derive(Debug)]
pub(super) struct Budget {
    pub max_depth: usize,
    cells: usize,
    max_cells: usize,
    text_bytes: u64,
    max_text_bytes: u64,
}

impl Budget {
    pub fn new(limits: &Limits) -> Self {
        Budget {
            max_depth: limits.max_depth,
            cells: 0,
            max_cells: limits.max_cells,
            text_bytes: 0,
            max_text_bytes: limits.max_unpacked_bytes,
        }
    }

    /// One cell more.
    pub fn cell(&mut self) -> Result<(), ReadError> {
        self.cells += 1;
        if self.cells > self.max_cells {
            return Err(ReadError::too_large(Limit::Cells, self.cells, self.max_cells));
        }
        Ok(())
    }

    /// More text; only where a document can name the same text again and again.
    pub fn text(&mut self, text: &str) -> Result<(), ReadError> {
        self.text_bytes += text.len() as u64;
        if self.text_bytes > self.max_text_bytes {
            return Err(ReadError::TooLarge {
                limit: Limit::TextBytes,
                found: self.text_bytes,
                allowed: self.max_text_bytes,
            });
        }
        Ok(())
    }

    /// Elements or tables lie this deep.
    pub fn depth(&self, depth: usize) -> Result<(), ReadError> {
        if depth > self.max_depth {
            return Err(ReadError::too_large(Limit::Depth, depth, self.max_depth));
        }
        Ok(())
    }
}

/// A row of a table, counted from 0, may be there.
pub(super) fn row(row: u32) -> Result<(), ReadError> {
    if row >= MAX_ROWS {
        return Err(ReadError::too_large(Limit::Rows, row as usize + 1, MAX_ROWS as usize));
    }
    Ok(())
}

/// A column of a table, counted from 0, may be there.
pub(super) fn column(column: u32) -> Result<(), ReadError> {
    if column >= MAX_COLUMNS {
        return Err(ReadError::too_large(Limit::Columns, column as usize + 1, MAX_COLUMNS as usize));
    }
    Ok(())
}

/// A column of a table in a page or text, counted from 0, may be there.
pub(super) fn page_column(column: u32) -> Result<(), ReadError> {
    if column >= MAX_PAGE_COLUMNS {
        return Err(ReadError::too_large(Limit::Columns, column as usize + 1, MAX_PAGE_COLUMNS as usize));
    }
    Ok(())
}
