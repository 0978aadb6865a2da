//! How the form is drawn: guidance, summary, sections with their fields, what is left to do.

use gongkai_core::compile::{Control, FormField, FormSection};
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use yew::prelude::*;

use super::app::{Form, FormMessage};
use super::channels::Channels;
use super::due::{self, Said};
use super::field::FieldView;
use super::foreign::foreign_values;
use super::guidance;
use super::headed::headed;
use super::nil::{self, Nil};
use super::others::question;
use super::output::is_shown;
use super::pointer;
use super::reading::reading;
use super::ready::ready_list;
use super::shown::{Shown, ShownIssues};
use super::slots::element;
use super::state::State;
use super::summary::summary;
use super::words;
use crate::boundary::Hooks;
use crate::text;

/// What is the same for all that is drawn.
struct Drawing<'a> {
    hooks: &'a Hooks,
    state: &'a State,
    issues: ShownIssues,
    /// What there is to say about the time limit.
    due: Option<Said>,
    disabled: bool,
    shows_guidance: bool,
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
            hooks,
            state,
            issues: state.shown(lang),
            due: due::said(state, lang),
            disabled: self.is_disabled(hooks),
            shows_guidance: host.has_attribute("guidance"),
        };
        let focus = ctx.link().callback(FormMessage::Focus);
        let answer = ctx.link().callback(FormMessage::Answer);
        let questions = [&self.draft, &self.server].into_iter().flatten();
        let mut count = 0;
        let sections = state.model.sections.iter().enumerate().map(|(number, section)| {
            let first = count;
            count += section.fields.len();
            self.view_section(&drawing, section, number, first)
        });
        html! {
            <>
                <p class="hidden" role="status">{ &self.said }</p>
                { for questions.map(|other| question(other, state, lang, &answer)) }
                if self.is_draft_refused { <p class="status" part="notice">{ words::draft_refused(lang) }</p> }
                if drawing.shows_guidance { { guidance::guidance(&state.model, lang) } }
                { summary(drawing.issues.all(), &state.model, state.shows_summary(), lang, &focus) }
                { for sections }
                { foreign_values(state, lang, drawing.disabled, &self.handlers) }
                if host.has_attribute("ready-list") { { ready_list(state, lang, &focus) } }
            </>
        }
    }

    fn view_section(
        &self,
        drawing: &Drawing<'_>,
        section: &FormSection,
        number: usize,
        first: usize,
    ) -> Html {
        let Drawing { state, disabled, .. } = *drawing;
        let is_elements = section.id == "elements";
        let is_put_aside = is_elements && nil::stands(&state.entry);
        if section.fields.is_empty() {
            return Html::default();
        }
        html! {
            <section key={section.id.clone()} class="section" part="section" aria-labelledby={format!("s-{}", section.id)}>
                <h2 id={format!("s-{}", section.id)}>{ section_name(&section.id, self.lang) }</h2>
                if is_elements {
                    { nil::view(&Nil {
                        state,
                        issues: &below(drawing.issues.all(), "/nil"),
                        lang: self.lang,
                        disabled,
                        handlers: &self.handlers,
                    }) }
                }
                if !is_put_aside {
                    { headed(&section.fields, |index, field| self.view_field(drawing, field, (number, index), first + index)) }
                }
                if section.id == "publication" {
                    <Channels offered={state.model.channels.clone()} lang={self.lang} {disabled}
                        value={state.entry["channels"].clone()} handlers={self.handlers.clone()}
                        issues={below(drawing.issues.all(), "/channels")} />
                    if drawing.shows_guidance { { guidance::beside("/channels", &state.model, self.lang) } }
                }
            </section>
        }
    }

    fn view_field(
        &self,
        drawing: &Drawing<'_>,
        field: &FormField,
        place: (usize, usize),
        number: usize,
    ) -> Html {
        let Drawing { state, disabled, .. } = *drawing;
        if !is_shown(field, &state.entry) {
            return Html::default();
        }
        let uploads = match field.control {
            Control::Documents => self.uploads_of(drawing.hooks, &field.path),
            _ => None,
        };
        let is_slotted = element(&field.path).map(|key| self.slotted.iter().any(|known| known == key));
        let view = html! {
            <FieldView key={field.path.clone()} model={state.model.clone()} {place} lang={self.lang} {disabled}
                value={pointer::get(&state.entry, &field.path).clone()} {uploads} {is_slotted}
                issues={drawing.issues.of(number).to_vec()} handlers={self.handlers.clone()} />
        };
        if field.path.starts_with("/elements/") {
            return view;
        }
        html! {
            <>
                { view }
                { due::view(drawing.due.as_ref(), field, self.lang) }
                if drawing.shows_guidance { { guidance::beside(&field.path, &state.model, self.lang) } }
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
