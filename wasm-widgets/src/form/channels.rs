//! The ledger of channels: which were used, when, and the proof.

use gongkai_core::compile::{Control, FormField};
use gongkai_core::envelope::channel_fields;
use gongkai_core::pack::Channel;
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::{Lang, part_name};
use serde_json::{Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::{Handlers, Labelled, issue_list, view};
use super::posting::{self, IS_TEXT};
use super::shown::{Shown, control_id};
use crate::text;

const PATH: &str = "/channels";

/// Properties of [`Channels`].
#[derive(Properties, PartialEq)]
pub(super) struct ChannelsProps {
    pub offered: Vec<Channel>,
    pub value: Value,
    pub issues: Vec<Shown>,
    pub lang: Lang,
    pub disabled: bool,
    pub handlers: Handlers,
}

/// The ledger. Channels of the entry that the guideline does not name are shown too.
#[component]
pub(super) fn Channels(props: &ChannelsProps) -> Html {
    let lang = props.lang;
    let used = props.value.as_array().map_or(&[][..], Vec::as_slice);
    let name_of = |entry: &Value| entry["channel"].as_str().unwrap_or_default().to_owned();
    let mut names: Vec<(String, bool)> =
        props.offered.iter().map(|channel| (channel.name.clone(), channel.required)).collect();
    for name in used.iter().map(name_of) {
        if !name.is_empty() && !names.iter().any(|(known, _)| *known == name) {
            names.push((name, false));
        }
    }
    if names.is_empty() {
        return Html::default();
    }
    let own: Vec<&Shown> = props.issues.iter().filter(|issue| issue.path == PATH).collect();
    let id = control_id(PATH);
    let (hint_id, issue_id) = (format!("{id}-hint"), format!("{id}-issue"));
    let described_by = if own.is_empty() { hint_id.clone() } else { format!("{hint_id} {issue_id}") };
    html! {
        <fieldset class={classes!("field", own.iter().any(|issue| issue.is_error()).then_some("wrong"))} part="field" {id} tabindex="-1"
            aria-describedby={described_by} data-path={PATH}>
            <legend class="label" part="label">{ text::channels(lang) }</legend>
            <p class="hint" part="hint" id={hint_id}>{ text::channels_help(lang) }</p>
            { issue_list(&own, &issue_id, lang, &props.handlers) }
            { for names.iter().enumerate().map(|(number, (name, required))| {
                let place = used.iter().position(|entry| name_of(entry) == *name);
                // Without scripts day and proof are there from the start.
                let place = place.or((IS_TEXT).then_some(used.len() + number));
                channel(props, used, number, name, *required, place)
            }) }
        </fieldset>
    }
}

fn channel(
    props: &ChannelsProps,
    used: &[Value],
    number: usize,
    name: &str,
    required: bool,
    place: Option<usize>,
) -> Html {
    let lang = props.lang;
    let onchange = {
        let (used, name) = (used.to_vec(), name.to_owned());
        let (input, commit) = (props.handlers.input.clone(), props.handlers.commit.clone());
        Callback::from(move |event: Event| {
            let ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
            let mut used = used.clone();
            used.retain(|entry| entry["channel"].as_str() != Some(name.as_str()));
            if ticked {
                used.push(json!({ "channel": name }));
            }
            input.emit((PATH.to_owned(), Value::Array(used)));
            commit.emit((PATH.to_owned(), Control::Checkboxes));
        })
    };
    let is_used = place.is_some_and(|place| place < used.len());
    let posted = place.and_then(|place| posting::name(&format!("{PATH}/{place}/channel")));
    html! {
        <div class="channel" key={name.to_owned()}>
            <label class="option">
                <input type="checkbox" part="input" id={format!("channel-{number}")} name={posted}
                    value={IS_TEXT.then(|| name.to_owned())} checked={is_used}
                    disabled={props.disabled} {onchange} />
                <span>{ name }if required { <span class="optional">{ format!("（{}）", text::required_channel(lang)) }</span> }</span>
            </label>
            if let Some(place) = place {
                <div class="pair">
                    { for channel_fields().iter().skip(1).map(|field| {
                        let path = format!("{PATH}/{place}/{}", field.key);
                        let issues: Vec<Shown> = props.issues.iter()
                            .filter(|issue| is_at_or_below(&issue.path, &path)).cloned().collect();
                        view(&Labelled {
                            field: &FormField::cell(field, Control::of(&field.kind)),
                            path: &path,
                            label: part_name(&field.name, lang),
                            hint: None,
                            value: used.get(place).map_or(&Value::Null, |used| &used[field.key.as_str()]),
                            issues: &issues,
                            uploads: None,
                            is_slotted: false,
                            lang,
                            disabled: props.disabled,
                            handlers: &props.handlers,
                        })
                    }) }
                </div>
            }
        </div>
    }
}
