//! What the editor can tell the grid to do.

use std::rc::Rc;

use super::clipboard;
use super::editing::RowTexts;
use super::history::Edit;
use super::selection::{Place, moved};
use super::sorting::Sort;
use super::state::{After, State};
use super::words;

/// What the editor wants.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Command {
    /// By so many rows and columns.
    Move {
        rows: isize,
        columns: isize,
        extend: bool,
    },
    /// To the first (false) or last row, column or both.
    Edge {
        row: Option<bool>,
        column: Option<bool>,
        extend: bool,
    },
    /// By as many rows as are on the screen.
    Page {
        down: bool,
        extend: bool,
    },
    /// To the next cell, from the last one of a row to the next row.
    Step {
        back: bool,
    },
    Edit,
    /// Takes what is typed and moves.
    Commit {
        rows: isize,
        columns: isize,
    },
    Cancel,
    Suggest(isize),
    NewLine,
    Clear,
    SelectAll,
    Undo,
    Redo,
    FillDown,
    InsertRows,
    DeleteRows,
    NextError {
        back: bool,
    },
    /// By the heading that has the focus.
    Sort,
    RepairAll,
}

impl Command {
    /// Whether it changes entries.
    fn is_change(&self) -> bool {
        use Command::{Clear, DeleteRows, Edit, FillDown, InsertRows, Redo, RepairAll, Undo};
        matches!(self, Clear | DeleteRows | Edit | FillDown | InsertRows | Redo | RepairAll | Undo)
    }
}

impl State {
    /// Does what the editor wants.
    pub fn run(&mut self, command: Command) {
        if command.is_change() && !self.can_change() {
            return;
        }
        if !matches!(command, Command::Cancel | Command::Suggest(_) | Command::NewLine | Command::Edit) {
            if command == Command::Undo && self.typing.is_some() {
                // What is typed and not taken yet is what goes first.
                return self.run(Command::Cancel);
            }
            self.commit_typing();
        }
        self.notice = None;
        self.leaving = false;
        self.after = After { focus: true, reveal: true };
        match command {
            Command::Move { rows, columns, extend } => self.go(rows, columns, extend),
            Command::Edge { row, column, extend } => self.go_to_edge(row, column, extend),
            Command::Page { down, extend } => {
                let page = isize::try_from(self.window.1.max(2) - 1).unwrap_or(1);
                self.go(if down { page } else { -page }, 0, extend);
            }
            Command::Step { back } => self.step(back),
            Command::Commit { rows, columns: 0 } => self.go(rows, 0, false),
            Command::Commit { columns, .. } => self.step(columns < 0),
            Command::Edit => self.begin_typing(self.text_at(self.active), true),
            Command::Cancel => {
                self.leaving = self.typing.take().is_none();
                self.to = self.active;
            }
            Command::Suggest(by) => self.suggest(by),
            // Done in the page, where the caret is.
            Command::NewLine => {}
            Command::Clear => self.clear(),
            Command::SelectAll => {
                self.active = Place::default();
                let last = Place { row: self.shown.len().saturating_sub(1), column: self.visible.len() - 1 };
                self.to = last;
                self.after.reveal = false;
            }
            Command::Undo => self.travel(false),
            Command::Redo => self.travel(true),
            Command::FillDown => self.fill_down(),
            Command::InsertRows => self.insert_rows(),
            Command::DeleteRows => self.delete_rows(),
            Command::NextError { back } => match self.next_problem(back) {
                Some(place) => self.go_to(place),
                None => self.notice = Some(words::nothing_wrong(self.grid.lang).to_owned()),
            },
            Command::Sort => self.sort_by_heading(),
            Command::RepairAll => self.repair_all(),
        }
    }

    fn go(&mut self, rows: isize, columns: isize, extend: bool) {
        if let Some(heading) = self.heading {
            if rows > 0 {
                self.select(Place { row: 0, column: heading });
            } else {
                self.heading = Some(moved(heading, columns, self.visible.len()));
            }
            return;
        }
        if rows < 0 && self.active.row == 0 && !extend {
            self.heading = Some(self.active.column);
            return;
        }
        let from = if extend { self.to } else { self.active };
        let place = Place {
            row: moved(from.row, rows, self.row_count()),
            column: moved(from.column, columns, self.visible.len()),
        };
        if extend { self.to = place } else { self.select(place) }
    }

    fn go_to_edge(&mut self, row: Option<bool>, column: Option<bool>, extend: bool) {
        let last_column = self.visible.len().saturating_sub(1);
        if self.heading.is_some() && row.is_none() {
            self.heading = Some(if column == Some(true) { last_column } else { 0 });
            return;
        }
        let from = if extend { self.to } else { self.active };
        // The end is where the last entry is, not the row for what is new.
        let last_row = self.shown.len().saturating_sub(1);
        let end = |wish: Option<bool>, last: usize, now: usize| match wish {
            None => now,
            Some(true) => last,
            Some(false) => 0,
        };
        let place =
            Place { row: end(row, last_row, from.row), column: end(column, last_column, from.column) };
        if extend { self.to = place } else { self.select(place) }
    }

    fn step(&mut self, back: bool) {
        let columns = self.visible.len();
        let at = self.active.row * columns + self.active.column;
        let to = moved(at, if back { -1 } else { 1 }, self.row_count() * columns);
        self.select(Place { row: to / columns, column: to % columns });
    }

    fn clear(&mut self) {
        let range = self.range();
        let columns: Vec<usize> = (range.columns.0..=range.columns.1).map(|at| self.column_at(at)).collect();
        let last = range.rows.1.min(self.shown.len().saturating_sub(1));
        if self.shown.is_empty() || range.rows.0 > last {
            return;
        }
        let texts = || columns.iter().map(|column| (*column, String::new())).collect();
        let rows = (range.rows.0..=last).map(|at| RowTexts { at, texts: texts() }).collect();
        self.write(rows, false);
    }

    fn travel(&mut self, forward: bool) {
        let step = if forward { self.grid.history.redo() } else { self.grid.history.undo() };
        let Some(step) = step else { return };
        let edits: Box<dyn Iterator<Item = &Edit>> =
            if forward { Box::new(step.iter()) } else { Box::new(step.iter().rev()) };
        let mut rows = Vec::new();
        let mut is_moved = false;
        for edit in edits {
            self.grid.apply(edit, forward);
            is_moved |= !matches!(edit, Edit::Set { .. });
            match edit {
                Edit::Set { row, .. } | Edit::Insert { row, .. } | Edit::Remove { row, .. } => {
                    rows.push(*row)
                }
            }
        }
        if is_moved {
            self.arrange();
        }
        // To where something changed.
        let first = rows.iter().filter_map(|row| self.shown.iter().position(|shown| shown == row)).min();
        let row = first.unwrap_or(self.active.row);
        self.select(Place { row, column: self.active.column });
        self.changed_rows(rows);
    }

    /// Repeats the first row of the selection in the others; of one row alone what stands above it.
    fn fill_down(&mut self) {
        let range = self.range();
        let source = if range.height() > 1 { range.rows.0 } else { range.rows.0.wrapping_sub(1) };
        if source < self.shown.len() {
            self.fill(source, source, source + 1, range.rows.1);
        }
    }

    /// Repeats rows in those below, in the selected columns.
    pub fn fill(&mut self, first: usize, last: usize, from: usize, to: usize) {
        let columns = self.range().columns;
        let texts = |at: usize| -> Vec<(usize, String)> {
            let source = first + (at - from) % (last - first + 1);
            (columns.0..=columns.1)
                .map(|column| (self.column_at(column), self.text_at(Place { row: source, column })))
                .collect()
        };
        let rows = (from..=to).map(|at| RowTexts { at, texts: texts(at) }).collect();
        self.write(rows, false);
    }

    fn insert_rows(&mut self) {
        let range = self.range();
        let at =
            self.row_at(range.rows.0).and_then(|row| self.grid.rows.iter().position(|known| *known == row));
        let at = at.unwrap_or(self.grid.rows.len());
        let mut edits = Vec::new();
        for number in 0..range.height() {
            let row = self.grid.add(None);
            edits.push(Edit::Insert { at: at + number, row });
            self.shown.insert(range.rows.0.min(self.shown.len()) + number, row);
        }
        self.make(edits);
        self.select(Place { row: range.rows.0, column: self.active.column });
    }

    fn delete_rows(&mut self) {
        let range = self.range();
        let end = (range.rows.1 + 1).min(self.shown.len());
        if range.rows.0 >= end {
            return;
        }
        let gone: Vec<u32> = self.shown.drain(range.rows.0..end).collect();
        let mut edits = Vec::new();
        let mut gone_before = 0;
        for (at, row) in self.grid.rows.iter().enumerate() {
            if gone.contains(row) {
                // Places are those at the moment when this row goes.
                edits.push(Edit::Remove { at: at - gone_before, row: *row });
                gone_before += 1;
            }
        }
        self.make(edits);
        self.select(Place { row: range.rows.0, column: self.active.column });
    }

    fn sort_by_heading(&mut self) {
        let Some(heading) = self.heading else { return };
        self.sort(heading);
        self.heading = Some(heading);
    }

    /// Up, down, and back to the order of the entries.
    pub fn sort(&mut self, heading: usize) {
        self.commit_typing();
        let column = self.column_at(heading);
        self.sort = match self.sort {
            Some(Sort { column: known, is_down: false }) if known == column => {
                Some(Sort { column, is_down: true })
            }
            Some(Sort { column: known, .. }) if known == column => None,
            _ => Some(Sort { column, is_down: false }),
        };
        self.arrange();
        self.columns_version += 1;
    }

    /// Writes what stands on the clipboard, from the selection's first cell on.
    pub fn paste(&mut self, text: &str) {
        if !self.can_change() || text.is_empty() {
            return;
        }
        let mut block = clipboard::read(text);
        let range = self.range();
        // The headings of a template are no entry.
        let is_heading = |row: &Vec<String>| {
            let names = row.iter().map(|cell| cell.trim().trim_end_matches('*'));
            let headings =
                (range.columns.0..).map_while(|at| Some(&self.grid.columns[*self.visible.get(at)?].heading));
            row.len() > 1 && names.zip(headings).all(|(name, heading)| name == heading)
        };
        if block.len() > 1 && is_heading(&block[0]) {
            block.remove(0);
        }
        let width = block.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return;
        }
        // A selection that the block fits into several times is filled with it.
        let times = |selected: usize, own: usize| if selected.is_multiple_of(own) { selected } else { own };
        let (height, columns) = (times(range.height(), block.len()), times(range.width(), width));
        let fitting = columns.min(self.visible.len() - range.columns.0);
        let rows: Vec<RowTexts> = (0..height)
            .map(|number| {
                let cells = &block[number % block.len()];
                let texts = (0..fitting)
                    .filter_map(|column| {
                        let text = cells.get(column % width).cloned()?;
                        Some((self.column_at(range.columns.0 + column), text))
                    })
                    .collect();
                RowTexts { at: range.rows.0 + number, texts }
            })
            .collect();
        let added = self.write(rows, false);
        self.active = Place { row: range.rows.0, column: range.columns.0 };
        self.to = Place { row: range.rows.0 + height - 1, column: range.columns.0 + fitting - 1 };
        self.heading = None;
        self.after = After { focus: true, reveal: false };
        if fitting < columns {
            self.notice = Some(words::columns_lost(self.grid.lang).to_owned());
        } else {
            self.say_pasted(height, added);
        }
    }

    /// What is selected, for the clipboard.
    pub fn copied(&self) -> Option<Rc<str>> {
        (self.typing.is_none() && self.heading.is_none())
            .then(|| clipboard::write(&self.texts_of_range()).into())
    }
}
