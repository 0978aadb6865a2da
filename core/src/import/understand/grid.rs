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
