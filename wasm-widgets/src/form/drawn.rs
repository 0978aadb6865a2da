//! The form drawn into a text on a server: it posts without scripts, and comes back with what is wrong.
//!
//! The text goes between the tags of `<gongkai-form>` inside a form of the host. What is posted is read by
//! [`Answer::read`]. Where scripts run, the element takes over with all that was typed by then.

use std::rc::Rc;

use futures::executor::block_on;
use gongkai_core::text::Lang;
use gongkai_core::{Calendar, ItemRef, Local, Report, posted};
use jiff::civil::Date;
use serde_json::Value;
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::due;
use super::field::Handlers;
use super::pointer;
use super::posting::{ACT, Act, SHOWS};
use super::row_edit::RowEditKind;
use super::shown::control_id;
use super::state::State;
use super::title;
use super::view::Drawing;
use crate::json::to_json;
use crate::start::Defaults;
use crate::text::words;

words! {
    check: "检查填写内容", "Check what is filled in";
}

/// A form to be drawn.
#[derive(Clone)]
pub struct Sheet<'a> {
    item: ItemRef<'a>,
    today: Date,
    lang: Lang,
    entry: Option<&'a Value>,
    calendar: Option<&'a Calendar>,
    local: Option<&'a Local>,
    report: Option<&'a Report>,
    publisher: Option<String>,
    shows_issues: bool,
    shows_guidance: bool,
    shows_ready_list: bool,
    focus: Option<&'a str>,
    said: &'a str,
}

impl<'a> Sheet<'a> {
    /// The form of a new entry of an item, judged by what holds today.
    #[must_use]
    pub fn new(item: ItemRef<'a>, today: Date, lang: Lang) -> Self {
        Sheet {
            item,
            today,
            lang,
            entry: None,
            calendar: None,
            local: None,
            report: None,
            publisher: None,
            shows_issues: false,
            shows_guidance: false,
            shows_ready_list: false,
            focus: None,
            said: "",
        }
    }

    /// The form of this entry.
    #[must_use]
    pub fn with_entry(mut self, entry: &'a Value) -> Self {
        self.entry = Some(entry);
        self
    }

    /// Publisher of new entries.
    #[must_use]
    pub fn with_publisher(mut self, publisher: &str) -> Self {
        self.publisher = Some(publisher.to_owned());
        self
    }

    /// Working days, for days by which the entry has to be public.
    #[must_use]
    pub fn with_calendar(mut self, calendar: &'a Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// What the county lays down for itself.
    #[must_use]
    pub fn with_local(mut self, local: &'a Local) -> Self {
        self.local = Some(local);
        self
    }

    /// All issues are shown, as after an attempt to publish.
    #[must_use]
    pub fn with_issues(mut self, shows_issues: bool) -> Self {
        self.shows_issues = shows_issues;
        self
    }

    /// What the host found beyond that.
    #[must_use]
    pub fn with_report(mut self, report: &'a Report) -> Self {
        self.report = Some(report);
        self
    }

    /// The words of the guideline.
    #[must_use]
    pub fn with_guidance(mut self) -> Self {
        self.shows_guidance = true;
        self
    }

    /// What is done and left to do.
    #[must_use]
    pub fn with_ready_list(mut self) -> Self {
        self.shows_ready_list = true;
        self
    }

    /// What follows from what the editor asked for: where to go on, and what is said.
    #[must_use]
    pub fn with_answer(mut self, answer: &'a Answer) -> Self {
        self.entry = Some(&answer.entry);
        self.focus = answer.focus.as_deref();
        self.said = answer.said.as_deref().unwrap_or_default();
        self.with_issues(answer.shows_issues)
    }

    /// The form as HTML. A page has one such form: the ids of its controls are made of the places in the entry.
    #[must_use]
    pub fn draw(&self) -> String {
        let defaults = Defaults { publisher: self.publisher.clone(), region: None };
        let value = self.entry.map(to_json);
        let state = State::new(
            Rc::new(self.item.pack.clone()),
            self.item.item.id.clone(),
            self.calendar.cloned().map(Rc::new),
            self.today,
            value.as_deref(),
            &defaults,
        );
        let Some(mut state) = state else { return String::new() };
        if let Some(local) = self.local {
            state.set_local(Rc::new(local.clone()));
        }
        if let Some(report) = self.report {
            state.set_server_report(report.clone());
        }
        state.shows_all |= self.shows_issues;
        let content = self.content(&state);
        let html = block_on(
            LocalServerRenderer::<Text>::with_props(TextProps { content }).hydratable(false).render(),
        );
        match self.focus {
            Some(focus) => focused(&html, focus),
            None => html,
        }
    }

    fn content(&self, state: &State) -> Html {
        let lang = self.lang;
        let drawing = Drawing {
            state,
            lang,
            issues: state.shown(lang),
            due: due::said(state, lang),
            disabled: false,
            shows_guidance: self.shows_guidance,
            shows_ready_list: self.shows_ready_list,
            handlers: &Handlers::default(),
            focus: Callback::noop(),
            slotted: &[],
            uploads: None,
        };
        html! {
            <div part="base" data-gongkai-drawn="">
                // The Enter key presses the first button there is; this one changes nothing.
                <button type="submit" class="hidden" tabindex="-1" name={ACT} value={Act::Check.written()}>{ check(lang) }</button>
                <input type="hidden" name={posted::DRAWN} value={to_json(&state.entry)} />
                if state.shows_all { <input type="hidden" name={SHOWS} value="all" /> }
                if !self.said.is_empty() { <p class="hidden" role="status">{ self.said }</p> }
                { drawing.view() }
                <button type="submit" class="check" part="button" name={ACT} value={Act::Check.written()}>{ check(lang) }</button>
            </div>
        }
    }
}

/// The control for a place gets the focus when the page is opened.
fn focused(html: &str, path: &str) -> String {
    let mut path = path;
    loop {
        let id = format!(" id=\"{}\"", control_id(path));
        if let Some((before, after)) = html.split_once(&id) {
            return [before, " autofocus", &id, after].concat();
        }
        match path.rsplit_once('/') {
            Some((around, _)) if !around.is_empty() => path = around,
            _ => return html.to_owned(),
        }
    }
}

/// What was posted from a form that [`Sheet::draw`] has drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The entry as it was typed, with what the editor asked for done: rows added, a proposed value taken.
    pub entry: Value,
    /// The editor asked for something that the form does: it is to be drawn anew, and nothing to be saved.
    pub is_asking: bool,
    /// Whether all issues are to be shown.
    pub shows_issues: bool,
    focus: Option<String>,
    said: Option<String>,
}

impl Answer {
    /// Reads the names and texts of a posted form. None: there is no such form among them.
    #[must_use]
    pub fn read<N: AsRef<str>, T: AsRef<str>>(
        item: ItemRef<'_>,
        pairs: &[(N, T)],
        lang: Lang,
    ) -> Option<Self> {
        let model = item.form();
        let mut entry = posted::entry(&model, pairs)?;
        title::suggest(&mut entry, &model);
        let text = |name: &str| {
            pairs.iter().find(|(known, _)| known.as_ref() == name).map(|(_, text)| text.as_ref())
        };
        let act = text(ACT).and_then(Act::read).filter(is_possible);
        let mut answer = Answer {
            entry: Value::Null,
            is_asking: act.is_some(),
            shows_issues: act == Some(Act::Check) || text(SHOWS).is_some(),
            focus: None,
            said: None,
        };
        match act {
            Some(Act::Rows(edit)) => {
                let outcome = edit.apply(&mut entry, lang);
                (answer.focus, answer.said) = (Some(outcome.focus), Some(outcome.words));
            }
            Some(Act::Repair(path, value)) => {
                pointer::set(&mut entry, &path, value);
                answer.focus = Some(path);
            }
            Some(Act::Remove(path)) => {
                pointer::remove(&mut entry, &path);
            }
            Some(Act::Check) | None => {}
        }
        answer.entry = entry;
        Some(answer)
    }

    /// The entry as it is handed over: without blanks and without what stands in fields that do not count.
    #[must_use]
    pub fn output(&self, item: ItemRef<'_>) -> Value {
        super::output::output(&self.entry, &item.form())
    }
}

/// Whether a button of the form can have asked for it; who posts by other means may ask for more than a server has room for.
fn is_possible(act: &Act) -> bool {
    const MOST_ROWS: usize = 10_000;
    const MOST_STEPS: usize = 16;
    let path = match act {
        Act::Check => return true,
        Act::Rows(edit) => {
            if let RowEditKind::Move(row, to) = edit.kind
                && row.max(to) > MOST_ROWS
            {
                return false;
            }
            &edit.path
        }
        Act::Repair(path, _) | Act::Remove(path) => path,
    };
    let is_small = |step: &str| {
        step.bytes().any(|byte| !byte.is_ascii_digit())
            || step.parse().is_ok_and(|row: usize| row <= MOST_ROWS)
    };
    path.starts_with('/') && path.matches('/').count() <= MOST_STEPS && path.split('/').skip(1).all(is_small)
}

/// Properties of [`Text`].
#[derive(Properties, PartialEq)]
struct TextProps {
    content: Html,
}

/// What is drawn into a text.
#[component]
fn Text(props: &TextProps) -> Html {
    props.content.clone()
}
