//! The component behind `<gongkai-table>`: loads pack and calendar, holds the state, talks to the page.

use std::rc::Rc;

use gloo::events::EventListener;
use gongkai_core::Local;
use gongkai_core::text::Lang;
use serde_json::{Value, json};
use yew::prelude::*;

use super::command::Command;
use super::grid::Grid;
use super::page;
use super::pull::Pulled;
use super::selection::Place;
use super::state::{After, ROWS_AT_ONCE, Shared, State};
use super::view::{Hit, grid};
use super::words;
use crate::bound::bound_value;
use crate::boundary::{Hooks, Line, attribute, language, today};
use crate::json::to_json;
use crate::load::{self, Loaded, LoadedLocal};
use crate::start::Defaults;
use crate::text;

/// Properties of [`Table`].
#[derive(Properties, PartialEq)]
pub(crate) struct TableProps {
    pub hooks: Hooks,
    pub line: Line<Table>,
}

/// What the grid reacts to.
pub(crate) enum Message {
    /// Pack and calendar have come, or the reason why not; and for which addresses they were fetched.
    Loaded([String; 2], Loaded),
    /// Local parameters have come, or the reason why not.
    Local(LoadedLocal),
    /// An attribute has changed.
    Attribute(String),
    /// A property was set, as JSON.
    Property(String, String),
    /// Back to the value of the bound field, else to the default one.
    Reset(Option<String>),
    /// The form around the element was to be submitted and may not be.
    ShowIssues,
    /// The editor wants something.
    Run(Command),
    /// The text in the active cell has changed.
    Typed,
    /// An input method has begun.
    Composing,
    /// Text came from the clipboard.
    Paste(String),
    /// The pointer went down, and whether Shift was held.
    Pressed(Rc<Hit>, bool),
    /// The pointer is pulled over a cell.
    Dragged(Place),
    /// The pointer went up somewhere.
    Released,
    Scrolled,
    /// The grid has the focus.
    Focused,
    /// The focus went elsewhere.
    Left,
    /// Shows wrong rows alone, or all.
    OnlyWrong,
    /// Shows or hides a column.
    Column(usize, bool),
    /// Takes a proposed value.
    Repair(u32, String, Value),
    /// A file was chosen or dropped.
    File(Option<web_sys::File>),
    /// A file was read, under this name, or why not.
    FileRead(String, bool, String),
    /// Whether rows that are not in the file go.
    RemoveGone(bool),
    /// The file is taken.
    TakeFile,
    /// The file is left.
    DropFile,
    /// The entries are to be written into a file of this format.
    Save(&'static str),
    /// Why they cannot be.
    NotSaved(String),
    /// More rows can be judged.
    Judge,
}

/// The grid.
pub(crate) struct Table {
    pub(super) lang: Lang,
    pub(super) phase: Phase,
    pub(super) shared: Shared,
    local: Rc<Local>,
    /// Values set before the pack came.
    pub(super) early_value: Option<String>,
    pub(super) early_reports: Option<String>,
    /// What is pulled with the pointer: a selection, or the corner that fills, with the rows that it repeats.
    pub(super) pulled: Option<Pulled>,
    pub(super) is_judging: bool,
    /// The page is to be told what is posted, once the rows are judged.
    pub(super) is_unpublished: bool,
    /// The editor changed something, so that the page hears of it.
    pub(super) is_edited: bool,
    /// The field that `for` names does not hold these entries yet.
    pub(super) writes_field: bool,
    pub(super) listeners: Vec<EventListener>,
}

pub(super) enum Phase {
    Loading,
    Unusable(String),
    Ready,
}

impl Component for Table {
    type Message = Message;
    type Properties = TableProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().line.open(ctx.link());
        fetch(ctx);
        fetch_local(ctx);
        let released = ctx.link().callback(|()| Message::Released);
        let window = web_sys::window();
        let up = window.map(|window| EventListener::new(&window, "mouseup", move |_| released.emit(())));
        Table {
            lang: language(ctx.props().hooks.host()),
            phase: Phase::Loading,
            shared: Shared::default(),
            local: Rc::default(),
            early_value: None,
            early_reports: None,
            pulled: None,
            is_judging: false,
            is_unpublished: false,
            is_edited: false,
            writes_field: false,
            listeners: up.into_iter().collect(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let hooks = &ctx.props().hooks;
        match message {
            Message::Loaded(addresses, loaded) => {
                // An answer for a pack that is no longer asked for comes too late.
                if addresses != load::pack_addresses(hooks) {
                    return false;
                }
                self.take_pack(hooks, loaded);
            }
            Message::Local(loaded) => {
                let Some(local) = load::take_local(hooks, loaded) else { return false };
                self.local = local.clone();
                self.edit(|state| state.grid.set_local(local));
                self.is_unpublished = true;
            }
            Message::Attribute(name) => self.attribute_changed(ctx, &name),
            Message::Property(name, json) => self.set_property(&name, json),
            Message::Reset(value) => {
                let value = value.or_else(|| attribute(hooks.host(), "value").map(|value| value.to_string()));
                self.load_value(value.as_deref());
            }
            Message::Scrolled => return self.scrolled(hooks),
            Message::Released => match self.pulled.take() {
                Some(Pulled::Filling { first, last }) => self.edit(|state| {
                    let end = state.range().rows.1;
                    if end > last {
                        state.fill(first, last, last + 1, end);
                    }
                }),
                _ => return false,
            },
            Message::Judge => {
                self.is_judging = false;
                self.edit(|state| {
                    let _ = state.grid.judge(ROWS_AT_ONCE);
                });
            }
            Message::File(file) => self.read_file(ctx, file),
            Message::Save(format) => self.save_file(ctx, format),
            other => self.act(hooks, other),
        }
        self.judge_later(ctx);
        self.tell(hooks);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let state = self.shared.borrow();
        match (&self.phase, state.as_ref()) {
            (Phase::Ready, Some(state)) => {
                let label = attribute(ctx.props().hooks.host(), "label");
                let label = label.as_deref().unwrap_or(&state.grid.model.name);
                let send = ctx.link().callback(|message| message);
                grid(&self.shared, state, label, &send)
            }
            (Phase::Unusable(reason), _) => html! {
                <><p class="unusable" role="alert">{ text::unusable(reason, self.lang) }</p><slot /></>
            },
            _ => html! {
                <><p class="status" role="status">{ text::loading(self.lang) }</p><slot /></>
            },
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let hooks = &ctx.props().hooks;
        let Some(root) = hooks.host().shadow_root() else { return };
        let mut taller = None;
        let mut after = After::default();
        if let Some(state) = self.shared.borrow_mut().as_mut() {
            taller = page::fit(&root, state);
            after = std::mem::take(&mut state.after);
        }
        if let Some(state) = self.shared.borrow().as_ref() {
            // Focus and scrolling call back, and only read what is borrowed here.
            page::arrive(&root, state, after);
        }
        if let Some(row_px) = taller {
            if let Some(state) = self.shared.borrow_mut().as_mut() {
                state.row_px = row_px;
            }
            ctx.link().send_message(Message::Scrolled);
        }
        if self.listeners.len() < 2
            && let Some(grid) = root.get_element_by_id("grid")
        {
            let typed = ctx.link().callback(|()| Message::Typed);
            self.listeners.push(EventListener::new(&grid, "compositionend", move |_| typed.emit(())));
            ctx.link().send_message(Message::Scrolled);
        }
    }
}

impl Table {
    fn take_pack(&mut self, hooks: &Hooks, loaded: Loaded) {
        let host = hooks.host();
        let item = attribute(host, "item").unwrap_or_default();
        let (pack, calendar) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.give_up(hooks, error.code, error.message),
        };
        let day =
            attribute(host, "today").and_then(|day| gongkai_core::date::parse(&day)).unwrap_or_else(today);
        let field = match bound_value(hooks, |value| value.is_array() || value.is_object(), self.lang) {
            Ok(field) => field,
            Err((code, reason)) => return self.give_up(hooks, code, reason),
        };
        let Some(mut grid) = Grid::new(pack, &item, calendar, day, self.lang, &Defaults::of(hooks)) else {
            return self.give_up(hooks, "item-unknown", text::item_unknown(&item, self.lang));
        };
        grid.local = self.local.clone();
        let ready = json!({ "pack": grid.model.pack, "item": grid.model.item });
        *self.shared.borrow_mut() = Some(State::new(grid));
        self.phase = Phase::Ready;
        self.read_flags(hooks);
        let value = || attribute(host, "value").map(|value| value.to_string());
        let value = self.early_value.take().or_else(value).or(field);
        self.load_value(value.as_deref());
        if let Some(reports) = self.early_reports.take() {
            self.set_property("reports", reports);
        }
        hooks.take_over(true);
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

    pub(super) fn edit(&mut self, change: impl FnOnce(&mut State)) {
        if let Some(state) = self.shared.borrow_mut().as_mut() {
            change(state);
        }
    }

    fn read_file(&mut self, ctx: &Context<Self>, file: Option<web_sys::File>) {
        let Some(file) = file else { return };
        let (mut item, link) = (String::new(), ctx.link().clone());
        self.edit(|state| {
            state.commit_typing();
            while state.grid.judge(usize::MAX) {}
            state.notice = Some(words::reading(state.grid.lang).to_owned());
            item.clone_from(&state.grid.model.item);
        });
        let name = file.name();
        ctx.props().hooks.read_file(&item, &file, move |is_read, text| {
            link.send_message(Message::FileRead(name, is_read, text));
        });
    }

    fn save_file(&mut self, ctx: &Context<Self>, format: &'static str) {
        let (mut item, mut name, mut entries) = (String::new(), String::new(), String::new());
        self.edit(|state| {
            state.commit_typing();
            while state.grid.judge(usize::MAX) {}
            (item, name) = (state.grid.model.item.clone(), state.grid.model.name.clone());
            entries = state.to_save();
        });
        let link = ctx.link().clone();
        ctx.props().hooks.save_file(&item, &entries, (format, &name), move |is_saved, reason| {
            if !is_saved {
                link.send_message(Message::NotSaved(reason));
            }
        });
    }

    fn scrolled(&mut self, hooks: &Hooks) -> bool {
        let Some(root) = hooks.host().shadow_root() else { return false };
        let mut shared = self.shared.borrow_mut();
        let Some(state) = shared.as_mut() else { return false };
        let Some(window) = page::window(&root, state.row_px) else { return false };
        let is_other = page::needs_other_rows(state.window, window);
        if is_other {
            state.window = window;
            // Rows that are drawn elsewhere lose the focus on the way.
            state.after.focus |= page::has_focus(&root);
        }
        is_other
    }
}

pub(super) fn fetch_local(ctx: &Context<Table>) {
    let link = ctx.link().clone();
    load::local(&ctx.props().hooks, move |loaded| link.send_message(Message::Local(loaded)));
}

pub(super) fn fetch(ctx: &Context<Table>) {
    let link = ctx.link().clone();
    load::pack(&ctx.props().hooks, move |addresses, loaded| {
        link.send_message(Message::Loaded(addresses, loaded));
    });
}
