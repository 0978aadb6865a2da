//! What an editor does to the rows of a field: adds, removes, moves. Where the focus goes then, and what is said.

use gongkai_core::text::Lang;
use serde_json::{Value, json};

use super::phrases;
use super::pointer;
use super::state::State;
use crate::boundary::now_ms;

/// A change of the rows of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowEdit {
    /// The field.
    pub path: String,
    pub kind: RowEditKind,
}

/// What happens to a row, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RowEditKind {
    /// At the end; the key of the column that is filled in first.
    Add(String),
    Remove(usize),
    Move(usize, usize),
}

/// What follows from a change of rows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// The place whose control gets the focus.
    pub focus: String,
    /// What is said.
    pub words: String,
}

impl RowEdit {
    /// Changes the rows of the entry.
    pub fn apply(&self, entry: &mut Value, lang: Lang) -> Outcome {
        let rows = pointer::get(entry, &self.path).as_array().map_or(0, Vec::len);
        // The first row is drawn even when nothing is in it.
        let shown = rows.max(1);
        let row = |index: usize| format!("{}/{index}", self.path);
        match &self.kind {
            RowEditKind::Add(first) => {
                pointer::set(entry, &row(shown), json!({}));
                Outcome {
                    focus: format!("{}/{first}", row(shown)),
                    words: phrases::row_added(shown + 1, lang),
                }
            }
            &RowEditKind::Remove(index) => {
                pointer::remove(entry, &row(index));
                let left = shown.saturating_sub(1);
                // The row that takes the place, or else the last one.
                let next = index.min(left.saturating_sub(1));
                Outcome { focus: row(next), words: phrases::row_removed(index + 1, left, lang) }
            }
            &RowEditKind::Move(from, to) => {
                if let Some(Value::Array(rows)) = entry.pointer_mut(&self.path)
                    && from < rows.len()
                {
                    let row = rows.remove(from);
                    // Rows that were never typed into are not in the entry yet.
                    while rows.len() < to {
                        rows.push(Value::Null);
                    }
                    rows.insert(to, row);
                }
                Outcome {
                    // The buttons of a row have ids as if they stood in it.
                    focus: format!("{}/{}", row(to), if to < from { "up" } else { "down" }),
                    words: phrases::row_moved(from + 1, to + 1, shown, lang),
                }
            }
        }
    }

    /// Where the change is made: the row that is removed or moved, or the field that gets one more.
    fn place(&self) -> String {
        match self.kind {
            RowEditKind::Add(_) => self.path.clone(),
            RowEditKind::Remove(index) | RowEditKind::Move(index, _) => format!("{}/{index}", self.path),
        }
    }

    /// Where a place in the entry is after the change. None: it is gone.
    pub fn place_after(&self, place: &str) -> Option<String> {
        let Some(rest) = place.strip_prefix(self.path.as_str()).and_then(|rest| rest.strip_prefix('/'))
        else {
            return Some(place.to_owned());
        };
        let (index, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let Ok(index) = index.parse::<usize>() else {
            return Some(place.to_owned());
        };
        let index = match self.kind {
            RowEditKind::Add(_) => index,
            RowEditKind::Remove(gone) if index == gone => return None,
            RowEditKind::Remove(gone) => index - usize::from(index > gone),
            RowEditKind::Move(from, to) if index == from => to,
            RowEditKind::Move(from, to) => {
                index - usize::from(index > from && index <= to) + usize::from(index < from && index >= to)
            }
        };
        Some(format!("{}/{index}{below}", self.path))
    }
}

impl State {
    /// Changes rows; what the editor has left and what the server has said go along with them.
    pub fn edit_rows(&mut self, edit: &RowEdit, lang: Lang) -> Outcome {
        self.history.close();
        self.history.begin(&edit.place(), now_ms());
        self.history.keep(&self.entry, &edit.path);
        self.history.close();
        let outcome = edit.apply(&mut self.entry, lang);
        self.touched = self.touched.iter().filter_map(|place| edit.place_after(place)).collect();
        self.server.retain_mut(|issue| {
            // What it said of the rows as a whole no longer holds.
            if issue.path == edit.path {
                return false;
            }
            let place = edit.place_after(&issue.path);
            place.map(|place| issue.path = place).is_some()
        });
        self.told.retain_mut(|told| {
            let place = edit.place_after(&told.path).filter(|_| told.path != edit.path);
            place.map(|place| told.path = place).is_some()
        });
        self.changes += 1;
        self.judge();
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(kind: RowEditKind) -> RowEdit {
        RowEdit { path: "/elements/a".to_owned(), kind }
    }

    #[test]
    fn rows_and_places_change_alike() {
        use RowEditKind::{Add, Move, Remove};
        for kind in [
            Add("title".to_owned()),
            Remove(0),
            Remove(1),
            Remove(3),
            Move(0, 3),
            Move(3, 0),
            Move(1, 2),
            Move(2, 1),
        ] {
            let place = |index: usize| format!("/elements/a/{index}/title");
            let names = ["0", "1", "2", "3"];
            let rows: Vec<Value> = names.iter().map(|name| json!({ "title": name })).collect();
            let mut entry = json!({ "elements": { "a": rows } });
            edit(kind.clone()).apply(&mut entry, Lang::Zh);
            for (index, name) in names.iter().enumerate() {
                match edit(kind.clone()).place_after(&place(index)) {
                    Some(place) => assert_eq!(entry.pointer(&place), Some(&json!(name)), "{kind:?}"),
                    None => assert_eq!(kind, Remove(index)),
                }
            }
        }
        assert_eq!(edit(Remove(0)).place_after("/elements/ab/0").as_deref(), Some("/elements/ab/0"));
        assert_eq!(edit(Remove(0)).place_after("/elements/a").as_deref(), Some("/elements/a"));
    }

    #[test]
    fn the_focus_stays_with_the_row() {
        let mut entry = json!({ "elements": { "a": [{ "title": "0" }, { "title": "1" }] } });
        let focus = |kind, entry: &mut Value| edit(kind).apply(entry, Lang::Zh).focus;
        assert_eq!(focus(RowEditKind::Move(1, 0), &mut entry), "/elements/a/0/up");
        assert_eq!(focus(RowEditKind::Remove(1), &mut entry), "/elements/a/0");
        assert_eq!(focus(RowEditKind::Add("title".to_owned()), &mut entry), "/elements/a/1/title");
    }
}
