//! What keys mean: the customs of spreadsheets.

use web_sys::KeyboardEvent;

use super::command::Command;

/// What decides what a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mode {
    /// Text is being typed into a cell.
    pub editing: bool,
    /// The text was begun with F2 or a click, so that arrows move within it.
    pub in_text: bool,
    /// The cell offers values to choose from.
    pub has_choices: bool,
    /// The cell may hold several lines.
    pub has_lines: bool,
    /// A heading has the focus.
    pub in_head: bool,
    /// Escape was pressed: the next Tab leaves the grid.
    pub leaving: bool,
    /// Tab leaves the grid here, with and without Shift.
    pub at_end: bool,
    pub at_start: bool,
    pub read_only: bool,
}

/// The command that a key stands for; `None`: the browser's own.
pub(super) fn command(event: &KeyboardEvent, mode: Mode) -> Option<Command> {
    // What an input method has not finished is its own affair, Enter included.
    if event.is_composing() || event.key_code() == 229 {
        return None;
    }
    let control = event.ctrl_key() || event.meta_key();
    let shift = event.shift_key();
    let key = event.key();
    let moved = |rows: isize, columns: isize| Command::Move { rows, columns, extend: shift };
    if mode.editing {
        return match key.as_str() {
            "Enter" if event.alt_key() && mode.has_lines => Some(Command::NewLine),
            "Enter" => Some(Command::Commit { rows: if shift { -1 } else { 1 }, columns: 0 }),
            "Tab" => Some(Command::Commit { rows: 0, columns: if shift { -1 } else { 1 } }),
            "Escape" => Some(Command::Cancel),
            "ArrowDown" if mode.has_choices => Some(Command::Suggest(1)),
            "ArrowUp" if mode.has_choices => Some(Command::Suggest(-1)),
            "ArrowDown" if !mode.in_text => Some(Command::Commit { rows: 1, columns: 0 }),
            "ArrowUp" if !mode.in_text => Some(Command::Commit { rows: -1, columns: 0 }),
            "ArrowRight" if !mode.in_text && !control && !shift => {
                Some(Command::Commit { rows: 0, columns: 1 })
            }
            "ArrowLeft" if !mode.in_text && !control && !shift => {
                Some(Command::Commit { rows: 0, columns: -1 })
            }
            _ => None,
        };
    }
    if control {
        let lower = key.to_ascii_lowercase();
        return match lower.as_str() {
            "a" => Some(Command::SelectAll),
            "z" if shift => Some(Command::Redo),
            "z" => Some(Command::Undo),
            "y" => Some(Command::Redo),
            "d" => Some(Command::FillDown),
            "home" => Some(Command::Edge { row: Some(false), column: Some(false), extend: shift }),
            "end" => Some(Command::Edge { row: Some(true), column: Some(true), extend: shift }),
            "arrowup" => Some(Command::Edge { row: Some(false), column: None, extend: shift }),
            "arrowdown" => Some(Command::Edge { row: Some(true), column: None, extend: shift }),
            "arrowleft" => Some(Command::Edge { row: None, column: Some(false), extend: shift }),
            "arrowright" => Some(Command::Edge { row: None, column: Some(true), extend: shift }),
            "delete" | "backspace" => Some(Command::DeleteRows),
            _ => None,
        };
    }
    match key.as_str() {
        "Insert" if event.alt_key() => Some(Command::InsertRows),
        "ArrowDown" if event.alt_key() && mode.has_choices => Some(Command::Edit),
        _ if event.alt_key() => None,
        "ArrowDown" => Some(moved(1, 0)),
        "ArrowUp" => Some(moved(-1, 0)),
        "ArrowRight" => Some(moved(0, 1)),
        "ArrowLeft" => Some(moved(0, -1)),
        "Home" => Some(Command::Edge { row: None, column: Some(false), extend: shift }),
        "End" => Some(Command::Edge { row: None, column: Some(true), extend: shift }),
        "PageDown" => Some(Command::Page { down: true, extend: shift }),
        "PageUp" => Some(Command::Page { down: false, extend: shift }),
        "Tab" if mode.leaving || mode.in_head => None,
        "Tab" if shift && mode.at_start || !shift && mode.at_end => None,
        "Tab" => Some(Command::Step { back: shift }),
        "Enter" | " " if mode.in_head => Some(Command::Sort),
        "Enter" if mode.read_only => Some(Command::Move { rows: 1, columns: 0, extend: false }),
        "Enter" => Some(Command::Move { rows: if shift { -1 } else { 1 }, columns: 0, extend: false }),
        "F2" => Some(Command::Edit),
        "F8" => Some(Command::NextError { back: shift }),
        "Escape" => Some(Command::Cancel),
        "Delete" | "Backspace" => Some(Command::Clear),
        _ => None,
    }
}
