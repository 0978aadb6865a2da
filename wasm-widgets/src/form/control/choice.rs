//! Choosing: select, radio buttons, checkboxes, yes or no.

use gongkai_core::compile::Control;
use gongkai_core::posted::OTHER_CHOICE;
use gongkai_core::text::value_name;
use serde_json::{Value, json};
use web_sys::{FocusEvent, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::shown;
use crate::form::field::{Slot, on_leave, on_value};
use crate::form::posting::{IS_TEXT, name, name_of_other};
use crate::input::TextInput;
use crate::text;

pub(super) fn radios(slot: &Slot<'_>, choices: &[String]) -> Html {
    let options: Vec<(String, Value)> =
        choices.iter().map(|choice| (value_name(choice, slot.lang).to_owned(), json!(choice))).collect();
    radio_group(slot, options)
}

pub(super) fn yes_no(slot: &Slot<'_>) -> Html {
    let options =
        vec![(text::yes(slot.lang).to_owned(), json!(true)), (text::no(slot.lang).to_owned(), json!(false))];
    radio_group(slot, options)
}

fn radio_group(slot: &Slot<'_>, options: Vec<(String, Value)>) -> Html {
    let buttons = options.iter().enumerate().map(|(index, (words, value))| {
        html! {
            <label class="option">
                <input type="radio" part="input" id={format!("{}-{index}", slot.id)}
                    name={name(slot.path).unwrap_or_else(|| slot.id.clone().into())} value={shown(value)} checked={slot.value == value}
                    disabled={slot.disabled} aria-describedby={slot.described_by.clone()} />
                { words }
            </label>
        }
    });
    let buttons: Vec<Html> = buttons.collect();
    // One listener for all of them: a listener costs more than the control that it listens to.
    let onchange = on_value(slot, move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlInputElement>().value();
        options
            .iter()
            .find(|(_, value)| shown(value) == chosen)
            .map_or(Value::Null, |(_, value)| value.clone())
    });
    html! {
        <div class="options" {onchange} onfocusout={leave(slot, Control::Radios)}>{ for buttons }</div>
    }
}

fn leave(slot: &Slot<'_>, control: Control) -> Callback<FocusEvent> {
    let leave = on_leave(slot, control);
    Callback::from(move |_| leave.emit(()))
}

/// A select; an open one has a last choice that shows a line for another value.
///
/// An empty text stands for a value outside the list that is still to be typed; null for none.
pub(super) fn select(slot: &Slot<'_>, choices: &[String], open: bool) -> Html {
    let value = shown(slot.value);
    let is_listed = choices.iter().any(|choice| *choice == value.as_str());
    // A value outside a closed list is shown too: it is wrong, but it is what the entry holds.
    let is_other = !is_listed && !slot.value.is_null();
    let awaits_other = is_other && value.is_empty();
    let onchange = on_value(slot, move |event: Event| {
        match event.target_unchecked_into::<HtmlSelectElement>().value().as_str() {
            "" => Value::Null,
            OTHER_CHOICE => json!(""),
            chosen => json!(chosen),
        }
    });
    let onfocusout = {
        let on_leave = on_leave(slot, Control::Select);
        Callback::from(move |_: FocusEvent| {
            // On the way from the select to the line for another value nothing is missing yet.
            if !awaits_other {
                on_leave.emit(());
            }
        })
    };
    let other = text::other_value(slot.lang);
    // Without scripts the line is there from the start.
    let input = (is_other || (IS_TEXT && open)).then(|| TextInput {
        name: name_of_other(slot.path),
        class: Some("short"),
        label: Some(format!("{} {other}", slot.label).into()),
        on_commit: on_leave(slot, Control::Select),
        ..slot.text_input(
            format!("{}-other", slot.id),
            if is_other { value.clone() } else { AttrValue::default() },
            on_value(slot, Value::String),
        )
    });
    html! {
        <>
            <select id={slot.id.clone()} name={name(slot.path)} class="short" part="input" disabled={slot.disabled}
                aria-describedby={slot.described_by.clone()} aria-invalid={slot.invalid.then_some("true")}
                aria-required={slot.required.then_some("true")} {onchange} {onfocusout}>
                <option value="" selected={slot.value.is_null()}>{ text::please_choose(slot.lang) }</option>
                { for choices.iter().map(|choice| option(choice.clone().into(), choice == value.as_str(), choice)) }
                if open || is_other { { option(OTHER_CHOICE.into(), is_other, other) } }
            </select>
            if let Some(input) = input { <div class="other">{ input.view() }</div> }
        </>
    }
}

/// One choice of a select.
pub(super) fn option(value: AttrValue, selected: bool, name: &str) -> Html {
    html! { <option {value} {selected}>{ name }</option> }
}

pub(super) fn checkboxes(slot: &Slot<'_>, choices: &[String], open: bool) -> Html {
    let chosen: Vec<String> =
        slot.value.as_array().into_iter().flatten().map(|value| shown(value).to_string()).collect();
    let others: Vec<&str> =
        chosen.iter().filter(|value| !choices.contains(value)).map(String::as_str).collect();
    let other_id = format!("{}-other", slot.id);
    let input = (open || !others.is_empty()).then(|| {
        let listed: Vec<String> = chosen.iter().filter(|value| choices.contains(value)).cloned().collect();
        let on_input = on_value(slot, move |text: String| {
            let others = text.split('、').map(str::to_owned);
            // A separator at the end is the beginning of the next value.
            let others = others.filter(|other| !other.is_empty() || text.ends_with('、'));
            json!(listed.iter().cloned().chain(others).collect::<Vec<_>>())
        });
        TextInput {
            name: name_of_other(slot.path),
            described_by: None,
            invalid: false,
            on_commit: on_leave(slot, Control::Checkboxes),
            ..slot.text_input(other_id.clone(), others.join("、").into(), on_input)
        }
    });
    let onchange = {
        let (chosen, order) = (chosen.clone(), choices.to_vec());
        on_value(slot, move |event: Event| {
            let ticked: HtmlInputElement = event.target_unchecked_into();
            json!(toggled(&chosen, &ticked.value(), ticked.checked(), &order))
        })
    };
    html! {
        <>
            <div class="options" {onchange} onfocusout={leave(slot, Control::Checkboxes)}>
                { for choices.iter().enumerate().map(|(index, choice)| html! {
                    <label class="option">
                        <input type="checkbox" part="input" id={format!("{}-{index}", slot.id)} name={name(slot.path)} value={choice.clone()}
                            checked={chosen.contains(choice)} disabled={slot.disabled}
                            aria-describedby={slot.described_by.clone()} />
                        { choice }
                    </label>
                }) }
            </div>
            if let Some(input) = input {
                <div class="other">
                    <label for={other_id}>{ text::other_values(slot.lang) }</label>
                    { input.view() }
                </div>
            }
        </>
    }
}

/// The chosen values after one was ticked or not; listed values keep the order of the list.
fn toggled(chosen: &[String], name: &str, ticked: bool, order: &[String]) -> Vec<String> {
    let is_on = |choice: &String| if choice == name { ticked } else { chosen.contains(choice) };
    let listed = order.iter().filter(|choice| is_on(choice)).cloned();
    let others = chosen.iter().filter(|value| !order.contains(value)).cloned();
    listed.chain(others).collect()
}
