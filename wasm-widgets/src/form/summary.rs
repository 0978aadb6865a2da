//! The summary of the issues that keep an entry from being published: how many, and a link to each.

use gongkai_core::compile::FormModel;
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use yew::prelude::*;

use super::shown::{Shown, control_id};
use crate::text;

/// Drawn after an attempt to publish; empty when nothing is wrong.
pub(super) fn summary(
    issues: &[Shown],
    model: &FormModel,
    is_due: bool,
    lang: Lang,
    focus: &Callback<String>,
) -> Html {
    let errors: Vec<&Shown> = issues.iter().filter(|issue| issue.blocks).collect();
    html! {
        // The region is there before it is filled, so that what appears in it is announced.
        <div role="alert">
            if is_due && !errors.is_empty() {
                <div class="summary" part="summary">
                    <h2>{ text::summary(errors.len(), lang) }</h2>
                    <ul>
                        { for errors.iter().map(|issue| line(issue, model, lang, focus)) }
                    </ul>
                </div>
            }
        </div>
    }
}

fn line(issue: &Shown, model: &FormModel, lang: Lang, focus: &Callback<String>) -> Html {
    let fields = model.sections.iter().flat_map(|section| &section.fields);
    let field = fields.into_iter().find(|field| is_at_or_below(&issue.path, &field.path));
    let name = field.map(|field| match lang {
        Lang::Zh => field.label.zh.clone(),
        Lang::En => field.label.en.clone(),
    });
    // A sentence that names its element needs no name in front.
    let words = match name {
        Some(name) if !issue.message.contains(&name) => match lang {
            Lang::Zh => format!("{name}：{}", issue.message),
            Lang::En => format!("{name}: {}", issue.message),
        },
        _ => issue.message.clone(),
    };
    let onclick = {
        let (focus, path) = (focus.clone(), issue.path.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus.emit(path.clone());
        })
    };
    html! {
        <li><a href={format!("#{}", control_id(&issue.path))} {onclick}>{ words }</a></li>
    }
}
