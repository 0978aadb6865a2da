//! A sheet of a workbook: cells in any order, merged regions, rows and columns that are hidden, made into a table.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::budget::{self, Budget};
use super::error::ReadError;
use super::symbol_fonts::{self, SymbolFont};
use super::visible;
use crate::import::table::{Cell, ReaderNote, Table};

/// Text of a cell as the workbook keeps it.
#[derive(Debug, Clone)]
pub(super) struct CellText {
    pub text: String,
    /// Parts of it have fonts of their own, which were heeded; else the font of the cell counts.
    pub is_rich: bool,
}

impl CellText {
    /// The text in a cell of this font.
    pub fn shown(&self, font: Option<SymbolFont>) -> String {
        let mut text = String::new();
        let font = if self.is_rich { None } else { font };
        visible::push(&mut text, &symbol_fonts::text(&self.text, font));
        text
    }
}

/// A merged region, its last row and column included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u32,
    pub last_column: u32,
}

/// A sheet that is being read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    cells: Vec<Cell>,
    regions: Vec<Region>,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Sheet {
    pub fn hide_row(&mut self, row: u32) {
        if row < budget::MAX_ROWS {
            self.hidden_rows.insert(row);
        }
    }

    pub fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.push((first, last));
    }

    pub fn merge(&mut self, region: Region, budget: &mut Budget) -> Result<(), ReadError> {
        // Regions cost as much as cells.
        budget.cell()?;
        if region.first_row <= region.last_row && region.first_column <= region.last_column {
            self.regions.push(region);
        }
        Ok(())
    }

    pub fn push(&mut self, row: u32, column: u32, text: &str, budget: &mut Budget) -> Result<(), ReadError> {
        budget::row(row)?;
        budget::column(column)?;
        let text = visible::tidy(text);
        budget.cell()?;
        budget.text(&text)?;
        self.cells.push(Cell { row, column, row_span: 1, column_span: 1, text });
        Ok(())
    }

    /// The table, unless nothing is in it, and what is not shown of it.
    pub fn into_table(mut self, name: &str) -> (Option<Table>, Vec<ReaderNote>) {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // Of several values for a cell the last one counts.
        self.cells.reverse();
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        self.cells.reverse();
        let notes = self.leave_out_hidden(name);
        let with_text = || self.cells.iter().filter(|cell| !cell.text.is_empty());
        let row_count = with_text().map(|cell| cell.row + 1).max().unwrap_or(0);
        let column_count = with_text().map(|cell| cell.column + 1).max().unwrap_or(0);
        if row_count == 0 {
            return (None, notes);
        }
        self.cells.retain(|cell| cell.row < row_count && cell.column < column_count);
        let cells = self.merged(row_count, column_count);
        (Some(Table { sheet: Some(name.to_owned()), row_count, column_count, cells }), notes)
    }

    /// Removes what is in hidden rows and columns. A merged cell that reaches out of them is seen there.
    fn leave_out_hidden(&mut self, name: &str) -> Vec<ReaderNote> {
        let mut notes = Vec::new();
        if self.hidden_rows.is_empty() && self.hidden_columns.is_empty() {
            return notes;
        }
        let rows = joined(self.hidden_rows.iter().map(|row| (*row, *row)).collect());
        let columns = joined(std::mem::take(&mut self.hidden_columns));
        let mut moved = BTreeMap::new();
        for region in &mut self.regions {
            let from = (region.first_row, region.first_column);
            let row = first_shown(&rows, region.first_row);
            let column = first_shown(&columns, region.first_column);
            if (row, column) != from && row <= region.last_row && column <= region.last_column {
                (region.first_row, region.first_column) = (row, column);
                moved.insert(from, (row, column));
            }
        }
        let (mut rows_with_text, mut columns_with_text) = (BTreeSet::new(), BTreeSet::new());
        self.cells.retain_mut(|cell| {
            let place = (cell.row, cell.column);
            let in_row = first_shown(&rows, cell.row) != cell.row;
            let in_column = first_shown(&columns, cell.column) != cell.column;
            if let Some(to) = moved.get(&place) {
                (cell.row, cell.column) = *to;
                return true;
            }
            if !cell.text.is_empty() {
                if in_row {
                    rows_with_text.insert(cell.row);
                } else if in_column {
                    columns_with_text.insert(cell.column);
                }
            }
            !in_row && !in_column
        });
        self.cells.sort_by_key(|cell| (cell.row, cell.column, cell.text.is_empty()));
        self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        let count = |set: &BTreeSet<u32>| u32::try_from(set.len()).unwrap_or(u32::MAX);
        if !rows_with_text.is_empty() {
            notes
                .push(ReaderNote::RowsHidden { sheet: Some(name.to_owned()), count: count(&rows_with_text) });
        }
        if !columns_with_text.is_empty() {
            notes
                .push(ReaderNote::ColumnsHidden { sheet: name.to_owned(), count: count(&columns_with_text) });
        }
        notes
    }

    /// The cells with their spans, without those that lie under others.
    fn merged(self, row_count: u32, column_count: u32) -> Vec<Cell> {
        let mut regions: Vec<Region> = self.regions;
        regions.retain(|region| region.first_row < row_count && region.first_column < column_count);
        regions.sort_by_key(|region| (region.first_row, region.first_column));
        let mut regions = regions.into_iter().peekable();
        // Regions that reach the row that is looked at, by their first columns, and the order in which they end.
        let mut active: BTreeMap<u32, Region> = BTreeMap::new();
        let mut ends: BinaryHeap<Reverse<(u32, u32)>> = BinaryHeap::new();
        let mut cells: Vec<Cell> = Vec::with_capacity(self.cells.len());
        let mut given = self.cells.into_iter().peekable();
        loop {
            let next_cell = given.peek().map(|cell| (cell.row, cell.column));
            let next_region = regions.peek().map(|region| (region.first_row, region.first_column));
            let Some(row) = next_cell.iter().chain(&next_region).map(|place| place.0).min() else { break };
            while let Some(Reverse((last_row, column))) = ends.peek().copied()
                && last_row < row
            {
                ends.pop();
                active.remove(&column);
            }
            if next_region.is_some_and(|region| next_cell.is_none_or(|cell| region <= cell)) {
                let Some(region) = regions.next() else { break };
                let before = active.range(..=region.first_column).next_back();
                let behind = active.range(region.first_column..).next();
                let overlaps = before.is_some_and(|(_, other)| other.last_column >= region.first_column)
                    || behind.is_some_and(|(column, _)| *column <= region.last_column);
                // Regions that overlap are a fault of the file; the first one counts.
                if overlaps {
                    continue;
                }
                active.insert(region.first_column, region);
                ends.push(Reverse((region.last_row, region.first_column)));
                let is_own = next_cell == Some((region.first_row, region.first_column));
                let text = if is_own { given.next().map(|cell| cell.text) } else { None };
                cells.push(Cell {
                    row: region.first_row,
                    column: region.first_column,
                    row_span: region.last_row.min(row_count - 1) - region.first_row + 1,
                    column_span: region.last_column.min(column_count - 1) - region.first_column + 1,
                    text: text.unwrap_or_default(),
                });
            } else if let Some(cell) = given.next() {
                let before = active.range(..=cell.column).next_back();
                let is_covered = before.is_some_and(|(_, region)| region.last_column >= cell.column);
                if !is_covered {
                    cells.push(cell);
                }
            }
        }
        cells
    }
}

/// Stretches in order, those that touch joined.
fn joined(mut stretches: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    stretches.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (first, last) in stretches {
        match joined.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    joined
}

/// The first place from this one on that lies in no hidden stretch.
fn first_shown(hidden: &[(u32, u32)], place: u32) -> u32 {
    let behind = hidden.partition_point(|(first, _)| *first <= place);
    match hidden[..behind].last() {
        Some((_, last)) if *last >= place => last.saturating_add(1),
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::Limits;

    fn region(first_row: u32, last_row: u32, first_column: u32, last_column: u32) -> Region {
        Region { first_row, last_row, first_column, last_column }
    }

    fn sheet(cells: &[(u32, u32, &str)], regions: &[Region]) -> (Sheet, Budget) {
        let mut budget = Budget::new(&Limits::default());
        let mut sheet = Sheet::default();
        for (row, column, text) in cells {
            sheet.push(*row, *column, text, &mut budget).expect("there is room");
        }
        for region in regions {
            sheet.merge(*region, &mut budget).expect("there is room");
        }
        (sheet, budget)
    }

    fn shape(table: &Table) -> Vec<(u32, u32, u32, u32, &str)> {
        table
            .cells
            .iter()
            .map(|cell| (cell.row, cell.column, cell.row_span, cell.column_span, cell.text.as_str()))
            .collect()
    }

    #[test]
    fn regions_cover_and_are_cut_and_do_not_overlap() {
        let cells = [(0, 0, "甲"), (0, 1, "under"), (1, 0, ""), (1, 1, "乙"), (2, 2, "丙"), (9, 9, "")];
        let regions = [region(0, 0, 0, 99), region(1, 2, 1, 1), region(2, 5, 0, 1), region(7, 8, 0, 0)];
        let (sheet, _) = sheet(&cells, &regions);
        let (table, notes) = sheet.into_table("表");
        let table = table.expect("there is text");
        assert_eq!((table.row_count, table.column_count), (3, 3));
        assert_eq!(
            shape(&table),
            [(0, 0, 1, 3, "甲"), (1, 0, 1, 1, ""), (1, 1, 2, 1, "乙"), (2, 2, 1, 1, "丙")]
        );
        assert!(notes.is_empty());
    }

    #[test]
    fn hidden_rows_and_columns_are_left_out_but_for_what_reaches_out_of_them() {
        let cells = [(0, 0, "甲"), (0, 1, "x"), (1, 1, "乙"), (2, 1, "丙"), (2, 2, "y")];
        let (mut sheet, _) = sheet(&cells, &[region(0, 2, 0, 0)]);
        sheet.hide_row(0);
        sheet.hide_columns(2, 5);
        let (table, notes) = sheet.into_table("表");
        let table = table.expect("there is text");
        assert_eq!(shape(&table), [(1, 0, 2, 1, "甲"), (1, 1, 1, 1, "乙"), (2, 1, 1, 1, "丙")]);
        let sheet = "表".to_owned();
        assert_eq!(
            notes,
            [
                ReaderNote::RowsHidden { sheet: Some(sheet.clone()), count: 1 },
                ReaderNote::ColumnsHidden { sheet, count: 1 }
            ]
        );
    }
}
