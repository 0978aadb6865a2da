//! The component behind `<gongkai-form>`: loads pack and calendar, holds the state, talks to the page.

use std::rc::Rc;

use gongkai_core::Local;
use gongkai_core::compile::Control;
use gongkai_core::text::Lang;
use serde_json::Value;
use yew::prelude::*;

use super::field::Handlers;
use super::loading::fetch;
use super::local::fetch_local;
use super::phrases;
use super::row_edit::RowEdit;
use super::shown::find_control;
use super::state::State;
use crate::boundary::{Hooks, attribute, language};
use crate::json::to_json;
use crate::load::{self, LoadError, Loaded};
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
    /// The editor removed a member.
    Remove(String),
    /// The editor added, moved or removed a row.
    Row(RowEdit),
    /// The local parameters at an address have come, or the reason why not.
    Local(String, Result<Local, LoadError>),
    /// Back to the default value.
    Reset,
    /// The form around the element was to be submitted and may not be.
    ShowIssues,
    /// Move to the control for a place in the entry.
    Focus(String),
}

/// The form.
pub(crate) struct Form {
    pub(super) lang: Lang,
    pub(super) phase: Phase,
    pub(super) handlers: Handlers,
    /// What the county lays down for itself.
    pub(super) local: Rc<Local>,
    /// What is said next to those who do not see the form.
    pub(super) announcement: String,
    /// A value set before the pack came.
    pub(super) early_value: Option<String>,
    /// A report of the server set before the pack came.
    pub(super) early_report: Option<String>,
    /// Where to move after the next drawing.
    pub(super) focus: Option<String>,
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
            row: link.callback(FormMessage::Row),
        };
        fetch(ctx);
        fetch_local(ctx);
        Form {
            lang: language(ctx.props().hooks.host()),
            phase: Phase::Loading,
            handlers,
            local: Rc::default(),
            announcement: String::new(),
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
            FormMessage::Row(edit) => {
                let (lang, mut outcome) = (self.lang, None);
                let done = self.edit(hooks, |state| outcome = Some(state.edit_rows(&edit, lang)));
                if let Some(outcome) = outcome {
                    (self.focus, self.announcement) = (Some(outcome.focus), outcome.words);
                }
                done
            }
            FormMessage::Local(address, loaded) => self.take_local(ctx, &address, loaded),
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
    /// Changes the entry for the editor and tells the page.
    fn edit(&mut self, hooks: &Hooks, change: impl FnOnce(&mut State)) -> bool {
        let Phase::Ready(state) = &mut self.phase else {
            return false;
        };
        let before = (state.changes, state.blocking());
        change(state);
        let blocking = state.blocking();
        if state.shows_all && blocking < before.1 {
            self.announcement = phrases::still_to_mend(blocking, self.lang);
        }
        if state.changes != before.0 {
            let value = self.publish_value(hooks);
            hooks.emit("gongkai-input", &value);
        }
        true
    }

    /// Tells the form around the element what to post and whether it may.
    pub(super) fn publish_value(&self, hooks: &Hooks) -> String {
        let Phase::Ready(state) = &self.phase else {
            return String::new();
        };
        let value = to_json(&state.output());
        hooks.form_value(Some(&value));
        let message = match state.blocking() {
            0 => String::new(),
            // As with a native control that is only to be read.
            _ if hooks.host().has_attribute("readonly") => String::new(),
            count => text::blocked(count, self.lang),
        };
        hooks.validity(&message);
        value
    }
}
