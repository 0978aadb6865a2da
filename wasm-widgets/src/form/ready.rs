//! What is done and what is left to do before and after publishing: the list at the end of the form.

use gongkai_core::blank::is_blank;
use gongkai_core::compile::FormField;
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use serde_json::Value;
use yew::prelude::*;

use super::disclosure::disclosure;
use super::nil;
use super::nodes::{element, said, with};
use super::output::is_shown;
use super::phrases;
use super::places::all;
use super::severity::{self, DONE};
use super::shown::{Shown, control_id};
use super::state::State;
use super::summary::{jump, line};

/// The list. It shows all issues, those too that are not shown at their fields yet.
pub(super) fn ready_list(state: &State, lang: Lang, focus: &Callback<String>) -> Html {
    let issues: Vec<Shown> = state.report.issues.iter().map(|issue| Shown::new(issue, lang)).collect();
    let (blocking, others): (Vec<&Shown>, Vec<&Shown>) = issues.iter().partition(|issue| issue.blocks);
    let is_nil = nil::stands(&state.entry);
    let elements = all(&state.model).filter(|field| !is_nil || !field.path.starts_with("/elements/"));
    let statement = state.model.nil.iter().filter(|_| is_nil);
    let required: Vec<&FormField> =
        elements.chain(statement).filter(|field| field.required && is_shown(field, &state.entry)).collect();
    let is_done = |field: &&&FormField| {
        !is_blank(super::pointer::get(&state.entry, &field.path))
            && !blocking.iter().any(|issue| is_at_or_below(&issue.path, &field.path))
    };
    let done: Vec<&&FormField> = required.iter().filter(is_done).collect();
    let verdict = match blocking.len() {
        0 => phrases::ready(lang).to_owned(),
        count => crate::text::blocked(count, lang),
    };
    let colon = if lang == Lang::Zh { "：" } else { " " };
    let title = [phrases::ready_list(lang), colon, &verdict].concat();
    let channels = channels(state, lang).into_iter().map(|(name, words, is_done)| {
        let sign = if is_done { severity::sign(DONE) } else { Html::default() };
        let link = html! { <a href={format!("#{}", control_id("/channels"))} onclick={jump("/channels", focus)}>{ name }</a> };
        element("li", "", vec![sign, link, said("span", "", &words)])
    });
    let filled = done
        .iter()
        .map(|field| element("li", "", vec![severity::sign(DONE), said("span", "", name(field, lang))]));
    let content = element(
        "div",
        "",
        vec![
            said("h3", "", phrases::to_mend(lang)),
            lines(&blocking, state, lang, focus),
            said("h3", "", phrases::to_know(lang)),
            lines(&others, state, lang, focus),
            said("h3", "", phrases::channels(lang)),
            element("ul", "", channels.collect()),
            said("h3", "", &phrases::done_of(done.len(), required.len(), lang)),
            element("ul", "done", filled.collect()),
        ],
    );
    with("div", "ready", &[("part", "ready-list")], vec![disclosure("ready", &title, true, content)])
}

fn lines(issues: &[&Shown], state: &State, lang: Lang, focus: &Callback<String>) -> Html {
    if issues.is_empty() {
        return said("p", "hint", phrases::nothing(lang));
    }
    element("ul", "", issues.iter().map(|issue| line(issue, state, lang, focus)).collect())
}

fn name(field: &FormField, lang: Lang) -> &str {
    match lang {
        Lang::Zh => &field.label.zh,
        Lang::En => &field.label.en,
    }
}

/// Each channel that the guideline offers or the entry uses: its name, how far it is, whether nothing is left to do.
fn channels(state: &State, lang: Lang) -> Vec<(String, String, bool)> {
    let used = state.entry["channels"].as_array().map_or(&[][..], Vec::as_slice);
    let name_of = |channel: &Value| channel["channel"].as_str().unwrap_or_default().to_owned();
    let offered = state.model.channels.iter().map(|channel| channel.name.clone());
    let own = used.iter().map(name_of).filter(|name| !name.is_empty());
    let own = own.filter(|name| !state.model.channels.iter().any(|channel| channel.name == *name));
    offered
        .chain(own)
        .map(|name| {
            let Some(place) = used.iter().find(|channel| name_of(channel) == name) else {
                return (name, phrases::unused(lang).to_owned(), false);
            };
            let Some(day) = place["published_on"].as_str().filter(|day| !day.trim().is_empty()) else {
                return (name, phrases::undated(lang).to_owned(), false);
            };
            let is_proven = !is_blank(&place["proof"]);
            let proof = if is_proven { phrases::proven(lang) } else { phrases::unproven(lang) };
            let separator = if lang == Lang::Zh { "，" } else { ", " };
            (name, format!("{}{separator}{proof}", phrases::published(day, lang)), is_proven)
        })
        .collect()
}
