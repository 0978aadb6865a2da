//! Tables of a text: cells by the columns of its grid, and those that go on from the row above.

use crate::import::reader::budget::{self, Budget};
use crate::import::reader::error::ReadError;
use crate::import::reader::flow::{DraftCell, DraftTable, Flow};
use crate::import::table::Block;

/// Whether a cell is joined with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Merge {
    #[default]
    None,
    Begins,
    GoesOn,
}

/// What the properties of a cell say.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellShape {
    pub column_span: u32,
    pub down: Merge,
    pub across: Merge,
}

impl Default for CellShape {
    fn default() -> Self {
        CellShape { column_span: 1, down: Merge::None, across: Merge::None }
    }
}

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct WordTable {
    draft: DraftTable,
    next_column: u32,
    /// For each column, the cell that begins in it and that the next row may go on with.
    above: Vec<Option<usize>>,
    /// The cell that is open.
    pub cell: Option<Flow>,
    pub shape: CellShape,
    /// The row is not shown, or is marked as deleted.
    pub skips_row: bool,
}

impl WordTable {
    pub fn begin_row(&mut self) {
        self.next_column = 0;
        self.skips_row = false;
    }

    /// Columns before the first cell of the row.
    pub fn skip_columns(&mut self, count: u32) {
        self.next_column = self.next_column.saturating_add(count);
    }

    pub fn begin_cell(&mut self) {
        self.cell = Some(Flow::default());
        self.shape = CellShape::default();
    }

    pub fn end_cell(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        let Some(mut content) = self.cell.take() else { return Ok(()) };
        if self.skips_row {
            return Ok(());
        }
        content.end_line();
        budget.cell()?;
        let (row, column) = (self.draft.row_count, self.next_column);
        budget::page_column(column)?;
        let column_span = self.shape.column_span.clamp(1, budget::MAX_PAGE_COLUMNS - column);
        self.next_column = column + column_span;
        if self.shape.across == Merge::GoesOn
            && let Some(before) = self.draft.cells.last_mut().filter(|cell| cell.row == row)
        {
            before.column_span += column_span;
            return Ok(());
        }
        let place = column as usize;
        if self.above.len() <= place {
            self.above.resize(place + 1, None);
        }
        if self.shape.down == Merge::GoesOn
            && let Some(above) = self.above[place].and_then(|index| self.draft.cells.get_mut(index))
            && above.row + above.row_span == row
            && above.column_span == column_span
        {
            above.row_span += 1;
            return Ok(());
        }
        self.above[place] = (self.shape.down != Merge::None).then_some(self.draft.cells.len());
        self.draft.cells.push(DraftCell { row, column, row_span: 1, column_span, content });
        Ok(())
    }

    pub fn end_row(&mut self) -> Result<(), ReadError> {
        if !self.skips_row {
            budget::row(self.draft.row_count)?;
            self.draft.row_count += 1;
        }
        Ok(())
    }

    pub fn into_blocks(self) -> Vec<Block> {
        self.draft.into_blocks()
    }
}
