//! What stands above the menu: the filter, the axis, and whether only open items are shown.

use gongkai_core::text::Lang;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::app::NavMessage;
use super::axis::Axis;
use crate::input::{Composing, Native, TextInput};
use crate::text;

/// Properties of [`Controls`].
#[derive(Properties, PartialEq)]
pub(super) struct ControlsProps {
    pub composing: Composing,
    pub lang: Lang,
    pub filter: String,
    /// What was found, in words.
    pub found: String,
    /// What the reader can choose from; fewer than two are no choice.
    pub axes: Vec<Axis>,
    pub axis: Axis,
    /// Whether only open items are shown; `None`: nothing is known of them.
    pub only_open: Option<bool>,
    pub on_message: Callback<NavMessage>,
}

/// Draws the controls.
#[component]
pub(super) fn Controls(props: &ControlsProps) -> Html {
    let ControlsProps { composing, lang, filter, found, axes, axis, only_open, on_message } = props;
    let lang = *lang;
    let clear = on_message.reform(|_: MouseEvent| NavMessage::Escape);
    let choose = {
        let (axes, on_message) = (axes.clone(), on_message.clone());
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(axis) = Axis::named(&name).filter(|axis| axes.contains(axis)) {
                on_message.emit(NavMessage::Axis(axis));
            }
        })
    };
    let tick = on_message.reform(|event: Event| {
        NavMessage::OnlyOpen(event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    let input = TextInput {
        native: Native::Input { kind: "text", mode: Some("search") },
        placeholder: Some(text::filter_placeholder(lang).into()),
        ..TextInput::line(composing, "filter", filter.clone().into(), on_message.reform(NavMessage::Filter))
    };
    html! {
        <div class="controls" part="filter">
            <div class="filter">
                <label for="filter">{ text::filter(lang) }</label>
                <div class="bar">
                    { input.view() }
                    if !filter.is_empty() {
                        <button type="button" part="button" onclick={clear}>{ text::clear_filter(lang) }</button>
                    }
                </div>
            </div>
            if axes.len() > 1 {
                <div class="axis">
                    <label for="axis">{ text::axis(lang) }</label>
                    <select id="axis" part="axis" onchange={choose}>
                        { for axes.iter().map(|known| html! {
                            <option value={known.name()} selected={known == axis}>{ known.label(lang) }</option>
                        }) }
                    </select>
                </div>
            }
            if let Some(only_open) = *only_open {
                <label class="only-open">
                    <input type="checkbox" id="only-open" checked={only_open} onchange={tick} />
                    { text::only_open(lang) }
                </label>
            }
            <p class="found" role="status">{ found }</p>
        </div>
    }
}
