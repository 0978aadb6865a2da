//! Controls for typing: one line, several lines, numbers, telephone numbers, addresses, lists.

use gongkai_core::compile::Control;
use serde_json::{Value, json};
use yew::prelude::*;

use super::shown;
use crate::form::field::{Slot, on_leave, on_value};
use crate::form::posting::name;
use crate::input::{Native, TextInput};

pub(super) fn line(slot: &Slot<'_>) -> Html {
    text(slot, Native::LINE, None, Control::Line)
}

pub(super) fn area(slot: &Slot<'_>) -> Html {
    text(slot, Native::Area { rows: 4 }, None, Control::TextArea)
}

pub(super) fn phone(slot: &Slot<'_>) -> Html {
    let native = Native::Input { kind: "tel", mode: None };
    text(slot, native, Some("short"), Control::Telephone)
}

pub(super) fn address(slot: &Slot<'_>) -> Html {
    // Not type=url: the browser's own idea of an address differs from the rule.
    let native = Native::Input { kind: "text", mode: Some("url") };
    text(slot, native, None, Control::Address)
}

fn text(slot: &Slot<'_>, native: Native, class: Option<&'static str>, control: Control) -> Html {
    control_of(slot, native, class, control, shown(slot.value), on_value(slot, Value::String))
}

pub(super) fn number(slot: &Slot<'_>, unit: Option<&str>) -> Html {
    let native = Native::Input { kind: "text", mode: Some("decimal") };
    // While typing only what reads the same as number and as text becomes a number, so that nothing jumps.
    let read = on_value(slot, |text: String| match text.parse::<serde_json::Number>() {
        Ok(number) if number.to_string() == text => Value::Number(number),
        _ => Value::String(text),
    });
    let input = control_of(slot, native, None, Control::Number, shown(slot.value), read);
    html! {
        <div class="with-unit">{ input }if let Some(unit) = unit { <span>{ unit }</span> }</div>
    }
}

/// One value on each line of a text area.
pub(super) fn lines(slot: &Slot<'_>) -> Html {
    let text = match slot.value {
        Value::Array(lines) => {
            let lines: Vec<_> = lines.iter().map(|line| shown(line).to_string()).collect();
            AttrValue::from(lines.join("\n"))
        }
        other => shown(other),
    };
    let read = on_value(slot, |text: String| {
        if text.is_empty() { Value::Null } else { json!(text.split('\n').collect::<Vec<_>>()) }
    });
    control_of(slot, Native::Area { rows: 4 }, None, Control::Lines, text, read)
}

fn control_of(
    slot: &Slot<'_>,
    native: Native,
    class: Option<&'static str>,
    control: Control,
    value: AttrValue,
    on_input: Callback<String>,
) -> Html {
    let placeholder =
        (control == Control::Lines).then(|| AttrValue::from(crate::text::one_per_line(slot.lang)));
    let input = TextInput {
        name: name(slot.path),
        native,
        class,
        placeholder,
        required: slot.required,
        on_commit: on_leave(slot, control),
        ..slot.text_input(slot.id.clone(), value, on_input)
    };
    input.view()
}
