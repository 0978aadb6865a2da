//! The component behind `<gongkai-form>`: loads pack and calendar, holds the state, talks to the page.

use std::rc::Rc;

use gongkai_core::Local;
use gongkai_core::compile::Control;
use gongkai_core::text::Lang;
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::Handlers;
use super::loading::fetch;
use super::local::fetch_local;
use super::others::{Answer, Other};
use super::phrases;
use super::properties::Early;
use super::row_edit::RowEdit;
use super::shown::find_control;
use super::state::State;
use super::uploads::Upload;
use crate::boundary::{Hooks, Line, language};
use crate::input::Composing;
use crate::json::to_json;
use crate::load::{Loaded, LoadedLocal, pack_addresses};
use crate::text;

/// Properties of [`Form`].
#[derive(Properties, PartialEq)]
pub(crate) struct FormProps {
    pub hooks: Hooks,
    pub line: Line<Form>,
}

/// What the form reacts to.
pub(crate) enum FormMessage {
    /// Pack and calendar have come, or the reason why not; and for which addresses they were fetched.
    Loaded([String; 2], Loaded),
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
    Local(LoadedLocal),
    /// Back to the default value.
    Reset,
    /// The form around the element was to be submitted and may not be.
    ShowIssues,
    /// Move to the control for a place in the entry.
    Focus(String),
    /// A method was called, or something in the page concerns the form.
    Call(String, String),
    /// The editor answered a question about another version of the entry.
    Answer(Answer),
    /// The editor chose a file for a document.
    Upload(String, HtmlInputElement),
    /// The editor wants another try with a file.
    UploadAgain(u32),
}

/// The form.
pub(crate) struct Form {
    pub(super) lang: Lang,
    pub(super) phase: Phase,
    pub(super) handlers: Handlers,
    /// Whether a server has drawn the form inside the element.
    is_drawn: bool,
    /// What the county lays down for itself.
    pub(super) local: Rc<Local>,
    /// Values and properties that were set before the pack came.
    pub(super) early: Early,
    /// Where to move after the next drawing: a place in the entry, or else an id.
    pub(super) focus: Option<String>,
    pub(super) focus_id: Option<&'static str>,
    /// What was last announced.
    pub(super) said: String,
    /// The entry that is known to be safe with the host, as JSON.
    pub(super) saved: String,
    /// A draft to be answered, of last time or of another window.
    pub(super) draft: Option<Other>,
    /// A newer version of the server to be answered.
    pub(super) server: Option<Other>,
    pub(super) draft_key: Option<String>,
    pub(super) draft_version: Option<String>,
    pub(super) draft_max_age_ms: u64,
    /// Whether the draft in the browser is this window's.
    pub(super) has_draft: bool,
    pub(super) is_draft_refused: bool,
    /// Keys of the elements whose control is the host's.
    pub(super) slotted: Vec<String>,
    pub(super) uploads: Vec<Upload>,
    pub(super) last_upload: u32,
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
        ctx.props().line.open(link);
        let handlers = Handlers {
            input: link.callback(|(path, value)| FormMessage::Input(path, value)),
            commit: link.callback(|(path, control)| FormMessage::Commit(path, control)),
            repair: link.callback(|(path, value)| FormMessage::Repair(path, value)),
            remove: link.callback(FormMessage::Remove),
            row: link.callback(FormMessage::Row),
            upload: link.callback(|(path, input)| FormMessage::Upload(path, input)),
            upload_again: link.callback(FormMessage::UploadAgain),
            composing: Composing::within(&ctx.props().hooks),
        };
        fetch(ctx);
        fetch_local(ctx);
        Form {
            lang: language(ctx.props().hooks.host()),
            phase: Phase::Loading,
            handlers,
            is_drawn: ctx.props().hooks.drawn().is_some(),
            local: Rc::default(),
            early: Early::default(),
            focus: None,
            focus_id: None,
            said: String::new(),
            saved: String::new(),
            draft: None,
            server: None,
            draft_key: None,
            draft_version: None,
            draft_max_age_ms: 0,
            has_draft: false,
            is_draft_refused: false,
            slotted: Vec::new(),
            uploads: Vec::new(),
            last_upload: 0,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: FormMessage) -> bool {
        let hooks = &ctx.props().hooks;
        match message {
            FormMessage::Loaded(addresses, loaded) => {
                // An answer for a pack that is no longer asked for comes too late.
                if addresses != pack_addresses(hooks) {
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
                self.edit(hooks, |state| state.repair(&path, value))
            }
            FormMessage::Remove(path) => self.edit(hooks, |state| state.remove(&path)),
            FormMessage::Row(edit) => self.edit_rows(hooks, &edit),
            FormMessage::Local(loaded) => self.take_local(ctx, loaded),
            FormMessage::Commit(path, control) => self.leave(hooks, &path, control),
            FormMessage::Reset => self.start_again(hooks, None),
            FormMessage::ShowIssues => self.show_issues(hooks),
            FormMessage::Call(name, arguments) => self.call(hooks, &name, &arguments),
            FormMessage::Answer(answer) => self.answer(hooks, answer),
            FormMessage::Upload(path, input) => self.upload(hooks, path, &input),
            FormMessage::UploadAgain(id) => self.upload_again(hooks, id),
            FormMessage::Focus(path) => {
                self.focus = Some(path);
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.phase {
            Phase::Loading => html! {
                <>
                    // A form of the server is no reason to wait.
                    if !self.is_drawn { <p class="status" role="status">{ text::loading(self.lang) }</p> }
                    <slot />
                </>
            },
            Phase::Unusable(reason) => html! {
                <><p class="unusable" role="alert">{ text::unusable(reason, self.lang) }</p><slot /></>
            },
            Phase::Ready(state) => self.view_form(ctx, state),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let hooks = &ctx.props().hooks;
        // A form that is drawn soon enough is told so before it is back in the page.
        hooks.onstage();
        self.give_slotted(hooks);
        let (place, id) = (self.focus.take(), self.focus_id.take());
        if place.as_ref().is_some_and(|place| self.focus_slotted(hooks, place)) {
            return;
        }
        let Some(root) = hooks.host().shadow_root() else { return };
        let control = match id {
            Some(id) => root.get_element_by_id(id).and_then(|element| element.dyn_into().ok()),
            None => place.and_then(|place| find_control(&root, &place)),
        };
        if let Some(control) = control {
            let _ = control.focus();
        }
    }
}

impl Form {
    /// Changes the entry for the editor and tells the page.
    pub(super) fn edit(&mut self, hooks: &Hooks, change: impl FnOnce(&mut State)) -> bool {
        let Phase::Ready(state) = &mut self.phase else {
            return false;
        };
        let before = (state.changes, state.blocking());
        change(state);
        if state.changes != before.0 {
            let blocking = state.blocking();
            if state.shows_all && blocking < before.1 {
                let words = phrases::still_to_mend(blocking, self.lang);
                self.say(words);
            }
            self.edited(hooks);
        }
        true
    }

    fn edited(&mut self, hooks: &Hooks) {
        let value = self.publish_value(hooks);
        hooks.write_field(&value);
        hooks.emit("gongkai-input", &value);
        self.drop_settled();
        self.keep_draft_soon(hooks);
    }

    /// The editor has left a control.
    pub(super) fn leave(&mut self, hooks: &Hooks, path: &str, control: Control) -> bool {
        let done = self.edit(hooks, |state| state.commit(path, control));
        if let Phase::Ready(state) = &self.phase {
            hooks.emit("gongkai-check", &to_json(&state.report));
            hooks.changed();
        }
        done
    }

    /// Shows all issues and moves to the first one that keeps the entry from being published.
    pub(super) fn show_issues(&mut self, hooks: &Hooks) -> bool {
        if let Phase::Ready(state) = &mut self.phase {
            state.shows_all = true;
            let shown = state.shown(self.lang);
            self.focus = shown.all().iter().find(|issue| issue.blocks).map(|issue| issue.path.clone());
            hooks.emit("gongkai-check", &to_json(&state.report));
        }
        true
    }

    pub(super) fn is_disabled(&self, hooks: &Hooks) -> bool {
        hooks.host().has_attribute("disabled") || hooks.host().matches(":disabled").unwrap_or(false)
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
        hooks.guard(value != self.saved && !hooks.host().has_attribute("no-leave-guard"));
        value
    }

    /// Changes rows: files that are on their way to them go along, and so does the focus.
    fn edit_rows(&mut self, hooks: &Hooks, edit: &RowEdit) -> bool {
        self.rows_edited(hooks, edit);
        let (lang, mut outcome) = (self.lang, None);
        let done = self.edit(hooks, |state| outcome = Some(state.edit_rows(edit, lang)));
        if let Some(outcome) = outcome {
            self.focus = Some(outcome.focus);
            self.say(outcome.words);
        }
        done
    }
}
