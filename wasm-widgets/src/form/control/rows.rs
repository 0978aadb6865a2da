//! Fields inside a field: the parts of a group; several documents or rows, which can be added, moved and removed.

use gongkai_core::compile::{Control, FormField};
use gongkai_core::field::{Field, document_parts};
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::{Lang, part_name};
use serde_json::Value;
use yew::prelude::*;

use super::drag;
use super::upload::upload;
use crate::form::field::{Labelled, Slot, issue_list, view};
use crate::form::phrases;
use crate::form::posting::{self, Act, BUTTON, IS_TEXT};
use crate::form::row_edit::{RowEdit, RowEditKind};
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
    let first = columns.first().map_or_else(String::new, |column| column.key.clone());
    html! {
        <div class="rows">
            { for (0..count).map(|index| {
                let value = values.get(index).unwrap_or(&Value::Null);
                row(slot, columns, index, value, count)
            }) }
            { button(slot, RowEditKind::Add(first), "add", &format!("{add} {}", slot.label), format!("+ {add}")) }
        </div>
    }
}

fn row(slot: &Slot<'_>, columns: &[Field], index: usize, value: &Value, count: usize) -> Html {
    let path = format!("{}/{index}", slot.path);
    let id = control_id(&path);
    let own: Vec<&Shown> = slot.issues.iter().filter(|issue| issue.path == path).collect();
    html! {
        <fieldset class="row" key={index} id={id.clone()} tabindex="-1">
            <legend>{ text::row(index + 1, slot.lang) }</legend>
            { issue_list(&own, &format!("{id}-issue"), slot.lang, slot.handlers) }
            <div class="cells">
                { for columns.iter().map(|column| cell(slot, column, &path, &value[column.key.as_str()])) }
            </div>
            { upload(slot, &path) }
            if count > 1 { { actions(slot, index, count, &id) } }
        </fieldset>
    }
}

/// The handle of a row and its buttons: after its fields, so that they are not in the way of those who fill in.
fn actions(slot: &Slot<'_>, index: usize, count: usize, id: &str) -> Html {
    let number = index + 1;
    let drop = {
        let (path, row) = (slot.path.to_owned(), slot.handlers.row.clone());
        Callback::from(move |to| row.emit(RowEdit { path: path.clone(), kind: RowEditKind::Move(index, to) }))
    };
    let mover = |name: &'static str, words: &'static str, arrow, to: Option<usize>| {
        let onclick = to.map(|to| edit(slot, RowEditKind::Move(index, to)));
        let (asked, act) = to.map_or((None, None), |to| asks(slot, RowEditKind::Move(index, to)));
        html! {
            // Not `disabled` at the ends: the focus would be lost there.
            <button type={if to.is_some() { BUTTON } else { "button" }} name={asked} value={act} class={classes!("move", name)} part="button" id={format!("{id}-{name}")} disabled={slot.disabled}
                aria-disabled={to.is_none().then_some("true")} aria-label={phrases::row_button(words, number, slot.lang)} {onclick}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={arrow} /></svg>
            </button>
        }
    };
    html! {
        <p class="row-actions">
            if !slot.disabled && !IS_TEXT { { drag::handle(index, drop) } }
            { mover("up", phrases::move_up(slot.lang), "M12 5l7 7-1.5 1.5L13 9v11h-2V9l-4.5 4.5L5 12z", index.checked_sub(1)) }
            { mover("down", phrases::move_down(slot.lang), "M12 19l-7-7 1.5-1.5L11 15V4h2v11l4.5-4.5L19 12z", Some(number).filter(|to| *to < count)) }
            { button(slot, RowEditKind::Remove(index), "remove", "", text::remove_row(number, slot.lang)) }
        </p>
    }
}

/// A button that changes the rows. Without a label its words are its name.
fn button(slot: &Slot<'_>, kind: RowEditKind, class: &'static str, label: &str, words: String) -> Html {
    let (name, value) = asks(slot, kind.clone());
    html! {
        <button type={BUTTON} {name} {value} {class} part="button" disabled={slot.disabled} onclick={edit(slot, kind)}
            aria-label={(!label.is_empty()).then(|| label.to_owned())}>{ words }</button>
    }
}

fn asks(slot: &Slot<'_>, kind: RowEditKind) -> (Option<AttrValue>, Option<AttrValue>) {
    posting::asks(|| Act::Rows(RowEdit { path: slot.path.to_owned(), kind }))
}

/// A click that changes the rows.
fn edit(slot: &Slot<'_>, kind: RowEditKind) -> Callback<MouseEvent> {
    let (row, edit) = (slot.handlers.row.clone(), RowEdit { path: slot.path.to_owned(), kind });
    Callback::from(move |_| row.emit(edit.clone()))
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
        is_slotted: false,
        lang: slot.lang,
        disabled: slot.disabled,
        handlers: slot.handlers,
    })
}
