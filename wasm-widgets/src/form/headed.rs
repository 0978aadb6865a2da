//! Fields under the headings that their printed names begin with: 批后公布：规划文本 stands under 批后公布.

use gongkai_core::compile::FormField;
use yew::prelude::*;

use super::shown::control_id;

/// Draws the fields in their order; those that follow each other under one heading stand in one group.
pub(super) fn headed(fields: &[FormField], draw: impl Fn(&FormField) -> Html) -> Html {
    let groups = fields.chunk_by(|one, next| one.group.is_some() && one.group == next.group);
    html! { <>{ for groups.map(|fields| group(fields, &draw)) }</> }
}

fn group(fields: &[FormField], draw: &impl Fn(&FormField) -> Html) -> Html {
    let Some((heading, first)) = fields.first().and_then(|first| Some((first.group.clone()?, first))) else {
        return html! { <>{ for fields.iter().map(draw) }</> };
    };
    let id = format!("{}-heading", control_id(&first.path));
    html! {
        <div key={id.clone()} class="headed" role="group" aria-labelledby={id.clone()}>
            <h3 id={id}>{ heading }</h3>
            { for fields.iter().map(draw) }
        </div>
    }
}
