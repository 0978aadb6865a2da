//! Amounts of money: a decimal and a unit.

use gongkai_core::blank::is_blank;
use gongkai_core::compile::Control;
use gongkai_core::field::MONEY_UNITS;
use gongkai_core::text::part_name;
use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::choice::option;
use super::shown;
use crate::form::field::{Slot, on_value};
use crate::form::posting::name;
use crate::form::shown::control_id;
use crate::input::{Native, TextInput};

pub(super) fn amount(slot: &Slot<'_>, usual_unit: &str) -> Html {
    let amount = &slot.value["amount"];
    let unit = slot.value["unit"].as_str().unwrap_or(usual_unit);
    let amount_path = format!("{}/amount", slot.path);
    let unit_path = format!("{}/unit", slot.path);
    let (amount_id, unit_id) = (control_id(&amount_path), control_id(&unit_path));
    let (amount_name, unit_name) = (name(&amount_path), name(&unit_path));
    // A unit without an amount is no value; until there is one, the page alone knows the unit that was chosen.
    let units = NodeRef::default();
    let on_input = {
        let (units, unit) = (units.clone(), unit.to_owned());
        on_value(slot, move |amount: String| {
            let unit = units.cast::<HtmlSelectElement>().map_or_else(|| unit.clone(), |units| units.value());
            if amount.is_empty() { Value::Null } else { money(json!(amount), unit) }
        })
    };
    let on_commit = {
        let commit = slot.handlers.commit.clone();
        Callback::from(move |()| commit.emit((amount_path.clone(), Control::Money)))
    };
    let onchange = {
        let amount = amount.clone();
        on_value(slot, move |event: Event| {
            let unit = event.target_unchecked_into::<HtmlSelectElement>().value();
            if is_blank(&amount) { Value::Null } else { money(amount.clone(), unit) }
        })
    };
    let input = TextInput {
        name: amount_name,
        native: Native::Input { kind: "text", mode: Some("decimal") },
        required: slot.required,
        on_commit,
        ..slot.text_input(amount_id.clone(), shown(amount), on_input)
    };
    html! {
        <div class="pair short">
            <div>
                <label class="hidden" for={amount_id}>{ part_name("amount", slot.lang) }</label>
                { input.view() }
            </div>
            <div class="small">
                <label class="hidden" for={unit_id.clone()}>{ part_name("unit", slot.lang) }</label>
                <select ref={units} id={unit_id} name={unit_name} part="input" disabled={slot.disabled} {onchange}>
                    { for MONEY_UNITS.iter().map(|known| option(AttrValue::Static(known), *known == unit, known)) }
                </select>
            </div>
        </div>
    }
}

fn money(amount: Value, unit: String) -> Value {
    json!({ "amount": amount, "unit": unit })
}
