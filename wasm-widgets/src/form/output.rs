//! The entry as it leaves the form: without blanks, and without what stands in fields that are not shown.

use std::borrow::Cow;

use gongkai_core::blank;
use gongkai_core::compile::{FormField, FormModel};
use serde_json::{Map, Value};

use super::{nil, places, pointer};

/// Whether a field is shown with this entry.
pub(super) fn is_shown(field: &FormField, entry: &Value) -> bool {
    field.shown_when.as_ref().is_none_or(|condition| {
        let value = pointer::get(entry, &condition.path).as_str().unwrap_or_default();
        condition.is.iter().any(|shown| shown == value)
    })
}

/// The entry without what stands in fields that are not shown; the form keeps it, nobody else has to do with it.
pub(super) fn without_hidden<'e>(entry: &'e Value, model: &FormModel) -> Cow<'e, Value> {
    let mut rest = Cow::Borrowed(entry);
    for field in places::all(model).filter(|field| field.shown_when.is_some()) {
        if !pointer::get(entry, &field.path).is_null() && !is_shown(field, entry) {
            pointer::remove(rest.to_mut(), &field.path);
        }
    }
    rest
}

/// The entry as it is handed over.
pub(super) fn output(entry: &Value, model: &FormModel) -> Value {
    let mut handed = Map::new();
    let shown = without_hidden(entry, model);
    for (key, value) in nil::handed_over(&shown).as_object().into_iter().flatten() {
        if let Some(value) = blank::without_blanks(value.clone()) {
            handed.insert(key.clone(), value);
        }
    }
    handed.entry("elements").or_insert_with(|| Value::Object(Map::new()));
    Value::Object(handed)
}
