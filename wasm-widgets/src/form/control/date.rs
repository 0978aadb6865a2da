//! Days: typed in any customary way, or picked with the browser's own picker.

use gongkai_core::compile::Control;
use gongkai_core::date;
use gongkai_core::text::part_name;
use serde_json::Value;
use web_sys::Element;
use yew::prelude::*;

use super::shown;
use crate::boundary::pick_day;
use crate::form::field::{Slot, on_leave, on_value};
use crate::form::posting::{IS_TEXT, name};
use crate::form::shown::control_id;
use crate::input::{Native, TextInput};
use crate::text;

pub(super) fn day(slot: &Slot<'_>) -> Html {
    one(slot, slot.id.clone(), None, Control::Date)
}

/// From one day to another.
pub(super) fn period(slot: &Slot<'_>) -> Html {
    let part = |key: &'static str| {
        let path = format!("{}/{key}", slot.path);
        let id = control_id(&path);
        let label = part_name(key, slot.lang);
        let value = &slot.value[key];
        let invalid = slot
            .issues
            .iter()
            .any(|issue| issue.is_error() && (issue.path == path || issue.path == slot.path));
        let part = Slot {
            path: &path,
            id: id.clone(),
            label,
            value,
            described_by: slot.described_by.clone(),
            invalid,
            required: slot.required,
            disabled: slot.disabled,
            lang: slot.lang,
            issues: &[],
            uploads: None,
            handlers: slot.handlers,
        };
        html! {
            <div>
                <label for={id.clone()}>{ label }</label>
                { one(&part, id, Some(label), Control::DateRange) }
            </div>
        }
    };
    html! { <div class="pair">{ part("start") }{ part("end") }</div> }
}

fn one(slot: &Slot<'_>, id: String, label: Option<&str>, control: Control) -> Html {
    let words = label.map_or_else(|| slot.label.to_owned(), |label| format!("{} {label}", slot.label));
    let pick_label = format!("{} {words}", text::pick_date(slot.lang));
    let input = TextInput {
        name: name(slot.path),
        native: Native::Input { kind: "text", mode: Some("numeric") },
        placeholder: Some(text::date_placeholder(slot.lang).into()),
        required: slot.required,
        on_commit: on_leave(slot, control),
        ..slot.text_input(id, shown(slot.value), on_value(slot, Value::String))
    };
    html! {
        <div class="with-button">
            { input.view() }
            if !IS_TEXT { { picker(&pick_label, shown(slot.value), slot.disabled, pick(slot, control)) } }
        </div>
    }
}

fn pick(slot: &Slot<'_>, control: Control) -> Callback<String> {
    let (input, leave) = (on_value(slot, Value::String), on_leave(slot, control));
    Callback::from(move |day| {
        input.emit(day);
        leave.emit(());
    })
}

/// A button that opens the browser's picker.
fn picker(label: &str, value: AttrValue, disabled: bool, on_pick: Callback<String>) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        // A date control takes whole days alone, and says so in the console otherwise.
        let day = if date::parse(&value).is_some() { value.as_str() } else { "" };
        if let Some(button) =
            event.target_dyn_into::<Element>().and_then(|target| target.closest("button").ok()?)
        {
            let on_pick = on_pick.clone();
            pick_day(&button, day, move |day| on_pick.emit(day));
        }
    });
    html! {
        <button type="button" part="button" aria-label={label.to_owned()} {disabled} {onclick}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 2v2H4v17h16V4h-3V2h-2v2H9V2zm-1 8h12v9H6z" /></svg>
        </button>
    }
}
