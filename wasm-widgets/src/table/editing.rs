//! Typing into cells: how texts begin, what is offered, how they end.

use gongkai_core::Kind;
use gongkai_core::template::Column;
use serde_json::Value;

use super::history::Edit;
use super::selection::Place;
use super::state::{State, Typing};

/// The values that the cells of a column are chosen from.
pub(super) fn choices(column: &Column) -> Vec<String> {
    match &column.kind {
        Kind::Choice { choices, .. } if !column.several => choices.clone(),
        Kind::Boolean => vec!["是".to_owned(), "否".to_owned()],
        _ => Vec::new(),
    }
}

/// Whether cells of a column may hold several lines.
pub(super) fn has_lines(column: &Column) -> bool {
    column.several || matches!(column.kind, Kind::LongText { .. })
}

/// Texts for some cells of one row.
pub(super) struct RowTexts {
    /// Where it is shown. Behind the last one a new row begins.
    pub at: usize,
    /// Columns with what they are to say.
    pub texts: Vec<(usize, String)>,
}

impl State {
    /// Begins to type into the active cell.
    pub fn begin_typing(&mut self, text: String, in_text: bool) {
        if !self.can_change() {
            return;
        }
        self.typing = Some(Typing { text, in_text, suggestion: None, issues: Vec::new() });
        self.leaving = false;
        self.after.reveal = true;
        self.judge_typing();
    }

    /// The text in the active cell has changed.
    pub fn type_text(&mut self, text: String) {
        match &mut self.typing {
            Some(typing) => {
                typing.text = text;
                typing.suggestion = None;
                self.judge_typing();
            }
            None => self.begin_typing(text, false),
        }
    }

    fn judge_typing(&mut self) {
        let column = self.column_at(self.active.column);
        let (Some(typing), Some(row)) = (&self.typing, self.row_at(self.active.row)) else { return };
        let entry = self.grid.with_texts(row, [(column, typing.text.as_str())]);
        let issues = self.grid.judge_draft(&entry);
        if let Some(typing) = &mut self.typing {
            typing.issues = issues;
        }
    }

    /// The choices that fit what is typed.
    pub fn suggestions(&self) -> Vec<String> {
        let Some(typing) = &self.typing else { return Vec::new() };
        let choices = choices(&self.grid.columns[self.column_at(self.active.column)]);
        let typed = typing.text.trim();
        // A value that stands there already is no reason to hide the others.
        if typed.is_empty() || choices.iter().any(|choice| choice == typed) {
            return choices;
        }
        choices.into_iter().filter(|choice| choice.contains(typed)).collect()
    }

    /// Moves among the choices.
    pub fn suggest(&mut self, by: isize) {
        let count = self.suggestions().len();
        let Some(typing) = self.typing.as_mut().filter(|_| count > 0) else { return };
        typing.suggestion = Some(match typing.suggestion {
            None if by > 0 => 0,
            None => count - 1,
            Some(at) => at.saturating_add_signed(by).min(count - 1),
        });
    }

    /// Takes what was typed into the entry.
    pub fn commit_typing(&mut self) {
        let suggestions = self.suggestions();
        let Some(typing) = self.typing.take() else { return };
        let chosen = typing.suggestion.and_then(|at| suggestions.into_iter().nth(at));
        let text = chosen.unwrap_or(typing.text);
        if text != self.text_at(self.active) {
            let texts = vec![(self.column_at(self.active.column), text)];
            self.write(vec![RowTexts { at: self.active.row, texts }], true);
        }
    }

    /// Writes texts into cells as one step; the answer is how many rows are new.
    pub fn write(&mut self, rows: Vec<RowTexts>, is_typed: bool) -> usize {
        let mut edits = Vec::new();
        let mut changed = Vec::new();
        let mut added = Vec::new();
        for RowTexts { at, texts } in rows {
            let texts = || texts.iter().map(|(column, text)| (*column, text.as_str()));
            if let Some(row) = self.row_at(at) {
                let before = self.grid.row(row).entry.clone();
                let after = self.grid.with_texts(row, texts());
                if *before != after {
                    edits.push(Edit::Set { row, before, after: after.into() });
                    changed.push(row);
                }
            } else {
                let row = self.grid.add(None);
                let entry = self.grid.with_texts(row, texts());
                self.grid.all[row as usize].entry = entry.into();
                edits.push(Edit::Insert { at: self.grid.rows.len() + added.len(), row });
                added.push(row);
            }
        }
        self.grid.change(edits);
        self.shown.extend(&added);
        if let Some(row) = added.first().filter(|_| is_typed && added.len() == 1) {
            self.begun = Some(*row);
        }
        let count = added.len();
        self.changed_rows(changed.into_iter().chain(added));
        count
    }

    /// Takes a proposed value.
    pub fn repair(&mut self, row: u32, repairs: Vec<(String, Value)>) -> Option<Edit> {
        let before = self.grid.row(row).entry.clone();
        let mut after = Value::clone(&before);
        for (path, value) in repairs {
            crate::form::pointer::set(&mut after, &path, value);
        }
        (*before != after).then(|| Edit::Set { row, before, after: after.into() })
    }

    /// Takes all proposed values as one step.
    pub fn repair_all(&mut self) {
        let proposed = |row: &u32| {
            let repairs = self
                .grid
                .row(*row)
                .issues
                .iter()
                .filter_map(|marked| Some((marked.issue.path.clone(), marked.issue.repair.clone()?)));
            let repairs: Vec<(String, Value)> = repairs.collect();
            (!repairs.is_empty()).then_some((*row, repairs))
        };
        let proposed: Vec<_> = self.shown.iter().filter_map(proposed).collect();
        let edits: Vec<Edit> =
            proposed.into_iter().filter_map(|(row, repairs)| self.repair(row, repairs)).collect();
        self.make(edits);
    }

    /// Makes a step of changes to entries that exist.
    pub fn make(&mut self, edits: Vec<Edit>) {
        let rows: Vec<u32> = edits
            .iter()
            .map(|edit| match edit {
                Edit::Set { row, .. } | Edit::Insert { row, .. } | Edit::Remove { row, .. } => *row,
            })
            .collect();
        self.grid.change(edits);
        self.changed_rows(rows);
    }

    /// Where a paste or a fill begins, and the text that stands in each of its cells.
    pub fn texts_of_range(&self) -> Vec<Vec<String>> {
        let range = self.range();
        let row = |row: usize| {
            (range.columns.0..=range.columns.1).map(|column| self.text_at(Place { row, column })).collect()
        };
        (range.rows.0..=range.rows.1).map(row).collect()
    }
}
