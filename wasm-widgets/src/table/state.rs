//! What the grid shows: which rows and columns, where the editor is, and what is being typed.

use std::rc::Rc;

use gongkai_core::Severity;
use serde_json::Value;

use super::exchange::Preview;
use super::grid::{Grid, Marked};
use super::keys::Mode;
use super::selection::{Place, Range};
use super::sorting::{Sort, shown};
use super::words;

/// Everything that is drawn.
pub(super) struct State {
    pub grid: Grid,
    /// The rows shown, in the order on the screen. Behind them stands a row for what is new.
    pub shown: Vec<u32>,
    /// The columns shown.
    pub visible: Vec<usize>,
    /// Changes with the columns, so that rows are drawn anew.
    pub columns_version: u32,
    /// The cell that has the focus, and the other corner of what is selected.
    pub active: Place,
    pub to: Place,
    /// The heading that has the focus instead.
    pub heading: Option<usize>,
    pub typing: Option<Typing>,
    pub sort: Option<Sort>,
    pub only_wrong: bool,
    /// The row that the editor has begun and not left yet: what is blank in it is not wrong yet.
    pub begun: Option<u32>,
    /// First row on the screen, and how many fit.
    pub window: (usize, usize),
    pub row_px: f64,
    /// Escape was pressed: the next Tab leaves the grid.
    pub leaving: bool,
    pub is_disabled: bool,
    pub is_readonly: bool,
    pub notice: Option<String>,
    /// A file that waits to be taken.
    pub preview: Option<Preview>,
    /// Rows that changed since the page was told.
    pub changed: Vec<u32>,
    /// What to do when the grid is drawn.
    pub after: After,
}

/// What to do once everything is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct After {
    pub focus: bool,
    pub reveal: bool,
}

/// A text that is being typed into the active cell.
pub(super) struct Typing {
    pub text: String,
    /// Arrows move within the text.
    pub in_text: bool,
    /// The choice that Enter takes.
    pub suggestion: Option<usize>,
    /// What is wrong with the row with this text.
    pub issues: Vec<Marked>,
}

impl State {
    pub fn new(grid: Grid) -> Self {
        let visible = first_columns(&grid);
        State {
            grid,
            shown: Vec::new(),
            visible,
            columns_version: 0,
            active: Place::default(),
            to: Place::default(),
            heading: None,
            typing: None,
            sort: None,
            only_wrong: false,
            begun: None,
            window: (0, 20),
            row_px: 36.0,
            leaving: false,
            is_disabled: false,
            is_readonly: false,
            notice: None,
            preview: None,
            changed: Vec::new(),
            after: After::default(),
        }
    }

    /// Replaces all entries.
    pub fn load(&mut self, entries: Vec<Value>) {
        self.grid.load(entries);
        self.grid.judge(FIRST_ROWS);
        (self.typing, self.begun, self.only_wrong) = (None, None, false);
        self.arrange();
        self.select(Place::default());
    }

    /// Shows the rows that are to be shown, in their order.
    pub fn arrange(&mut self) {
        self.shown = shown(&self.grid, self.sort, self.only_wrong);
        self.keep_in_bounds();
    }

    pub fn can_change(&self) -> bool {
        !self.is_disabled && !self.is_readonly
    }

    /// How many rows can be reached, the one for what is new included.
    pub fn row_count(&self) -> usize {
        self.shown.len() + usize::from(self.has_new_row())
    }

    /// Among wrong rows alone a new one would be lost at once.
    pub fn has_new_row(&self) -> bool {
        self.can_change() && !self.only_wrong
    }

    /// The row that is shown here; `None`: the one for what is new.
    pub fn row_at(&self, row: usize) -> Option<u32> {
        self.shown.get(row).copied()
    }

    pub fn column_at(&self, column: usize) -> usize {
        self.visible.get(column).copied().unwrap_or_default()
    }

    pub fn range(&self) -> Range {
        Range::between(self.active, self.to)
    }

    /// What a cell says.
    pub fn text_at(&self, place: Place) -> String {
        self.row_at(place.row)
            .map_or_else(String::new, |row| self.grid.text(row, self.column_at(place.column)))
    }

    /// Moves the focus to a cell.
    pub fn select(&mut self, place: Place) {
        (self.active, self.to, self.heading) = (place, place, None);
        self.keep_in_bounds();
        if self.begun != self.row_at(self.active.row) {
            self.leave_begun();
        }
    }

    /// The row that was begun is left: from now on what is missing in it is shown.
    fn leave_begun(&mut self) {
        if let Some(row) = self.begun.take() {
            self.grid.all[row as usize].version += 1;
        }
    }

    fn keep_in_bounds(&mut self) {
        let (rows, columns) = (self.row_count(), self.visible.len());
        for place in [&mut self.active, &mut self.to] {
            place.row = place.row.min(rows.saturating_sub(1));
            place.column = place.column.min(columns.saturating_sub(1));
        }
    }

    /// The issues to show of a row: what is blank in a row that was just begun is not wrong yet.
    pub fn issues(&self, row: u32) -> impl Iterator<Item = &Marked> {
        let own = self.grid.row(row);
        let is_begun = self.begun == Some(row);
        own.issues.iter().filter(move |marked| {
            !is_begun || marked.column.is_some_and(|column| own.filled.get(column).copied().unwrap_or(false))
        })
    }

    /// The worst that is to be shown of a row.
    pub fn worst(&self, row: u32) -> Option<Severity> {
        self.issues(row).map(|marked| marked.issue.severity).max()
    }

    /// The worst that is to be shown at a cell.
    pub fn worst_at(&self, row: u32, column: usize) -> Option<Severity> {
        if self.begun == Some(row) && !self.grid.row(row).filled.get(column).copied().unwrap_or(false) {
            return None;
        }
        self.grid.row(row).worst_at(Some(column))
    }

    /// What decides what keys mean now.
    pub fn mode(&self) -> Mode {
        let column = &self.grid.columns[self.column_at(self.active.column)];
        let (last_row, last_column) =
            (self.row_count().saturating_sub(1), self.visible.len().saturating_sub(1));
        Mode {
            editing: self.typing.is_some(),
            in_text: self.typing.as_ref().is_some_and(|typing| typing.in_text),
            has_choices: !super::editing::choices(column).is_empty(),
            has_lines: super::editing::has_lines(column),
            in_head: self.heading.is_some(),
            leaving: self.leaving,
            at_end: self.active == (Place { row: last_row, column: last_column }),
            at_start: self.active == Place::default(),
            read_only: !self.can_change(),
        }
    }

    /// Shows a column that was hidden.
    pub fn show_column(&mut self, column: usize, is_shown: bool) {
        if is_shown && !self.visible.contains(&column) {
            self.visible.push(column);
            self.visible.sort_unstable();
        } else if !is_shown && self.visible.len() > 1 {
            self.visible.retain(|known| *known != column);
        }
        self.columns_version += 1;
        self.keep_in_bounds();
    }

    /// The places with errors, or with anything to look at where there are no errors, in their order.
    pub fn problems(&self) -> Vec<(usize, Option<usize>)> {
        let has_errors = self.grid.rows.iter().any(|row| self.grid.row(*row).worst == Some(Severity::Error));
        let least = if has_errors { Severity::Error } else { Severity::Advice };
        let mut places: Vec<(usize, Option<usize>)> = Vec::new();
        for (at, row) in self.shown.iter().enumerate() {
            let mut columns: Vec<Option<usize>> = (self.grid.row(*row).issues.iter())
                .filter(|marked| marked.issue.severity >= least)
                .map(|marked| marked.column)
                .collect();
            if !has_errors && self.grid.row(*row).kinship.is_some() {
                columns.push(self.grid.naming);
            }
            columns.sort_unstable();
            columns.dedup();
            places.extend(columns.into_iter().map(|column| (at, column)));
        }
        places
    }

    /// The next of these places.
    pub fn next_problem(&self, back: bool) -> Option<(usize, Option<usize>)> {
        let places = self.problems();
        let here = (self.active.row, Some(self.column_at(self.active.column)));
        if back {
            places.iter().rev().find(|place| **place < here).or(places.last()).copied()
        } else {
            places.iter().find(|place| **place > here).or(places.first()).copied()
        }
    }

    /// Moves to a place among all columns, shown or not.
    pub fn go_to(&mut self, (row, column): (usize, Option<usize>)) {
        let column = column.unwrap_or_else(|| self.column_at(0));
        if !self.visible.contains(&column) {
            self.show_column(column, true);
        }
        let column = self.visible.iter().position(|known| *known == column).unwrap_or_default();
        self.select(Place { row, column });
        self.after = After { focus: true, reveal: true };
    }

    /// What is said of the rows pasted.
    pub fn say_pasted(&mut self, rows: usize, added: usize) {
        self.notice = Some(words::pasted(rows, added, self.grid.lang));
    }

    /// Keeps what changed for the page, and judges what is at hand.
    pub fn changed_rows(&mut self, rows: impl IntoIterator<Item = u32>) {
        self.changed.extend(rows);
        self.grid.judge(ROWS_AT_ONCE);
    }
}

/// How many rows are judged before anything is drawn, and at once afterwards.
const FIRST_ROWS: usize = 40;
pub(super) const ROWS_AT_ONCE: usize = 120;

/// The columns that are shown at first: those of the content, the day, and what the table cannot be read without.
fn first_columns(grid: &Grid) -> Vec<usize> {
    let is_first = |(index, column): (usize, &gongkai_core::template::Column)| {
        let path = column.path.as_str();
        let shown =
            path.starts_with("/elements/") || path == "/formed_on" || path == "/channels/published_on";
        (shown || Some(index) == grid.naming).then_some(index)
    };
    grid.columns.iter().enumerate().filter_map(is_first).collect()
}

/// Shared by what is drawn and what listens to the page.
pub(super) type Shared = Rc<std::cell::RefCell<Option<State>>>;
