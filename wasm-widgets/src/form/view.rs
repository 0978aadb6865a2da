//! How the form is drawn: guidance, summary, sections with their fields, what is left to do.

use gongkai_core::compile::{Control, FormField, FormSection};
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use yew::prelude::*;

use super::app::{Form, FormMessage};
use super::channels::Channels;
use super::due::{self, Said};
use super::field::{FieldView, Handlers};
use super::foreign::foreign_values;
use super::guidance;
use super::headed::headed;
use super::nil::{self, Nil};
use super::others::question;
use super::output::is_shown;
use super::pointer;
use super::posting::IS_TEXT;
use super::reading::reading;
use super::ready::ready_list;
use super::shown::{Shown, ShownIssues, control_id};
use super::slots::element;
use super::state::State;
use super::summary::summary;
use super::uploads::{Upload, of_field};
use super::words;
use crate::text;

/// A form to be drawn, wherever it is.
pub(super) struct Drawing<'a> {
    pub state: &'a State,
    pub lang: Lang,
    pub issues: ShownIssues,
    /// What there is to say about the time limit.
    pub due: Option<Said>,
    pub disabled: bool,
    pub shows_guidance: bool,
    pub shows_ready_list: bool,
    pub handlers: &'a Handlers,
    /// Moves to the control for a place.
    pub focus: Callback<String>,
    /// The keys of the elements for which the host has put its own control in place.
    pub slotted: &'a [String],
    /// The files on their way; `None` where no file can be chosen.
    pub uploads: Option<&'a [Upload]>,
}

impl Form {
    pub(super) fn view_form(&self, ctx: &Context<Self>, state: &State) -> Html {
        let hooks = &ctx.props().hooks;
        let host = hooks.host();
        let lang = self.lang;
        if host.has_attribute("readonly") {
            return reading(state, lang);
        }
        let drawing = Drawing {
            state,
            lang,
            issues: state.shown(lang),
            due: due::said(state, lang),
            disabled: self.is_disabled(hooks),
            shows_guidance: host.has_attribute("guidance"),
            shows_ready_list: host.has_attribute("ready-list"),
            handlers: &self.handlers,
            focus: ctx.link().callback(FormMessage::Focus),
            slotted: &self.slotted,
            uploads: host.has_attribute("upload").then_some(&self.uploads),
        };
        let answer = ctx.link().callback(FormMessage::Answer);
        let questions = [&self.draft, &self.server].into_iter().flatten();
        html! {
            <>
                <p class="hidden" role="status">{ &self.said }</p>
                { for questions.map(|other| question(other, state, lang, &answer)) }
                if self.is_draft_refused { <p class="status" part="notice">{ words::draft_refused(lang) }</p> }
                { drawing.view() }
            </>
        }
    }
}

impl Drawing<'_> {
    pub fn view(&self) -> Html {
        let (state, lang) = (self.state, self.lang);
        let mut count = 0;
        let sections = state.model.sections.iter().enumerate().map(|(number, section)| {
            let first = count;
            count += section.fields.len();
            self.section(section, number, first)
        });
        html! {
            <>
                if self.shows_guidance { { guidance::guidance(&state.model, lang) } }
                { summary(self.issues.all(), state, lang, &self.focus) }
                { for sections }
                { foreign_values(state, lang, self.disabled, self.handlers) }
                if self.shows_ready_list { { ready_list(state, lang, &self.focus) } }
            </>
        }
    }

    fn section(&self, section: &FormSection, number: usize, first: usize) -> Html {
        let Drawing { state, lang, disabled, .. } = *self;
        let is_elements = section.id == "elements";
        // Without scripts the style sheet shows the one or the other.
        let is_put_aside = is_elements && nil::stands(&state.entry) && !IS_TEXT;
        if section.fields.is_empty() {
            return Html::default();
        }
        html! {
            // What is said of all elements leads to their section.
            <section key={section.id.clone()} id={control_id(&format!("/{}", section.id))} tabindex="-1" class="section" part="section"
                aria-labelledby={format!("s-{}", section.id)}>
                <h2 id={format!("s-{}", section.id)}>{ section_name(&section.id, lang) }</h2>
                if is_elements {
                    { nil::view(&Nil {
                        state,
                        issues: &below(self.issues.all(), "/nil"),
                        lang,
                        disabled,
                        handlers: self.handlers,
                    }) }
                }
                if !is_put_aside {
                    { headed(&section.fields, |index, field| self.field(field, (number, index), first + index)) }
                }
                if section.id == "publication" {
                    <Channels offered={state.model.channels.clone()} {lang} {disabled}
                        value={state.entry["channels"].clone()} handlers={self.handlers.clone()}
                        issues={below(self.issues.all(), "/channels")} />
                    if self.shows_guidance { { guidance::beside("/channels", &state.model, lang) } }
                }
            </section>
        }
    }

    fn field(&self, field: &FormField, place: (usize, usize), number: usize) -> Html {
        let Drawing { state, lang, disabled, .. } = *self;
        if !IS_TEXT && !is_shown(field, &state.entry) {
            return Html::default();
        }
        let uploads = match field.control {
            Control::Documents => self.uploads.map(|uploads| of_field(uploads, &field.path)),
            _ => None,
        };
        let is_slotted =
            element(&field.path).is_some_and(|key| self.slotted.iter().any(|known| known == key));
        let view = html! {
            <FieldView key={field.path.clone()} model={state.model.clone()} {place} {lang} {disabled}
                value={pointer::get(&state.entry, &field.path).clone()} {uploads} {is_slotted}
                issues={self.issues.of(number).to_vec()} handlers={self.handlers.clone()} />
        };
        if field.path.starts_with("/elements/") {
            return view;
        }
        html! {
            <>
                { view }
                { due::view(self.due.as_ref(), field, lang) }
                if self.shows_guidance { { guidance::beside(&field.path, &state.model, lang) } }
            </>
        }
    }
}

/// The issues at a place or below it.
fn below(issues: &[Shown], path: &str) -> Vec<Shown> {
    issues.iter().filter(|issue| is_at_or_below(&issue.path, path)).cloned().collect()
}

pub(super) fn section_name(id: &str, lang: Lang) -> &'static str {
    match id {
        "entry" => text::section_entry(lang),
        "publication" => text::section_publication(lang),
        "record" => text::section_record(lang),
        _ => text::section_elements(lang),
    }
}
