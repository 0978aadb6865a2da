//! What is drawn: the summary in the element itself, the messages in the notes beside the fields.

use gongkai_core::text::Lang;
use yew::prelude::*;

use super::desk::Desk;
use super::write::Repair;
use crate::form::shown::Shown;
use crate::form::{phrases, severity};
use crate::text;

/// Longer proposals are not written out.
const MAX_WORDS_CHARS: usize = 60;

/// An issue with the field that it is shown at.
pub(super) struct Line {
    pub field: Option<String>,
    /// The id of the field in the page.
    pub anchor: String,
    pub name: Option<String>,
    pub is_private: bool,
    pub repair: Option<Repair>,
    pub shown: Shown,
}

impl Line {
    /// The sentence, with the name of its element in front where it does not name it itself.
    fn words(&self, lang: Lang) -> String {
        let message = &self.shown.message;
        match &self.name {
            Some(name) if !message.contains(name.as_str()) => match lang {
                Lang::Zh => format!("{name}：{message}"),
                Lang::En => format!("{name}: {message}"),
            },
            _ => message.clone(),
        }
    }

    /// What to do about it, where no button says so.
    fn hint(&self) -> Option<String> {
        // The proposal for personal data is the whole text with masks.
        let is_told = self.repair.is_some() || self.is_private;
        self.shown.hint.clone().filter(|hint| !is_told && hint.chars().count() <= MAX_WORDS_CHARS)
    }
}

/// What stands on the button that does what is proposed.
fn words(offered: &Repair, lang: Lang) -> String {
    match offered {
        Repair::Mask(masks) => format!("{}{}", text::mask(lang), masks.join("、")),
        Repair::Value(value) if value.chars().count() > MAX_WORDS_CHARS => {
            let start: String = value.chars().take(MAX_WORDS_CHARS).collect();
            phrases::change_to(&format!("{start}…"), lang)
        }
        Repair::Value(value) => phrases::change_to(value, lang),
    }
}

/// The element's own summary.
pub(super) fn panel(
    desk: &Desk,
    shown: &[Line],
    absent: &[Line],
    is_asked: bool,
    lang: Lang,
    focus: &Callback<String>,
) -> Html {
    let errors: Vec<&Line> = shown.iter().filter(|line| line.shown.blocks).collect();
    let item = desk.item();
    let unknown = &desk.fields().unknown;
    let state = match (errors.len(), desk.shows_all.get()) {
        (0, true) => text::all_right(lang).to_owned(),
        (0, false) => text::to_be_filled_in(lang).to_owned(),
        (count, _) => text::summary(count, lang),
    };
    let class = if errors.is_empty() { if desk.shows_all.get() { "right" } else { "idle" } } else { "wrong" };
    html! {
        <div class="panel" part="panel">
            // The region is there before it is filled, so that what appears in it is announced.
            <div role="alert">
                if desk.shows_all.get() && !errors.is_empty() {
                    <div class="summary" part="summary">
                        <h2 key={state.clone()}>{ state.clone() }</h2>
                        <ul>{ for errors.iter().map(|line| link(line, lang, focus)) }</ul>
                        if is_asked { <p class="asked">{ text::send_as_it_is(lang) }</p> }
                    </div>
                }
            </div>
            <p class={classes!("state", class)} part="state" role="status">
                // The summary has said it already.
                if errors.is_empty() || !desk.shows_all.get() { <span class="how" key={state.clone()}>{ state.clone() }</span> }
                <span class="about">{ text::checked_against(&item.pack.name, &item.name, lang) }</span>
            </p>
            if desk.shows_all.get() && !absent.is_empty() {
                <div class="absent">
                    <p>{ text::absent(lang) }</p>
                    <ul>{ for absent.iter().map(|line| html! { <li key={line.shown.path.clone()}>{ line.words(lang) }</li> }) }</ul>
                </div>
            }
            if !unknown.is_empty() {
                <p class="unusable">{ text::unbound(&unknown.join("、"), lang) }</p>
            }
        </div>
    }
}

fn link(line: &Line, lang: Lang, focus: &Callback<String>) -> Html {
    let words = line.words(lang);
    let Some(field) = line.field.clone() else {
        return html! { <li>{ words }</li> };
    };
    let focus = focus.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        focus.emit(field.clone());
    });
    html! { <li key={words.clone()}><a href={format!("#{}", line.anchor)} {onclick}>{ words }</a></li> }
}

/// The messages at one field.
pub(super) fn messages<'l>(
    lines: impl Iterator<Item = &'l Line>,
    lang: Lang,
    repair: &Callback<(String, Repair)>,
) -> Html {
    html! { <div class="issues">{ for lines.map(|line| message(line, lang, repair)) }</div> }
}

/// One message, told apart by sign and word and not by colour alone.
fn message(line: &Line, lang: Lang, repair: &Callback<(String, Repair)>) -> Html {
    let hint = line.hint();
    let button = line.repair.clone().zip(line.field.clone()).map(|(offered, field)| {
        let (words, repair) = (words(&offered, lang), repair.clone());
        let onclick = Callback::from(move |_: MouseEvent| repair.emit((field.clone(), offered.clone())));
        html! { <button type="button" class="repair" part="button" {onclick}>{ words }</button> }
    });
    // Drawn anew when it says something else, so that a translator's work on the old words cannot stay behind.
    let key = format!("{} {} {}", line.shown.path, line.shown.message, hint.as_deref().unwrap_or_default());
    html! {
        <p key={key} class={classes!("issue", severity::class(line.shown.severity))} part="issue">
            { severity::mark(line.shown.severity, lang) }
            <span>{ &line.shown.message }</span>
            if let Some(hint) = hint { <span class="hint">{ hint }</span> }
            { for button }
        </p>
    }
}
