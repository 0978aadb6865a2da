//! Amounts of money: a decimal and a unit.

use gongkai_core::blank::is_blank;
use gongkai_core::compile::Control;
use gongkai_core::field::MONEY_UNITS;
use gongkai_core::text::part_name;
use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::shown;
use crate::form::field::{Handlers, Slot};
use crate::form::shown::control_id;
use crate::input::{Native, TextInput};

pub(super) fn amount(slot: &Slot<'_>, unit: &str) -> Html {
    html! {
        <Amount path={slot.path.to_owned()} value={slot.value.clone()} usual_unit={unit.to_owned()}
            label={slot.label.to_owned()} described_by={slot.described_by.clone()} invalid={slot.invalid}
            required={slot.required} disabled={slot.disabled} handlers={slot.handlers.clone()}
            amount_name={part_name("amount", slot.lang).to_owned()} unit_name={part_name("unit", slot.lang).to_owned()} />
    }
}

#[derive(Properties, PartialEq)]
struct AmountProps {
    path: String,
    value: Value,
    usual_unit: String,
    label: String,
    described_by: Option<AttrValue>,
    invalid: bool,
    required: bool,
    disabled: bool,
    handlers: Handlers,
    amount_name: String,
    unit_name: String,
}

#[component]
fn Amount(props: &AmountProps) -> Html {
    // A unit without an amount is no value; until there is one, the choice of unit is kept here.
    let chosen = use_state(|| props.usual_unit.clone());
    let unit = props.value["unit"].as_str().map_or_else(|| (*chosen).clone(), str::to_owned);
    let amount_path = format!("{}/amount", props.path);
    let (amount_id, unit_id) = (control_id(&amount_path), control_id(&format!("{}/unit", props.path)));

    let on_input = {
        let (path, unit, input) = (props.path.clone(), unit.clone(), props.handlers.input.clone());
        Callback::from(move |amount: String| {
            let value = if amount.is_empty() { Value::Null } else { json!({ "amount": amount, "unit": unit }) };
            input.emit((path.clone(), value));
        })
    };
    let on_commit = {
        let (path, commit) = (amount_path, props.handlers.commit.clone());
        Callback::from(move |()| commit.emit((path.clone(), Control::Money)))
    };
    let onchange = {
        let (path, input) = (props.path.clone(), props.handlers.input.clone());
        let amount = props.value["amount"].clone();
        Callback::from(move |event: Event| {
            let unit = event.target_unchecked_into::<HtmlSelectElement>().value();
            chosen.set(unit.clone());
            if !is_blank(&amount) {
                input.emit((path.clone(), json!({ "amount": amount, "unit": unit })));
            }
        })
    };
    html! {
        <div class="pair short">
            <div>
                <label class="hidden" for={amount_id.clone()}>{ &props.amount_name }</label>
                <TextInput id={amount_id} value={shown(&props.value["amount"])}
                    native={Native::Input { kind: "text", mode: Some("decimal") }}
                    described_by={props.described_by.clone()} invalid={props.invalid} required={props.required}
                    disabled={props.disabled} {on_input} {on_commit} />
            </div>
            <div class="small">
                <label class="hidden" for={unit_id.clone()}>{ &props.unit_name }</label>
                <select id={unit_id} part="input" disabled={props.disabled} {onchange}>
                    { for MONEY_UNITS.iter().map(|name| html! {
                        <option value={*name} selected={*name == unit}>{ *name }</option>
                    }) }
                </select>
            </div>
        </div>
    }
}
