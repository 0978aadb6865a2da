//! Fields under the headings that their printed names begin with: 批后公布：规划文本 stands under 批后公布.

use gongkai_core::compile::FormField;
use yew::prelude::*;

use super::shown::control_id;

/// Draws the fields, each given with its number, in their order; those that follow each other under one heading stand in one group.
pub(super) fn headed(fields: &[FormField], draw: impl Fn(usize, &FormField) -> Html) -> Html {
    let groups = fields.chunk_by(|one, next| one.group.is_some() && one.group == next.group);
    let mut number = 0;
    let groups = groups.map(|fields| {
        let first = number;
        number += fields.len();
        group(fields, |offset, field| draw(first + offset, field))
    });
    html! { <>{ for groups }</> }
}

fn group(fields: &[FormField], draw: impl Fn(usize, &FormField) -> Html) -> Html {
    let drawn = fields.iter().enumerate().map(|(offset, field)| draw(offset, field));
    let Some((heading, first)) = fields.first().and_then(|first| Some((first.group.clone()?, first))) else {
        return html! { <>{ for drawn }</> };
    };
    let id = format!("{}-heading", control_id(&first.path));
    html! {
        <div key={id.clone()} class="headed" role="group" aria-labelledby={id.clone()}>
            <h3 id={id}>{ heading }</h3>
            { for drawn }
        </div>
    }
}
