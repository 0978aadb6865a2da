//! What a form that is drawn into a text has beyond one in a browser: names for its values, and buttons that ask the server.
//!
//! In the browser nothing of this is there: the element posts its entry as a whole.

use gongkai_core::posted;
use serde_json::Value;
use yew::AttrValue;

use super::row_edit::{RowEdit, RowEditKind};
use crate::json::to_json;

/// Whether the form is drawn into a text. The browser runs WebAssembly, nobody else does.
pub(crate) const IS_TEXT: bool = cfg!(not(target_family = "wasm"));

/// Name of the buttons that ask the server for something.
pub(super) const ACT: &str = "?act";

/// Name of the control that says that all issues are shown.
pub(super) const SHOWS: &str = "?shows";

/// What the type of a button is that does something on the spot where it can.
pub(super) const BUTTON: &str = if IS_TEXT { "submit" } else { "button" };

/// What the buttons of the form ask the server for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// To say what is wrong.
    #[cfg(not(target_family = "wasm"))]
    Check,
    /// To change rows.
    Rows(RowEdit),
    /// To put a proposed value at a place.
    Repair(String, Value),
    /// To take away what the item has no field for.
    Remove(String),
}

/// The name under which the value at a place is posted.
pub(super) fn name(path: &str) -> Option<AttrValue> {
    IS_TEXT.then(|| AttrValue::from(path.to_owned()))
}

/// The name under which values outside a list are posted.
pub(super) fn name_of_other(path: &str) -> Option<AttrValue> {
    IS_TEXT.then(|| AttrValue::from([path, posted::OTHER].concat()))
}

/// Name and value of a button that asks the server for something.
pub(super) fn asks(act: impl FnOnce() -> Act) -> (Option<AttrValue>, Option<AttrValue>) {
    if IS_TEXT { (Some(ACT.into()), Some(act().written().into())) } else { (None, None) }
}

impl Act {
    pub fn written(&self) -> String {
        match self {
            #[cfg(not(target_family = "wasm"))]
            Act::Check => "check".to_owned(),
            Act::Rows(RowEdit { path, kind: RowEditKind::Add(first) }) => format!("add {path} {first}"),
            Act::Rows(RowEdit { path, kind: RowEditKind::Remove(row) }) => format!("remove-row {path} {row}"),
            Act::Rows(RowEdit { path, kind: RowEditKind::Move(row, to) }) => {
                format!("move {path} {row} {to}")
            }
            Act::Repair(path, value) => format!("repair {path} {}", to_json(value)),
            Act::Remove(path) => format!("remove {path}"),
        }
    }

    /// What [`Act::written`] has written.
    #[cfg(not(target_family = "wasm"))]
    pub fn read(text: &str) -> Option<Act> {
        let (verb, rest) = text.split_once(' ').unwrap_or((text, ""));
        let (path, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let rows = |kind| Some(Act::Rows(RowEdit { path: path.to_owned(), kind }));
        match verb {
            "check" => Some(Act::Check),
            "add" => rows(RowEditKind::Add(rest.to_owned())),
            "remove-row" => rows(RowEditKind::Remove(rest.parse().ok()?)),
            "move" => {
                let (row, to) = rest.split_once(' ')?;
                rows(RowEditKind::Move(row.parse().ok()?, to.parse().ok()?))
            }
            "repair" => Some(Act::Repair(path.to_owned(), serde_json::from_str(rest).ok()?)),
            "remove" => Some(Act::Remove(path.to_owned())),
            _ => None,
        }
    }
}
