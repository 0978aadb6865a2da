//! Fields inside a field: the parts of a group; several documents or rows, which can be added and removed.

use gongkai_core::compile::{Control, FormField};
use gongkai_core::field::{Field, document_parts};
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::{Lang, part_name};
use serde_json::{Value, json};
use yew::prelude::*;

use super::upload::upload;
use crate::form::field::{Labelled, Slot, issue_list, view};
use crate::form::shown::{Shown, control_id};
use crate::text;

pub(super) fn documents(slot: &Slot<'_>) -> Html {
    rows(slot, document_parts(), text::add_document(slot.lang))
}

pub(super) fn table(slot: &Slot<'_>, columns: &[Field]) -> Html {
    rows(slot, columns, text::add_row(slot.lang))
}

/// The parts of one thing: a row that is neither added nor removed.
pub(super) fn group(slot: &Slot<'_>, fields: &[Field]) -> Html {
    html! {
        <div class="cells">
            { for fields.iter().map(|part| cell(slot, part, slot.path, &slot.value[part.key.as_str()])) }
        </div>
    }
}

fn rows(slot: &Slot<'_>, columns: &[Field], add: &'static str) -> Html {
    let values = slot.value.as_array().map_or(&[][..], Vec::as_slice);
    // The first row is always there to be filled in.
    let count = values.len().max(1);
    let add_row = {
        let (path, input) = (format!("{}/{count}", slot.path), slot.handlers.input.clone());
        Callback::from(move |_: MouseEvent| input.emit((path.clone(), json!({}))))
    };
    html! {
        <div class="rows">
            { for (0..count).map(|index| {
                let value = values.get(index).unwrap_or(&Value::Null);
                row(slot, columns, index, value, count)
            }) }
            <button type="button" class="add" part="button" disabled={slot.disabled} onclick={add_row}
                aria-label={format!("{add} {}", slot.label)}>{ format!("+ {add}") }</button>
        </div>
    }
}

fn row(slot: &Slot<'_>, columns: &[Field], index: usize, value: &Value, count: usize) -> Html {
    let path = format!("{}/{index}", slot.path);
    let number = index + 1;
    let remove = {
        let (path, remove) = (path.clone(), slot.handlers.remove.clone());
        Callback::from(move |_: MouseEvent| remove.emit(path.clone()))
    };
    let own: Vec<&Shown> = slot.issues.iter().filter(|issue| issue.path == path).collect();
    html! {
        <fieldset class="row" key={index} id={control_id(&path)} tabindex="-1">
            <legend>{ text::row(number, slot.lang) }</legend>
            { issue_list(&own, &format!("{}-issue", control_id(&path)), slot.lang, slot.handlers) }
            <div class="cells">
                { for columns.iter().map(|column| cell(slot, column, &path, &value[column.key.as_str()])) }
            </div>
            { upload(slot, &path) }
            if count > 1 {
                <p class="row-actions">
                    <button type="button" class="remove" part="button" disabled={slot.disabled} onclick={remove}>
                        { text::remove_row(number, slot.lang) }
                    </button>
                </p>
            }
        </fieldset>
    }
}

fn cell(slot: &Slot<'_>, column: &Field, row: &str, value: &Value) -> Html {
    let path = format!("{row}/{}", column.key);
    let own: Vec<Shown> =
        slot.issues.iter().filter(|issue| is_at_or_below(&issue.path, &path)).cloned().collect();
    let help = column.help.as_ref().map(|help| match slot.lang {
        Lang::Zh => help.zh.as_str(),
        Lang::En => help.en.as_str(),
    });
    view(&Labelled {
        field: &FormField::cell(column, Control::of(&column.kind)),
        path: &path,
        label: part_name(&column.name, slot.lang),
        hint: help,
        value,
        issues: &own,
        uploads: None,
        is_slotted: None,
        lang: slot.lang,
        disabled: slot.disabled,
        handlers: slot.handlers,
    })
}
