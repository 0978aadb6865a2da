//! Values that the item has no field for: shown, so that they can be removed, and never lost unasked.

use gongkai_core::text::Lang;
use yew::prelude::*;

use super::field::Handlers;
use super::posting::{Act, BUTTON, asks};
use super::state::State;
use crate::json::to_json;
use crate::text;

/// The list of such values; empty when there are none.
pub(super) fn foreign_values(state: &State, lang: Lang, disabled: bool, handlers: &Handlers) -> Html {
    let Some(elements) = state.entry["elements"].as_object() else {
        return Html::default();
    };
    let is_known = |key: &str| state.places.has_element(key);
    let foreign: Vec<(&String, String)> =
        elements.iter().filter(|(key, _)| !is_known(key)).map(|(key, value)| (key, to_json(value))).collect();
    if foreign.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section foreign" part="section">
            <p class="issue">{ text::foreign_values(lang) }</p>
            <ul>
                { for foreign.into_iter().map(|(key, value)| {
                    let (path, remove) = (format!("/elements/{key}"), handlers.remove.clone());
                    let (asked, act) = asks(|| Act::Remove(path.clone()));
                    let onclick = Callback::from(move |_: MouseEvent| remove.emit(path.clone()));
                    html! {
                        <li>
                            <code>{ key }</code><span>{ value }</span>
                            <button type={BUTTON} name={asked} value={act} class="remove" part="button" {disabled} {onclick}>
                                { text::remove_value(key, lang) }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
