//! The component behind `<gongkai-form>`: loads pack and calendar, holds the state, talks to the page.

use gongkai_core::Report;
use gongkai_core::compile::{Control, FormField};
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use serde_json::{Value, json};
use yew::prelude::*;

use super::channels::Channels;
use super::field::{FieldView, Handlers};
use super::foreign::foreign_values;
use super::headed::headed;
use super::shown::{Shown, find_control};
use super::state::State;
use super::summary::summary;
use crate::boundary::{Hooks, Widget as _, attribute, language, today};
use crate::json::to_json;
use crate::load::{self, Loaded};
use crate::start::Defaults;
use crate::text;

/// Properties of [`Form`].
#[derive(Properties, PartialEq)]
pub(crate) struct FormProps {
    pub hooks: Hooks,
}

/// What the form reacts to.
pub(crate) enum FormMessage {
    /// Pack and calendar have come, or the reason why not; and for which addresses they were fetched.
    Loaded(String, Loaded),
    /// An attribute has changed.
    Attribute(String),
    /// A property was set, as JSON.
    Property(String, String),
    /// The editor typed.
    Input(String, Value),
    /// The editor left a control.
    Commit(String, Control),
    /// The editor took a proposed value.
    Repair(String, Value),
    /// The editor removed a row or a member.
    Remove(String),
    /// Back to the default value.
    Reset,
    /// The form around the element was to be submitted and may not be.
    ShowIssues,
    /// Move to the control for a place in the entry.
    Focus(String),
}

/// The form.
pub(crate) struct Form {
    lang: Lang,
    pub(super) phase: Phase,
    handlers: Handlers,
    /// A value set before the pack came.
    pub(super) early_value: Option<String>,
    /// A report of the server set before the pack came.
    early_report: Option<String>,
    /// Where to move after the next drawing.
    focus: Option<String>,
}

pub(super) enum Phase {
    Loading,
    Unusable(String),
    Ready(Box<State>),
}

impl Component for Form {
    type Message = FormMessage;
    type Properties = FormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let handlers = Handlers {
            input: link.callback(|(path, value)| FormMessage::Input(path, value)),
            commit: link.callback(|(path, control)| FormMessage::Commit(path, control)),
            repair: link.callback(|(path, value)| FormMessage::Repair(path, value)),
            remove: link.callback(FormMessage::Remove),
        };
        fetch(ctx);
        Form {
            lang: language(ctx.props().hooks.host()),
            phase: Phase::Loading,
            handlers,
            early_value: None,
            early_report: None,
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: FormMessage) -> bool {
        let hooks = &ctx.props().hooks;
        match message {
            FormMessage::Loaded(addresses, loaded) => {
                // An answer for a pack that is no longer asked for comes too late.
                if addresses != load::addresses(hooks) {
                    return false;
                }
                self.take_pack(hooks, loaded);
                true
            }
            FormMessage::Attribute(name) => self.attribute_changed(ctx, &name),
            FormMessage::Property(name, value) => self.set_property(hooks, &name, value),
            FormMessage::Input(path, value) => self.edit(hooks, |state| state.input(&path, value)),
            FormMessage::Repair(path, value) => {
                self.focus = Some(path.clone());
                self.edit(hooks, |state| state.input(&path, value))
            }
            FormMessage::Remove(path) => self.edit(hooks, |state| state.remove(&path)),
            FormMessage::Commit(path, control) => {
                let done = self.edit(hooks, |state| state.commit(&path, control));
                if let Phase::Ready(state) = &self.phase {
                    hooks.emit("gongkai-check", &to_json(&state.report));
                    hooks.changed();
                }
                done
            }
            FormMessage::Reset => {
                if let Phase::Ready(state) = &mut self.phase {
                    state.replace(attribute(hooks.host(), "value").as_deref(), &Defaults::of(hooks));
                    self.publish_value(hooks);
                }
                true
            }
            FormMessage::ShowIssues => {
                if let Phase::Ready(state) = &mut self.phase {
                    state.shows_all = true;
                    self.focus = state
                        .shown(self.lang)
                        .all()
                        .iter()
                        .find(|issue| issue.blocks)
                        .map(|issue| issue.path.clone());
                    hooks.emit("gongkai-check", &to_json(&state.report));
                }
                true
            }
            FormMessage::Focus(path) => {
                self.focus = Some(path);
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.phase {
            Phase::Loading => html! {
                <><p class="status" role="status">{ text::loading(self.lang) }</p><slot /></>
            },
            Phase::Unusable(reason) => html! {
                <><p class="unusable" role="alert">{ text::unusable(reason, self.lang) }</p><slot /></>
            },
            Phase::Ready(state) => self.view_form(ctx, state),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let Some(path) = self.focus.take() else { return };
        let Some(root) = ctx.props().hooks.host().shadow_root() else { return };
        if let Some(control) = find_control(&root, &path) {
            let _ = control.focus();
        }
    }
}

impl Form {
    fn take_pack(&mut self, hooks: &Hooks, loaded: Loaded) {
        let host = hooks.host();
        let item = attribute(host, "item").unwrap_or_default().to_string();
        let (pack, calendar) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.give_up(hooks, error.code, error.message),
        };
        let day = attribute(host, "today").and_then(|day| gongkai_core::date::parse(&day));
        let value =
            self.early_value.take().or_else(|| attribute(host, "value").map(|value| value.to_string()));
        let Some(mut state) = State::new(
            pack,
            item.clone(),
            calendar,
            day.unwrap_or_else(today),
            value.as_deref(),
            &Defaults::of(hooks),
        ) else {
            return self.give_up(hooks, "item-unknown", text::item_unknown(&item, self.lang));
        };
        let report =
            self.early_report.take().or_else(|| attribute(host, "report").map(|report| report.to_string()));
        if let Some(report) = report.and_then(|json| read_report(&json)) {
            state.set_server_report(report);
        }
        let ready = json!({ "pack": state.pack.id, "item": state.item });
        self.phase = Phase::Ready(Box::new(state));
        hooks.take_over(true);
        self.publish_value(hooks);
        hooks.emit("gongkai-ready", &to_json(&ready));
    }

    fn give_up(&mut self, hooks: &Hooks, code: &str, reason: String) {
        hooks.take_over(false);
        hooks.form_value(None);
        hooks.validity("");
        let detail = json!({ "code": code, "message": reason });
        self.phase = Phase::Unusable(reason);
        hooks.emit("gongkai-error", &to_json(&detail));
    }

    fn attribute_changed(&mut self, ctx: &Context<Self>, name: &str) -> bool {
        let hooks = &ctx.props().hooks;
        match name {
            "pack" | "item" | "calendar" => {
                // With another calendar the same entry is still meant; another item has other fields.
                if name == "calendar" {
                    self.early_value = self.property("value");
                }
                self.phase = Phase::Loading;
                hooks.take_over(false);
                fetch(ctx);
            }
            "lang" => self.lang = language(hooks.host()),
            "report" => {
                let report = attribute(hooks.host(), "report").and_then(|json| read_report(&json));
                if let (Phase::Ready(state), Some(report)) = (&mut self.phase, report) {
                    state.set_server_report(report);
                }
            }
            _ => {}
        }
        true
    }

    fn set_property(&mut self, hooks: &Hooks, name: &str, json: String) -> bool {
        match (&mut self.phase, name) {
            (Phase::Ready(state), "value") => {
                state.replace(Some(&json), &Defaults::of(hooks));
                self.publish_value(hooks);
            }
            (Phase::Ready(state), "report") => {
                if let Some(report) = read_report(&json) {
                    state.set_server_report(report);
                }
            }
            (_, "value") => self.early_value = Some(json),
            (_, "report") => self.early_report = Some(json),
            _ => return false,
        }
        true
    }

    /// Changes the entry for the editor and tells the page.
    fn edit(&mut self, hooks: &Hooks, change: impl FnOnce(&mut State)) -> bool {
        let Phase::Ready(state) = &mut self.phase else {
            return false;
        };
        let before = state.changes;
        change(state);
        if state.changes != before {
            let value = self.publish_value(hooks);
            hooks.emit("gongkai-input", &value);
        }
        true
    }

    /// Tells the form around the element what to post and whether it may.
    fn publish_value(&self, hooks: &Hooks) -> String {
        let Phase::Ready(state) = &self.phase else {
            return String::new();
        };
        let value = to_json(&state.output());
        hooks.form_value(Some(&value));
        let message = match state.blocking() {
            0 => String::new(),
            count => text::blocked(count, self.lang),
        };
        hooks.validity(&message);
        value
    }

    fn view_form(&self, ctx: &Context<Self>, state: &State) -> Html {
        let issues = state.shown(self.lang);
        let disabled = ctx.props().hooks.host().has_attribute("disabled")
            || ctx.props().hooks.host().matches(":disabled").unwrap_or(false);
        let focus = ctx.link().callback(FormMessage::Focus);
        let mut count = 0;
        let sections = state.model.sections.iter().enumerate().filter_map(|(number, section)| {
            let first = count;
            count += section.fields.len();
            (!section.fields.is_empty()).then_some((number, first, section))
        });
        html! {
            <>
                { summary(issues.all(), &state.model, state.shows_all, self.lang, &focus) }
                { for sections.map(|(number, first, section)| html! {
                    <section key={section.id.clone()} class="section" part="section" aria-labelledby={format!("s-{}", section.id)}>
                        <h2 id={format!("s-{}", section.id)}>{ section_name(&section.id, self.lang) }</h2>
                        { headed(&section.fields, |index, field| {
                            self.view_field(state, field, (number, index), issues.of(first + index), disabled)
                        }) }
                        if section.id == "publication" {
                            <Channels offered={state.model.channels.clone()} lang={self.lang} {disabled}
                                value={state.entry["channels"].clone()} handlers={self.handlers.clone()}
                                issues={below(issues.all(), "/channels")} />
                        }
                    </section>
                }) }
                { foreign_values(state, self.lang, disabled, &self.handlers) }
            </>
        }
    }

    fn view_field(
        &self,
        state: &State,
        field: &FormField,
        place: (usize, usize),
        issues: &[Shown],
        disabled: bool,
    ) -> Html {
        if let Some(condition) = &field.shown_when {
            let value = crate::pointer::get(&state.entry, &condition.path).as_str().unwrap_or_default();
            if !condition.is.iter().any(|shown| shown == value) {
                return Html::default();
            }
        }
        html! {
            <FieldView key={field.path.clone()} model={state.model.clone()} {place} lang={self.lang} {disabled}
                value={crate::pointer::get(&state.entry, &field.path).clone()}
                issues={issues.to_vec()} handlers={self.handlers.clone()} />
        }
    }
}

/// The issues at a place or below it.
fn below(issues: &[Shown], path: &str) -> Vec<Shown> {
    issues.iter().filter(|issue| is_at_or_below(&issue.path, path)).cloned().collect()
}

fn section_name(id: &str, lang: Lang) -> &'static str {
    match id {
        "entry" => text::section_entry(lang),
        "publication" => text::section_publication(lang),
        "record" => text::section_record(lang),
        _ => text::section_elements(lang),
    }
}

fn read_report(json: &str) -> Option<Report> {
    Report::from_json(json).ok()
}

fn fetch(ctx: &Context<Form>) {
    let link = ctx.link().clone();
    load::pack(&ctx.props().hooks, move |addresses, loaded| {
        link.send_message(FormMessage::Loaded(addresses, loaded));
    });
}
