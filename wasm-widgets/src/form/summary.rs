//! The summary of the issues after an attempt to publish: those that block, and apart from them those that do not.

use std::cmp::Reverse;

use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use yew::prelude::*;

use super::nodes::{element, said, with};
use super::phrases;
use super::places::all;
use super::posting::IS_TEXT;
use super::severity;
use super::shown::{Shown, control_id};
use super::state::State;
use crate::text;

/// Lines of a list. With more of them nobody gets past it to the fields, by ear or by keyboard: what is behind moves up
/// as lines before it go.
const MAX_LINES: usize = 20;

/// Drawn after an attempt to publish; empty when nothing is wrong.
pub(super) fn summary(issues: &[Shown], state: &State, lang: Lang, focus: &Callback<String>) -> Html {
    let is_due = state.shows_summary();
    let (blocking, mut others): (Vec<&Shown>, Vec<&Shown>) =
        issues.iter().filter(|_| is_due).partition(|issue| issue.blocks);
    // What is probably wrong before what is good to know; within each the order of the form.
    others.sort_by_key(|issue| Reverse(issue.severity));
    html! {
        // The region is there before it is filled, so that what appears in it is announced; what goes is not.
        <div role="alert" aria-atomic="false" aria-relevant="additions">
            { list(&blocking, "summary", &text::summary(blocking.len(), lang), state, lang, focus) }
            { list(&others, "remarks", &phrases::others(others.len(), lang), state, lang, focus) }
        </div>
    }
}

fn list(
    issues: &[&Shown],
    class: &'static str,
    heading: &str,
    state: &State,
    lang: Lang,
    focus: &Callback<String>,
) -> Html {
    if issues.is_empty() {
        return Html::default();
    }
    // Without scripts nothing moves up.
    let listed = if IS_TEXT { issues.len() } else { issues.len().min(MAX_LINES) };
    let lines = issues[..listed].iter().map(|issue| line(issue, state, lang, focus));
    let mut list = vec![said("h2", "", heading), element("ul", "", lines.collect())];
    if listed < issues.len() {
        list.push(said("p", "hint", &phrases::further(issues.len() - listed, lang)));
    }
    with("div", class, &[("part", "summary")], list)
}

/// An issue with a link to its field.
pub(super) fn line(issue: &Shown, state: &State, lang: Lang, focus: &Callback<String>) -> Html {
    let field = state.places.field(&issue.path).and_then(|number| all(&state.model).nth(number));
    let statement = || state.model.nil.iter().find(|field| is_at_or_below(&issue.path, &field.path));
    let field = field.or_else(statement);
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
    html! {
        <li class={classes!("line", severity::class(issue.severity))} key={format!("{}{words}", issue.path)}>
            { severity::mark(issue.severity, lang) }
            <a href={format!("#{}", control_id(&issue.path))} onclick={jump(&issue.path, focus)}>{ words }</a>
        </li>
    }
}

/// A click that goes to the control for a place, which a link into a shadow root cannot do by itself.
pub(super) fn jump(path: &str, focus: &Callback<String>) -> Callback<MouseEvent> {
    let (focus, path) = (focus.clone(), path.to_owned());
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        focus.emit(path.clone());
    })
}
