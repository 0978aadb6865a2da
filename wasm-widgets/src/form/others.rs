//! Another version of the entry: a draft kept in the browser, what another window wrote, what the server has.
//! Nothing of it is taken over, and nothing is written over it, before the editor has answered.

use gongkai_core::text::Lang;
use serde_json::Value;
use yew::prelude::*;

use super::differences::{differing, name, words as in_words};
use super::state::State;
use super::words;

/// Where another version comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// Kept in this browser when the page was left.
    Draft,
    /// Written meanwhile by another window of this browser.
    Window,
    /// Told by the host.
    Server,
}

/// Another version of the entry, to be answered.
pub(super) struct Other {
    pub source: Source,
    pub entry: Value,
    /// When a draft was saved, in words.
    pub saved_at: String,
    /// Whether it was made by another edition of the guideline.
    pub is_other_edition: bool,
    /// The version of the server's entry that a draft was made from.
    pub version: Option<String>,
    /// Parts in which the editor's own value is to stay.
    pub kept: Vec<String>,
}

impl Other {
    /// What the host says that the server has.
    pub fn of_server(entry: Value) -> Self {
        Other {
            source: Source::Server,
            entry,
            saved_at: String::new(),
            is_other_edition: false,
            version: None,
            kept: Vec::new(),
        }
    }

    /// The parts that the editor has still to choose for.
    pub fn open_parts(&self, state: &State) -> Vec<String> {
        let mut parts = differing(&state.entry, &self.entry);
        parts.retain(|part| !self.kept.contains(part));
        parts
    }
}

/// What the editor answered: about which version, about which part or all of it, whether to take it over.
pub(crate) type Answer = (Source, Option<String>, bool);

/// The id of the heading of the question.
pub(super) fn heading_id(source: Source) -> &'static str {
    match source {
        Source::Server => "other-server",
        _ => "other-draft",
    }
}

/// The question.
pub(super) fn question(other: &Other, state: &State, lang: Lang, answer: &Callback<Answer>) -> Html {
    let source = other.source;
    let parts = other.open_parts(state);
    let id = heading_id(source);
    let on_answer = |part: Option<String>, takes: bool| {
        let answer = answer.clone();
        Callback::from(move |_: MouseEvent| answer.emit((source, part.clone(), takes)))
    };
    let none = if source == Source::Draft { words::discard_draft(lang) } else { words::all_mine(lang) };
    html! {
        <section class="other-version" part="notice" aria-labelledby={id}>
            <h2 {id} tabindex="-1">{ words::other(source, parts.len(), &other.saved_at, lang) }</h2>
            if other.is_other_edition { <p>{ words::other_edition(lang) }</p> }
            // A draft that was not submitted is continued as a whole.
            if source != Source::Draft {
                <ul>
                    { for parts.iter().map(|part| {
                        let name = name(part, &state.model, &state.places, lang);
                        let button = |words: &'static str, takes: bool| html! {
                            <button type="button" part="button" aria-label={format!("{words} {name}")}
                                onclick={on_answer(Some(part.clone()), takes)}>{ words }</button>
                        };
                        html! {
                            <li key={part.clone()}>
                                <p class="label">{ &name }</p>
                                <p>{ words::mine(lang) }{ or_blank(in_words(&state.entry, part, lang), lang) }</p>
                                <p>{ words::theirs(source, lang) }{ or_blank(in_words(&other.entry, part, lang), lang) }</p>
                                <p class="row-actions">{ button(words::take(lang), true) }{ button(words::keep(lang), false) }</p>
                            </li>
                        }
                    }) }
                </ul>
            }
            <p class="row-actions">
                <button type="button" part="button" onclick={on_answer(None, true)}>{ words::all_theirs(source, lang) }</button>
                <button type="button" part="button" onclick={on_answer(None, false)}>{ none }</button>
            </p>
        </section>
    }
}

fn or_blank(words: String, lang: Lang) -> String {
    if words.is_empty() { words::blank(lang).to_owned() } else { words }
}
