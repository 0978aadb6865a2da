//! Text and tables that follow one another, in a page or in a cell; and which of nested tables are there for the layout
//! only.

use super::visible;
use crate::import::table::{Block, Cell, Table};

/// Lines and tables as they are found.
#[derive(Debug, Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    /// The line that is being written.
    pub line: String,
    has_table: bool,
}

impl Flow {
    /// Ends the line.
    pub fn end_line(&mut self) {
        let line = visible::tidy(&self.line);
        self.line.clear();
        if !line.is_empty() {
            self.blocks.push(Block::Paragraph(line));
        }
    }

    /// Adds a table, or what is left of it when it was there for the layout only.
    pub fn push_all(&mut self, blocks: Vec<Block>) {
        self.end_line();
        self.has_table |= blocks.iter().any(|block| matches!(block, Block::Table(_)));
        self.blocks.extend(blocks);
    }

    /// All of it.
    pub fn into_blocks(mut self) -> Vec<Block> {
        self.end_line();
        self.blocks
    }
}

/// A cell whose content may hold tables.
#[derive(Debug)]
pub(super) struct DraftCell {
    pub row: u32,
    pub column: u32,
    pub row_span: u32,
    pub column_span: u32,
    pub content: Flow,
}

/// A table whose cells may hold tables.
#[derive(Debug, Default)]
pub(super) struct DraftTable {
    pub row_count: u32,
    pub cells: Vec<DraftCell>,
}

impl DraftTable {
    /// The table; or, when a table in one of its cells has as many cells as it has itself, all that is in it, since
    /// then it was there for the layout only.
    pub fn into_blocks(mut self) -> Vec<Block> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // Columns behind the last one in which a cell begins have no width: a span was too long.
        let column_count = self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
        let inner = |block: &Block| match block {
            Block::Table(table) => table.cells.len(),
            Block::Paragraph(_) => 0,
        };
        let nested = self.cells.iter().filter(|cell| cell.content.has_table);
        let largest = nested.flat_map(|cell| cell.content.blocks.iter().map(inner)).max().unwrap_or(0);
        if largest >= self.cells.len() {
            return self.cells.into_iter().flat_map(|cell| cell.content.into_blocks()).collect();
        }
        let row_count = self.row_count;
        let cells = self.cells.into_iter().map(|cell| Cell {
            row: cell.row,
            column: cell.column,
            row_span: cell.row_span.clamp(1, row_count - cell.row),
            column_span: cell.column_span.clamp(1, column_count - cell.column),
            text: text(cell.content.into_blocks()),
        });
        let cells: Vec<Cell> = cells.collect();
        if cells.is_empty() {
            return Vec::new();
        }
        vec![Block::Table(Table { sheet: None, row_count, column_count, cells })]
    }
}

/// The text of a cell; a table in it gives a line for each of its rows.
fn text(blocks: Vec<Block>) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(line) if text.is_empty() => text = line,
            Block::Paragraph(line) => {
                text.push('\n');
                text.push_str(&line);
            }
            Block::Table(table) => {
                let mut last_row = None;
                for cell in table.cells.iter().filter(|cell| !cell.text.is_empty()) {
                    if !text.is_empty() {
                        text.push(if last_row == Some(cell.row) { '\t' } else { '\n' });
                    }
                    text.push_str(&cell.text);
                    last_row = Some(cell.row);
                }
            }
        }
    }
    text
}
