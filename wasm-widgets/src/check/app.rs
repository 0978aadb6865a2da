//! The component behind `<gongkai-check>`: loads pack and calendar, keeps notes beside the fields, sums up.

use std::rc::Rc;

use gongkai_core::Local;
use gongkai_core::report::Report;
use gongkai_core::text::Lang;
use serde_json::{Value, json};
use yew::prelude::*;

use super::desk::{Desk, Look};
use super::fields::Home;
use super::listen::Ears;
use super::panel::panel;
use super::ready::Ready;
use super::write::{self, Repair};
use crate::boundary::{Hooks, Line, attribute, language, today};
use crate::json::to_json;
use crate::load::{self, Loaded, LoadedLocal};
use crate::text;

/// Properties of [`Check`].
#[derive(Properties, PartialEq)]
pub(crate) struct CheckProps {
    pub hooks: Hooks,
    pub line: Line<Check>,
}

/// What the element reacts to.
pub(crate) enum CheckMessage {
    /// Pack and calendar have come, or the reason why not; and for which addresses they were fetched.
    Loaded([String; 2], Loaded),
    /// Local parameters have come, or the reason why not.
    Local(LoadedLocal),
    /// An attribute has changed.
    Attribute(String),
    /// A property was set, as JSON.
    Property(String, String),
    /// The page asks to show everything that is wrong, and perhaps to move to the first error.
    Check { moves: bool },
    /// A field was left.
    Left,
    /// Something was typed.
    Look,
    /// The form was to be submitted.
    Tried { stays: bool },
    /// The form has its first values again.
    Reset,
    /// The page has changed; `is_certain`: even if it has the same fields.
    Fields { is_certain: bool },
    /// The editor took a proposal at a field.
    Repair(String, Repair),
    /// Move to a field.
    Focus(String),
}

/// The element.
pub(crate) struct Check {
    pub(super) lang: Lang,
    pub(super) phase: Phase,
    local: Rc<Local>,
    /// Names and selectors of fields, as the page has set them.
    mapping: Vec<(String, String)>,
    handed_mapping: Option<String>,
}

pub(super) enum Phase {
    Loading,
    Unusable(String),
    Ready(Box<Ready>),
}

impl Component for Check {
    type Message = CheckMessage;
    type Properties = CheckProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().line.open(ctx.link());
        fetch(ctx);
        fetch_local(ctx);
        Check {
            lang: language(ctx.props().hooks.host()),
            phase: Phase::Loading,
            local: Rc::default(),
            mapping: Vec::new(),
            handed_mapping: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: CheckMessage) -> bool {
        let hooks = &ctx.props().hooks;
        match message {
            CheckMessage::Loaded(addresses, loaded) => {
                // An answer for a pack that is no longer asked for comes too late.
                if addresses == load::pack_addresses(hooks) {
                    self.take_pack(ctx, loaded);
                }
            }
            CheckMessage::Local(loaded) => {
                let Some(local) = load::take_local(hooks, loaded) else { return false };
                self.local = local.clone();
                if let Phase::Ready(ready) = &self.phase {
                    ready.desk.set_local(local);
                }
                self.look(hooks);
            }
            CheckMessage::Attribute(name) => match name.as_str() {
                "pack" | "item" | "calendar" | "today" => {
                    self.phase = Phase::Loading;
                    fetch(ctx);
                }
                "local" => fetch_local(ctx),
                "for" => self.find_fields(ctx, true),
                "lang" | "theme" => {
                    self.lang = language(hooks.host());
                    self.forget_notes();
                    self.look(hooks);
                }
                _ => self.look(hooks).map_or((), drop),
            },
            CheckMessage::Property(name, json) if name == "mapping" => {
                self.mapping = read_mapping(&json);
                self.handed_mapping = Some(json);
                self.find_fields(ctx, true);
            }
            CheckMessage::Property(..) => return false,
            CheckMessage::Check { moves } => self.show_all(hooks, moves, false),
            CheckMessage::Tried { stays } => self.show_all(hooks, stays, stays),
            CheckMessage::Left => {
                let report = self.look(hooks).map(|look| look.report);
                tell(hooks, report.as_ref());
            }
            CheckMessage::Look => {
                if matches!(&self.phase, Phase::Ready(ready) if ready.desk.is_silent()) {
                    return false;
                }
                self.look(hooks);
            }
            CheckMessage::Reset => {
                if let Phase::Ready(ready) = &self.phase {
                    ready.desk.forget();
                }
                self.look(hooks);
            }
            CheckMessage::Fields { is_certain } => self.find_fields(ctx, is_certain),
            CheckMessage::Repair(pointer, repair) => {
                if let Phase::Ready(ready) = &self.phase {
                    let fields = ready.desk.fields();
                    if let Some(bound) = fields.bound.iter().find(|bound| bound.place.pointer == pointer) {
                        write::apply(&repair, bound);
                        bound.control.focus();
                    }
                }
                self.look(hooks);
            }
            CheckMessage::Focus(pointer) => {
                self.focus(&pointer);
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.phase {
            Phase::Loading => html! {
                <><p class="status" role="status">{ text::loading(self.lang) }</p><slot /></>
            },
            Phase::Unusable(reason) => html! {
                <><p class="unusable" role="alert">{ text::unusable(reason, self.lang) }</p><slot /></>
            },
            Phase::Ready(ready) => {
                let focus = ctx.link().callback(CheckMessage::Focus);
                let repair = ctx.link().callback(|(pointer, repair)| CheckMessage::Repair(pointer, repair));
                let notes = ready.notes.iter().map(|note| {
                    let lines =
                        ready.shown.iter().filter(|line| line.field.as_deref() == Some(&*note.pointer));
                    create_portal(super::panel::messages(lines, self.lang, &repair), note.root.clone())
                });
                html! {
                    <>
                        { panel(&ready.desk, &ready.shown, &ready.absent, ready.is_asked, self.lang, &focus) }
                        { for notes }
                        <slot />
                    </>
                }
            }
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        // Notes and listeners go with what holds them.
        self.phase = Phase::Loading;
    }
}

impl Check {
    fn take_pack(&mut self, ctx: &Context<Self>, loaded: Loaded) {
        let hooks = &ctx.props().hooks;
        let item = attribute(hooks.host(), "item").unwrap_or_default().to_string();
        let day = attribute(hooks.host(), "today").and_then(|day| gongkai_core::date::parse(&day));
        let (pack, calendar) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.give_up(hooks, error.code, error.message),
        };
        let id = pack.id.clone();
        let desk = Desk::new(hooks.clone(), pack, item.clone(), calendar, day.unwrap_or_else(today));
        let Some(desk) = desk.map(Rc::new) else {
            return self.give_up(hooks, "item-unknown", text::item_unknown(&item, self.lang));
        };
        desk.set_local(self.local.clone());
        let ears = Ears::new(&desk, ctx.link());
        self.phase = Phase::Ready(Box::new(Ready::new(desk, ears)));
        self.find_fields(ctx, true);
        if let Phase::Ready(ready) = &self.phase {
            let fields = ready.desk.fields().bound.len();
            hooks.emit("gongkai-ready", &to_json(&json!({ "pack": id, "item": item, "fields": fields })));
        }
    }

    fn give_up(&mut self, hooks: &Hooks, code: &str, reason: String) {
        let detail = json!({ "code": code, "message": reason });
        self.phase = Phase::Unusable(reason);
        hooks.emit("gongkai-error", &to_json(&detail));
    }

    fn find_fields(&mut self, ctx: &Context<Self>, is_certain: bool) {
        let Phase::Ready(ready) = &mut self.phase else { return };
        ready.desk.set_mapping(self.mapping.clone());
        let before = ready.desk.fields();
        if !ready.desk.find_fields() && !is_certain {
            return;
        }
        ready.ears.hear_frames(&ready.desk, ctx.link());
        let unknown = &ready.desk.fields().unknown;
        if !unknown.is_empty() && *unknown != before.unknown {
            let message = text::unbound(&unknown.join("、"), self.lang);
            let detail = json!({ "code": "field-unknown", "message": message });
            ctx.props().hooks.emit("gongkai-error", &to_json(&detail));
        }
        self.look(&ctx.props().hooks);
    }

    fn forget_notes(&mut self) {
        if let Phase::Ready(ready) = &mut self.phase {
            ready.notes.clear();
        }
    }

    /// Judges the fields and puts notes beside those that are to show something.
    fn look(&mut self, hooks: &Hooks) -> Option<Look> {
        let Phase::Ready(ready) = &mut self.phase else { return None };
        let look = ready.desk.look();
        // Nothing moves while a button is down: the click would miss what it aims at.
        if !ready.desk.pressed.get() {
            ready.draw(&look, hooks, self.lang);
        }
        Some(look)
    }

    fn show_all(&mut self, hooks: &Hooks, moves: bool, was_held_back: bool) {
        let Phase::Ready(ready) = &mut self.phase else { return };
        ready.desk.shows_all.set(true);
        ready.desk.pressed.set(false);
        ready.is_asked = was_held_back && ready.desk.mode() == super::desk::Mode::Warn;
        let look = self.look(hooks);
        tell(hooks, look.as_ref().map(|look| &look.report));
        if moves {
            // In the order of the page, which is not that of the guideline.
            let first = look.and_then(|look| {
                let fields = look.blocking().filter_map(|(_, home)| match home {
                    Home::Field(field) => Some(field),
                    _ => None,
                });
                fields.min().map(|field| look.fields.bound[field].place.pointer.clone())
            });
            self.focus(&first.unwrap_or_default());
        }
    }

    fn focus(&self, pointer: &str) {
        let Phase::Ready(ready) = &self.phase else { return };
        let fields = ready.desk.fields();
        let Some(bound) = fields.bound.iter().find(|bound| bound.place.pointer == pointer) else {
            return;
        };
        if !bound.control.focus()
            && let Some(note) = ready.notes.iter().find(|note| note.pointer == pointer)
        {
            note.focus();
        }
    }

    /// The value of a property as JSON: the fields as they stand now.
    pub(super) fn current(&self, name: &str) -> Option<String> {
        match (&self.phase, name) {
            (_, "mapping") => self.handed_mapping.clone(),
            (Phase::Ready(ready), "value") => {
                let entry = gongkai_core::blank::without_blanks(ready.desk.look().entry)?;
                Some(to_json(&entry))
            }
            (Phase::Ready(ready), "report") => Some(to_json(&ready.desk.look().report)),
            _ => None,
        }
    }
}

fn tell(hooks: &Hooks, report: Option<&Report>) {
    if let Some(report) = report {
        hooks.emit("gongkai-check", &to_json(report));
    }
}

fn read_mapping(json: &str) -> Vec<(String, String)> {
    let Ok(Value::Object(mapping)) = serde_json::from_str(json) else {
        return Vec::new();
    };
    mapping.into_iter().filter_map(|(name, selector)| Some((name, selector.as_str()?.to_owned()))).collect()
}

fn fetch_local(ctx: &Context<Check>) {
    let link = ctx.link().clone();
    load::local(&ctx.props().hooks, move |loaded| link.send_message(CheckMessage::Local(loaded)));
}

fn fetch(ctx: &Context<Check>) {
    let link = ctx.link().clone();
    load::pack(&ctx.props().hooks, move |addresses, loaded| {
        link.send_message(CheckMessage::Loaded(addresses, loaded));
    });
}
