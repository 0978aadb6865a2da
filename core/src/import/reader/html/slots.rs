//! Tables of a page: which place each cell takes, by the rules of the HTML standard.

use super::style::Look;
use super::tags::{Attribute, Tag};
use super::{Open, Page};
use crate::import::reader::budget::{self, Budget};
use crate::import::reader::error::ReadError;
use crate::import::reader::flow::{DraftCell, DraftTable, Flow};
use crate::import::table::Block;

/// Longest spans, as browsers have them.
const MAX_COLUMN_SPAN: u32 = 1000;
const MAX_ROW_SPAN: u32 = 65534;

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct PageTable {
    groups: Vec<Group>,
    /// The cell that is open, unless it is hidden.
    cell: Option<DraftCell>,
    caption: Option<Flow>,
    caption_blocks: Vec<Block>,
    hidden_cell: Option<Flow>,
    in_group: bool,
    in_row: bool,
    is_hidden: bool,
}

/// Rows that spans do not leave.
#[derive(Debug)]
struct Group {
    tag: Tag,
    row_count: u32,
    next_column: u32,
    /// For each column, the first row in which it is free.
    free_from: Vec<u32>,
    cells: Vec<DraftCell>,
}

impl PageTable {
    /// Where text goes that stands in a cell or the caption.
    pub fn flow(&mut self) -> Option<&mut Flow> {
        let cell = self.cell.as_mut().map(|cell| &mut cell.content);
        cell.or(self.hidden_cell.as_mut()).or(self.caption.as_mut())
    }

    fn group(&mut self, tag: Tag) -> &mut Group {
        if !self.in_group {
            self.in_group = true;
            self.groups.push(Group {
                tag,
                row_count: 0,
                next_column: 0,
                free_from: Vec::new(),
                cells: Vec::new(),
            });
        }
        self.groups.last_mut().expect("a group was just added")
    }

    fn open_cell(&mut self, column_span: u32, row_span: u32, budget: &mut Budget) -> Result<(), ReadError> {
        budget.cell()?;
        let group = self.groups.last_mut().expect("a row lies in a group");
        let row = group.row_count.saturating_sub(1);
        let is_taken = |group: &Group, column: u32| {
            group.free_from.get(column as usize).is_some_and(|free_from| *free_from > row)
        };
        let mut column = group.next_column;
        while is_taken(group, column) {
            column += 1;
        }
        budget::page_column(column)?;
        let wanted = column_span.min(budget::MAX_PAGE_COLUMNS - column);
        // A cell of a row above that reaches down here keeps its place.
        let span = (1..wanted).find(|step| is_taken(group, column + step)).unwrap_or(wanted);
        let end = (column + span) as usize;
        if group.free_from.len() < end {
            group.free_from.resize(end, 0);
        }
        group.free_from[column as usize..end].fill(row.saturating_add(row_span));
        group.next_column = column + span;
        self.cell = Some(DraftCell { row, column, row_span, column_span: span, content: Flow::default() });
        Ok(())
    }

    fn close_cell(&mut self) {
        self.hidden_cell = None;
        if let Some(mut flow) = self.caption.take() {
            flow.end_line();
            self.caption_blocks.extend(flow.into_blocks());
        }
        if let (Some(mut cell), Some(group)) = (self.cell.take(), self.groups.last_mut()) {
            cell.content.end_line();
            group.cells.push(cell);
        }
    }

    /// All of it: the rows of the first head come first and those of the first foot last, wherever they are written.
    fn into_blocks(mut self) -> Vec<Block> {
        self.close_cell();
        if self.is_hidden {
            return Vec::new();
        }
        let first = |tag: Tag, groups: &[Group]| groups.iter().position(|group| group.tag == tag);
        let (head, foot) = (first(Tag::Head, &self.groups), first(Tag::Foot, &self.groups));
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by_key(|index| match Some(*index) {
            index if index == head => 0,
            index if index == foot => 2,
            _ => 1,
        });
        let mut groups: Vec<Option<Group>> = self.groups.into_iter().map(Some).collect();
        let mut table = DraftTable::default();
        for group in order.into_iter().filter_map(|index| groups[index].take()) {
            let (first_row, row_count) = (table.row_count, group.row_count);
            table.cells.extend(group.cells.into_iter().map(|cell| DraftCell {
                row: first_row + cell.row,
                row_span: cell.row_span.min(row_count - cell.row),
                ..cell
            }));
            table.row_count += row_count;
        }
        let mut blocks = self.caption_blocks;
        blocks.extend(table.into_blocks());
        blocks
    }
}

impl Page<'_> {
    pub(super) fn start_table(&mut self, look: Look) -> Result<(), ReadError> {
        // Between the cells of a table another one cannot begin: the first one ends there.
        if self.tables.last_mut().is_some_and(|table| table.flow().is_none()) {
            self.end_table()?;
        }
        self.budget.depth(self.tables.len() + 1)?;
        self.flow().end_line();
        self.tables.push(PageTable { is_hidden: look.hidden, ..PageTable::default() });
        self.push_structure(Tag::Table, look);
        Ok(())
    }

    pub(super) fn start_in_table(&mut self, tag: Tag) -> Result<(), ReadError> {
        if self.tables.is_empty() {
            return Ok(());
        }
        let row_span = match self.number(Attribute::RowSpan) {
            // Down to the last row of the group.
            Some(0) => MAX_ROW_SPAN,
            span => span.unwrap_or(1).min(MAX_ROW_SPAN),
        };
        let column_span = self.number(Attribute::ColumnSpan).unwrap_or(1).clamp(1, MAX_COLUMN_SPAN);
        self.close_down_to(tag);
        // What was open between is closed, so the look is that of the table, group or row.
        let look = self.look().with(self.style(), tag);
        match tag {
            Tag::Caption => self.innermost().caption = Some(Flow::default()),
            Tag::Row => self.start_row(look)?,
            Tag::Cell => {
                if !self.innermost().in_row {
                    let row_look = self.look();
                    self.start_row(row_look)?;
                    self.push_structure(Tag::Row, row_look);
                }
                let budget = &mut *self.budget;
                let table = self.tables.last_mut().expect("a table is open");
                if look.hidden {
                    table.hidden_cell = Some(Flow::default());
                } else {
                    table.open_cell(column_span, row_span, budget)?;
                }
            }
            _ => {
                self.innermost().group(tag);
            }
        }
        self.push_structure(tag, look);
        Ok(())
    }

    fn start_row(&mut self, look: Look) -> Result<(), ReadError> {
        let table = self.innermost();
        table.in_row = true;
        let is_in_hidden = table.is_hidden;
        let group = table.group(Tag::Body);
        group.next_column = 0;
        if look.hidden {
            self.hidden_rows += u32::from(!is_in_hidden);
            return Ok(());
        }
        group.row_count += 1;
        budget::row(group.row_count - 1)
    }

    fn innermost(&mut self) -> &mut PageTable {
        self.tables.last_mut().expect("a table is open")
    }

    fn push_structure(&mut self, tag: Tag, look: Look) {
        self.open.push(Open { tag, look, number: None, number_format: '1' });
    }

    pub(super) fn end_in_table(&mut self, tag: Tag) -> Result<(), ReadError> {
        if self.tables.is_empty() {
            return Ok(());
        }
        if tag == Tag::Table {
            return self.end_table();
        }
        let table_at = self.table_at();
        if self.open[table_at..].iter().any(|open| open.tag == tag) {
            self.close_down_to(tag);
        }
        Ok(())
    }

    /// Where the innermost table stands among the open elements.
    fn table_at(&self) -> usize {
        self.open.iter().rposition(|open| open.tag == Tag::Table).unwrap_or(0)
    }

    /// Closes what has to be closed before such an element begins in the innermost table, or when it ends.
    fn close_down_to(&mut self, tag: Tag) {
        self.too_deep = 0;
        let keeps = |open: &Open| match tag {
            Tag::Cell => matches!(open.tag, Tag::Head | Tag::Body | Tag::Foot | Tag::Row),
            Tag::Row => matches!(open.tag, Tag::Head | Tag::Body | Tag::Foot),
            _ => false,
        };
        let from = self.table_at() + 1;
        let kept = self.open.get(from..).unwrap_or_default().iter().take_while(|open| keeps(open)).count();
        let closed = from + kept;
        if let Some(table) = self.tables.last_mut() {
            let is_closed = |tags: &[Tag]| {
                self.open.get(closed..).unwrap_or_default().iter().any(|open| tags.contains(&open.tag))
            };
            table.close_cell();
            if is_closed(&[Tag::Row]) {
                table.in_row = false;
            }
            if is_closed(&[Tag::Head, Tag::Body, Tag::Foot]) || !matches!(tag, Tag::Cell | Tag::Row) {
                table.in_group = false;
                table.in_row = false;
            }
        }
        self.open.truncate(closed);
    }

    pub(super) fn end_table(&mut self) -> Result<(), ReadError> {
        self.too_deep = 0;
        let table_at = self.table_at();
        if let Some(table) = self.tables.pop() {
            self.open.truncate(table_at);
            let blocks = table.into_blocks();
            self.flow().push_all(blocks);
        }
        Ok(())
    }
}
