//! A table as places: which cell covers which row and column.

use crate::import::table::{Cell, Table};

/// A table as places.
pub(crate) struct Grid<'t> {
    pub table: &'t Table,
    rows: usize,
    columns: usize,
    /// For each place, row by row, the cell that covers it, counted from 1; 0 where none does.
    places: Vec<u32>,
}

/// Most places of a table that is looked at: two far cells can make a table of billions.
const MOST_PLACES: usize = 1 << 24;

impl<'t> Grid<'t> {
    /// None: the table is larger than any that a person made.
    pub fn new(table: &'t Table) -> Option<Self> {
        let rows = table
            .cells
            .iter()
            .filter(|cell| !cell.text.trim().is_empty())
            .map(|cell| cell.row.saturating_add(cell.row_span) as usize)
            .max()
            .unwrap_or(0)
            .min(table.row_count as usize);
        // Columns in which nothing is written at all are an accident of the program that saved the table.
        let columns = table
            .cells
            .iter()
            .filter(|cell| !cell.text.trim().is_empty())
            .map(|cell| cell.column.saturating_add(cell.column_span) as usize)
            .max()
            .unwrap_or(0)
            .min(table.column_count as usize);
        if rows.saturating_mul(columns) > MOST_PLACES {
            return None;
        }
        let mut places = vec![0; rows * columns];
        for (index, cell) in table.cells.iter().enumerate() {
            let below = cell.row.saturating_add(cell.row_span) as usize;
            let right = cell.column.saturating_add(cell.column_span) as usize;
            for row in cell.row as usize..below.min(rows) {
                for column in cell.column as usize..right.min(columns) {
                    places[row * columns + column] = u32::try_from(index + 1).unwrap_or(0);
                }
            }
        }
        Some(Grid { table, rows, columns, places })
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Index of the cell that covers a place.
    pub fn index(&self, row: usize, column: usize) -> Option<usize> {
        if row >= self.rows || column >= self.columns {
            return None;
        }
        (self.places[row * self.columns + column] as usize).checked_sub(1)
    }

    /// The cell that covers a place.
    pub fn cell(&self, row: usize, column: usize) -> Option<&'t Cell> {
        self.index(row, column).and_then(|index| self.table.cells.get(index))
    }

    /// The text at a place; empty where there is no cell.
    pub fn text(&self, row: usize, column: usize) -> &'t str {
        self.cell(row, column).map_or("", |cell| cell.text.as_str())
    }

    /// The cells of a row from left to right, each once, those that reach down from above included.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &'t Cell> + '_ {
        let mut last = None;
        (0..self.columns).filter_map(move |column| {
            let index = self.index(row, column);
            if index.is_none() || index == last {
                return None;
            }
            last = index;
            self.cell(row, column)
        })
    }

    /// The cells of a row that have text.
    pub fn written(&self, row: usize) -> impl Iterator<Item = &'t Cell> + '_ {
        self.row(row).filter(|cell| !cell.text.trim().is_empty())
    }

    /// Whether any cell reaches over more than one row from here on.
    pub fn has_merged_rows_from(&self, row: usize) -> bool {
        self.table.cells.iter().any(|cell| cell.row as usize >= row && cell.row_span > 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u32, column: u32, spans: (u32, u32), text: &str) -> Cell {
        Cell { row, column, row_span: spans.0, column_span: spans.1, text: text.to_owned() }
    }

    #[test]
    fn cells_cover_their_places() {
        let cells = vec![cell(0, 0, (2, 1), "a"), cell(0, 1, (1, 2), "b"), cell(1, 2, (1, 1), "c")];
        let table = Table { sheet: None, row_count: 9, column_count: 9, cells };
        let grid = Grid::new(&table).expect("it is small");
        assert_eq!((grid.rows(), grid.columns()), (2, 3));
        assert_eq!((grid.text(1, 0), grid.text(0, 2), grid.text(1, 1), grid.text(1, 2)), ("a", "b", "", "c"));
        assert!(grid.cell(1, 1).is_none() && grid.cell(5, 5).is_none());
        assert_eq!(grid.row(0).count(), 2);
        assert!(grid.has_merged_rows_from(0) && !grid.has_merged_rows_from(1));
    }

    #[test]
    fn two_far_cells_take_no_memory() {
        let cells = vec![cell(0, 0, (1, 1), "a"), cell(1_048_575, 16_383, (1, 1), "b")];
        let table = Table { sheet: None, row_count: 1_048_576, column_count: 16_384, cells };
        assert!(Grid::new(&table).is_none());
    }
}
