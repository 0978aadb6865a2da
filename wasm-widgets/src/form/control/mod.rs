//! The controls, one file for each group of field kinds.

mod choice;
mod date;
mod drag;
mod money;
mod rows;
mod typed;
mod upload;

use gongkai_core::compile::{Control, FormField};
use gongkai_core::field::Kind;
use yew::prelude::*;

use super::field::Slot;
use crate::json::to_json;

/// Draws the control of a field.
pub(super) fn view(field: &FormField, slot: &Slot<'_>) -> Html {
    match (&field.kind, field.control) {
        (Kind::Text { .. }, _) => typed::line(slot),
        (Kind::LongText { .. }, _) => typed::area(slot),
        (Kind::Number { unit, .. }, _) => typed::number(slot, unit.as_deref()),
        (Kind::Phone, _) => typed::phone(slot),
        (Kind::Url, _) => typed::address(slot),
        (Kind::List { .. }, _) => typed::lines(slot),
        (Kind::Date, _) => date::day(slot),
        (Kind::Period, _) => date::period(slot),
        (Kind::Money { unit }, _) => money::amount(slot, unit),
        (Kind::Choice { choices, .. }, Control::Radios) => choice::radios(slot, choices),
        (Kind::Choice { choices, open }, _) => choice::select(slot, choices, *open),
        (Kind::Choices { choices, open }, _) => choice::checkboxes(slot, choices, *open),
        (Kind::Boolean, _) => choice::yes_no(slot),
        (Kind::Document { .. }, _) => rows::documents(slot),
        (Kind::Group { fields }, _) => rows::group(slot, fields),
        (Kind::Table { columns }, _) => rows::table(slot, columns),
        _ => typed::area(slot),
    }
}

/// Whether the field is a group of controls with a legend instead of one control with a label.
pub(super) fn is_group(kind: &Kind, control: Control) -> bool {
    match kind {
        Kind::Period | Kind::Money { .. } | Kind::Boolean | Kind::Choices { .. } => true,
        Kind::Document { .. } | Kind::Group { .. } | Kind::Table { .. } => true,
        Kind::Choice { .. } => control == Control::Radios,
        _ => false,
    }
}

/// The text of a value as a control shows it.
fn shown(value: &serde_json::Value) -> AttrValue {
    match value {
        serde_json::Value::Null => AttrValue::default(),
        serde_json::Value::String(text) => AttrValue::from(text.clone()),
        other => AttrValue::from(to_json(other)),
    }
}
