//! Choosing: select, radio buttons, checkboxes, yes or no.

use gongkai_core::compile::Control;
use gongkai_core::text::value_name;
use serde_json::{Value, json};
use web_sys::{FocusEvent, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::shown;
use crate::form::field::{Slot, on_leave, on_value};
use crate::input::{Native, TextInput};
use crate::text;

/// What a select calls the choice of a value outside its list; no value of a list is the same.
const OTHER: &str = "\u{1}other";

pub(super) fn radios(slot: &Slot<'_>, choices: &[String]) -> Html {
    let options: Vec<(String, Value)> = choices
        .iter()
        .map(|choice| (value_name(choice, slot.lang).to_owned(), json!(choice)))
        .collect();
    radio_group(slot, options)
}

pub(super) fn yes_no(slot: &Slot<'_>) -> Html {
    let options = vec![
        (text::yes(slot.lang).to_owned(), json!(true)),
        (text::no(slot.lang).to_owned(), json!(false)),
    ];
    radio_group(slot, options)
}

fn radio_group(slot: &Slot<'_>, options: Vec<(String, Value)>) -> Html {
    html! {
        <div class="options">
            { for options.into_iter().enumerate().map(|(index, (name, value))| {
                let checked = *slot.value == value;
                let onchange = on_value(slot, move |_: Event| value.clone());
                html! {
                    <label class="option">
                        <input type="radio" part="input" id={format!("{}-{index}", slot.id)} name={slot.id.clone()} {checked}
                            disabled={slot.disabled} aria-describedby={slot.described_by.clone()}
                            {onchange} onfocusout={leave(slot, Control::Radios)} />
                        <span>{ name }</span>
                    </label>
                }
            }) }
        </div>
    }
}

fn leave(slot: &Slot<'_>, control: Control) -> Callback<FocusEvent> {
    let leave = on_leave(slot, control);
    Callback::from(move |_| leave.emit(()))
}

pub(super) fn select(slot: &Slot<'_>, choices: &[String], open: bool) -> Html {
    html! {
        <Select id={slot.id.clone()} label={slot.label.to_owned()} value={shown(slot.value)} choices={choices.to_vec()} {open}
            described_by={slot.described_by.clone()} invalid={slot.invalid} required={slot.required}
            disabled={slot.disabled} placeholder={text::please_choose(slot.lang)} other={text::other_value(slot.lang)}
            on_value={on_value(slot, |text: String| if text.is_empty() { Value::Null } else { Value::String(text) })}
            on_leave={on_leave(slot, Control::Select)} />
    }
}

#[derive(Properties, PartialEq)]
struct SelectProps {
    id: String,
    label: String,
    value: AttrValue,
    choices: Vec<String>,
    open: bool,
    described_by: Option<AttrValue>,
    invalid: bool,
    required: bool,
    disabled: bool,
    placeholder: AttrValue,
    other: AttrValue,
    on_value: Callback<String>,
    on_leave: Callback<()>,
}

/// A select; an open one has a last choice that shows a line for another value.
#[component]
fn Select(props: &SelectProps) -> Html {
    let wants_other = use_state(|| false);
    let is_listed = props.choices.iter().any(|choice| *choice == props.value.as_str());
    // A value outside a closed list is shown too: it is wrong, but it is what the entry holds.
    let is_other = !is_listed && (!props.value.is_empty() || *wants_other);
    let onchange = {
        let (wants_other, on_value) = (wants_other.clone(), props.on_value.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            wants_other.set(chosen == OTHER);
            on_value.emit(if chosen == OTHER { String::new() } else { chosen });
        })
    };
    let onfocusout = {
        let on_leave = props.on_leave.clone();
        let waits = *wants_other;
        Callback::from(move |_: FocusEvent| {
            // On the way from the select to the line for another value nothing is missing yet.
            if !waits {
                on_leave.emit(());
            }
        })
    };
    html! {
        <>
            <select id={props.id.clone()} class="short" part="input" disabled={props.disabled}
                aria-describedby={props.described_by.clone()} aria-invalid={props.invalid.then_some("true")}
                aria-required={props.required.then_some("true")} {onchange} {onfocusout}>
                <option value="" selected={props.value.is_empty() && !*wants_other}>{ &props.placeholder }</option>
                { for props.choices.iter().map(|choice| html! {
                    <option value={choice.clone()} selected={*choice == props.value.as_str()}>{ choice }</option>
                }) }
                if props.open || is_other {
                    <option value={OTHER} selected={is_other}>{ &props.other }</option>
                }
            </select>
            if is_other {
                <div class="other">
                    <TextInput id={format!("{}-other", props.id)} value={props.value.clone()} native={Native::LINE}
                        class={classes!("short")} label={format!("{} {}", props.label, props.other)}
                        described_by={props.described_by.clone()} invalid={props.invalid} disabled={props.disabled}
                        on_input={props.on_value.clone()} on_commit={props.on_leave.clone()} />
                </div>
            }
        </>
    }
}

pub(super) fn checkboxes(slot: &Slot<'_>, choices: &[String], open: bool) -> Html {
    let chosen: Vec<String> = slot
        .value
        .as_array()
        .into_iter()
        .flatten()
        .map(|value| shown(value).to_string())
        .collect();
    let others: Vec<&str> = chosen
        .iter()
        .filter(|value| !choices.contains(value))
        .map(String::as_str)
        .collect();
    let other_id = format!("{}-other", slot.id);
    html! {
        <>
            <div class="options">
                { for choices.iter().enumerate().map(|(index, choice)| {
                    let checked = chosen.contains(choice);
                    let (chosen, name, order) = (chosen.clone(), choice.clone(), choices.to_vec());
                    let onchange = on_value(slot, move |event: Event| {
                        let ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
                        json!(toggled(&chosen, &name, ticked, &order))
                    });
                    html! {
                        <label class="option">
                            <input type="checkbox" part="input" id={format!("{}-{index}", slot.id)} {checked} disabled={slot.disabled}
                                aria-describedby={slot.described_by.clone()} {onchange}
                                onfocusout={leave(slot, Control::Checkboxes)} />
                            <span>{ choice }</span>
                        </label>
                    }
                }) }
            </div>
            if open || !others.is_empty() {
                <div class="other">
                    <label for={other_id.clone()}>{ text::other_values(slot.lang) }</label>
                    <TextInput id={other_id} value={others.join("、")} native={Native::LINE}
                        disabled={slot.disabled} on_input={{
                            let listed: Vec<String> = chosen.iter().filter(|value| choices.contains(value)).cloned().collect();
                            on_value(slot, move |text: String| {
                                let others = text.split('、').map(str::to_owned);
                                // A separator at the end is the beginning of the next value.
                                let others = others.filter(|other| !other.is_empty() || text.ends_with('、'));
                                json!(listed.iter().cloned().chain(others).collect::<Vec<_>>())
                            })
                        }} on_commit={on_leave(slot, Control::Checkboxes)} />
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
