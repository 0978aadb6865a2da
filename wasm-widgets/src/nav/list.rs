//! The menu as buttons that open lists of links.

use yew::prelude::*;

use super::axis::{Axis, Group};
use super::look::Look;

/// Draws a group as a button that opens its lists.
pub(super) fn group_view(
    group: &Group<'_>,
    is_open: bool,
    look: &Look<'_>,
    on_toggle: &Callback<String>,
) -> Html {
    let list_id = ["d-", &group.id].concat();
    let onclick = {
        let (id, on_toggle) = (group.id.clone(), on_toggle.clone());
        Callback::from(move |_: MouseEvent| on_toggle.emit(id.clone()))
    };
    html! {
        <li class="domain" key={group.id.clone()}>
            <button type="button" part="domain" aria-expanded={if is_open { "true" } else { "false" }}
                aria-controls={is_open.then(|| list_id.clone())} {onclick}>
                { look.name(group.name, group.pinyin) }
                { look.states.view_totals(group.leaves(), look.lang) }
            </button>
            if is_open {
                <ul class="categories" id={list_id}>
                    { for group.sections.iter().enumerate().map(|(number, section)| {
                        let heading = ["c-", &group.id, "-", &number.to_string()].concat();
                        html! {
                            <li class="category">
                                <p class="heading">
                                    <span id={heading.clone()} part="category">{ look.name(section.name, "") }</span>
                                    if !look.states.is_empty() {
                                        { look.states.view_totals(section.leaves.iter(), look.lang) }
                                    }
                                </p>
                                <ul aria-labelledby={heading}>
                                    { for section.leaves.iter().map(|leaf| html! {
                                        <li>{ look.link(leaf, None, false) }</li>
                                    }) }
                                </ul>
                            </li>
                        }
                    }) }
                </ul>
            }
        </li>
    }
}

/// Draws a group that needs no button: the items that are used most.
pub(super) fn flat_view(group: &Group<'_>, look: &Look<'_>) -> Html {
    html! {
        <li class="domain" key={Axis::Frequent.name()}>
            <ul class="categories flat" aria-label={group.name.to_owned()}>
                { for group.leaves().map(|leaf| html! { <li class="category">{ look.link(leaf, None, true) }</li> }) }
            </ul>
        </li>
    }
}
