//! Draws the grid and listens to what is done in it.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DragEvent, Element, FocusEvent, InputEvent, KeyboardEvent, MouseEvent};
use yew::prelude::*;

use super::app::Message;
use super::bar::bar;
use super::command::Command;
use super::head::head;
use super::keys;
use super::page::{gaps, stretches};
use super::preview::preview;
use super::row::{Active, RowView};
use super::selection::Place;
use super::state::{Shared, State};
use super::status::{counts, status};
use super::words;

/// The whole element.
pub(super) fn grid(shared: &Shared, state: &State, label: &str, send: &Callback<Message>) -> Html {
    let lang = state.grid.lang;
    let sums = state.grid.counts();
    let on = Listeners { shared: shared.clone(), send: send.clone() };
    let stretches = stretches(state);
    let gaps = gaps(&stretches, state.row_count());
    let empty = match (state.shown.is_empty(), state.can_change(), state.only_wrong) {
        (false, ..) => None,
        (true, _, true) => Some(words::no_rows_wrong(lang)),
        (true, true, _) => Some(words::empty(lang)),
        (true, false, _) => Some(words::empty_readonly(lang)),
    };
    let mut parts: Vec<Html> = Vec::new();
    for ((start, end), rows) in stretches.iter().zip(&gaps) {
        parts.push(gap(*rows, parts.len()));
        parts.extend((*start..*end).map(|at| row(shared, state, at)));
    }
    parts.push(gap(gaps.last().copied().unwrap_or(0), parts.len()));
    let repair = send.reform(|(row, path, value)| Message::Repair(row, path, value));
    html! {
        <div class="table" ondragover={on.dragover()} ondrop={on.dropped()}>
            { bar(state, sums, send) }
            if let Some(file) = &state.preview { { preview(state, file, send) } }
            <div class="scroller" part="grid" onscroll={send.reform(|_: Event| Message::Scrolled)}>
                <div role="grid" id="grid" class={classes!((!state.can_change()).then_some("fixed"))} aria-label={label.to_owned()} aria-describedby="help"
                    aria-rowcount={(state.row_count() + 1).to_string()} aria-colcount={(state.visible.len() + 1).to_string()}
                    aria-multiselectable="true" aria-readonly={(!state.can_change()).to_string()}
                    onkeydown={on.keydown()} oninput={on.input()} oncopy={on.copy(false)} oncut={on.copy(true)}
                    onpaste={on.paste()} onmousedown={on.mousedown()} onmousemove={on.mousemove()} ondblclick={on.dblclick()}
                    onfocusout={on.focusout()} onfocusin={send.reform(|_: FocusEvent| Message::Focused)}>
                    { head(state) }
                    <div role="rowgroup" class="body">{ for parts }</div>
                </div>
                if let Some(words) = empty { <p class="empty">{ words }</p> }
            </div>
            { status(state, &repair) }
            { counts(state, sums) }
            <p id="help" class="hidden">{ words::help(lang) }</p>
        </div>
    }
}

fn gap(rows: usize, number: usize) -> Html {
    html! { <div key={format!("gap{number}")} role="none" class={classes!("gap", (rows == 0).then_some("none"))} /> }
}

fn row(shared: &Shared, state: &State, at: usize) -> Html {
    let row = state.row_at(at);
    let range = state.range();
    let has_focus = state.heading.is_none();
    let active = (state.active.row == at).then(|| Active {
        column: state.active.column,
        is_typing: state.typing.is_some(),
        suggestion: state.typing.as_ref().and_then(|typing| typing.suggestion),
        suggestions: state.suggestions(),
        is_low: at > state.window.0 + state.window.1 / 2,
        can_change: state.can_change(),
    });
    let selected = range.has_row(at).then_some(range.columns);
    html! {
        <RowView key={row.map_or_else(|| "new".to_owned(), |row| row.to_string())} state={shared.clone()} {at} {row}
            version={row.map_or(0, |row| state.grid.row(row).version)} columns_version={state.columns_version}
            {selected} {active} lang={state.grid.lang}
            has_handle={has_focus && state.can_change() && state.typing.is_none() && at == range.rows.1} />
    }
}

/// What is listened to; each of them hears what bubbles up to the grid.
struct Listeners {
    shared: Shared,
    send: Callback<Message>,
}

impl Listeners {
    fn with<R>(shared: &Shared, ask: impl FnOnce(&State) -> R) -> Option<R> {
        shared.borrow().as_ref().map(ask)
    }

    fn keydown(&self) -> Callback<KeyboardEvent> {
        let (shared, send) = (self.shared.clone(), self.send.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(mode) = Self::with(&shared, State::mode) else { return };
            if let Some(command) = keys::command(&event, mode) {
                event.prevent_default();
                send.emit(Message::Run(command));
            }
        })
    }

    fn input(&self) -> Callback<InputEvent> {
        let send = self.send.clone();
        Callback::from(move |event: InputEvent| {
            // What is being composed is neither data nor an error yet.
            send.emit(if event.is_composing() { Message::Composing } else { Message::Typed });
        })
    }

    fn copy(&self, is_cut: bool) -> Callback<Event> {
        let (shared, send) = (self.shared.clone(), self.send.clone());
        Callback::from(move |event: Event| {
            let Some(text) = Self::with(&shared, State::copied).flatten() else { return };
            let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            if clipboard.set_data("text/plain", &text).is_ok() {
                event.prevent_default();
                if is_cut {
                    send.emit(Message::Run(Command::Clear));
                }
            }
        })
    }

    fn paste(&self) -> Callback<Event> {
        let (shared, send) = (self.shared.clone(), self.send.clone());
        Callback::from(move |event: Event| {
            // Into a text that is being typed the browser pastes.
            if Self::with(&shared, |state| state.typing.is_some()) != Some(false) {
                return;
            }
            let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let text = clipboard.and_then(|clipboard| clipboard.get_data("text/plain").ok());
            event.prevent_default();
            send.emit(Message::Paste(text.unwrap_or_default()));
        })
    }

    fn mousedown(&self) -> Callback<MouseEvent> {
        let (shared, send) = (self.shared.clone(), self.send.clone());
        Callback::from(move |event: MouseEvent| {
            if event.button() != 0 {
                return;
            }
            let Some(hit) = Hit::of(&event) else { return };
            let is_own = match &hit {
                Hit::Cell(place) => Self::with(&shared, |state| {
                    state.active == *place && state.heading.is_none() && state.typing.is_some()
                }),
                _ => None,
            };
            // Clicks into the text that is typed are the control's own.
            if is_own == Some(true) {
                return;
            }
            event.prevent_default();
            send.emit(Message::Pressed(Rc::new(hit), event.shift_key()));
        })
    }

    fn mousemove(&self) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |event: MouseEvent| {
            if event.buttons() & 1 == 1
                && let Some(Hit::Cell(place) | Hit::Row(place)) = Hit::of(&event)
            {
                send.emit(Message::Dragged(place));
            }
        })
    }

    fn dblclick(&self) -> Callback<MouseEvent> {
        let (shared, send) = (self.shared.clone(), self.send.clone());
        Callback::from(move |event: MouseEvent| {
            let is_typing = Self::with(&shared, |state| state.typing.is_some()) == Some(true);
            if matches!(Hit::of(&event), Some(Hit::Cell(_))) && !is_typing {
                send.emit(Message::Run(Command::Edit));
            }
        })
    }

    fn dragover(&self) -> Callback<DragEvent> {
        Callback::from(|event: DragEvent| event.prevent_default())
    }

    fn dropped(&self) -> Callback<DragEvent> {
        let send = self.send.clone();
        Callback::from(move |event: DragEvent| {
            let files = event.data_transfer().and_then(|transfer| transfer.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                event.prevent_default();
                send.emit(Message::File(Some(file)));
            }
        })
    }

    fn focusout(&self) -> Callback<FocusEvent> {
        let send = self.send.clone();
        Callback::from(move |event: FocusEvent| {
            let grid = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let grid = grid.and_then(|target| target.closest("#grid").ok().flatten());
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            // A control that is only drawn elsewhere goes without a word of where to.
            let is_inside = grid.is_some_and(|grid| grid.contains(to.as_ref()) && to.is_some());
            if !is_inside {
                send.emit(Message::Left);
            }
        })
    }
}

/// What the pointer is on.
#[derive(Debug, PartialEq)]
pub(super) enum Hit {
    Cell(Place),
    /// The number of a row.
    Row(Place),
    Heading(usize),
    /// The corner that is pulled to fill.
    Handle,
    /// The arrow that opens the choices.
    Opener(Place),
    Choice(String),
}

impl Hit {
    fn of(event: &MouseEvent) -> Option<Self> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let around = |selector: &str| target.closest(selector).ok().flatten();
        let number = |element: &Element, name: &str| element.get_attribute(name)?.parse::<usize>().ok();
        if let Some(choice) = around("[data-choice]") {
            return choice.get_attribute("data-choice").map(Hit::Choice);
        }
        if target.has_attribute("data-handle") {
            return Some(Hit::Handle);
        }
        if let Some(heading) = around("[data-heading]") {
            return number(&heading, "data-heading").map(Hit::Heading);
        }
        let row = number(&around("[data-row]")?, "data-row")?;
        let cell = around("[data-column]")?;
        let Some(column) = number(&cell, "data-column") else {
            return Some(Hit::Row(Place { row, column: 0 }));
        };
        let place = Place { row, column };
        Some(if target.has_attribute("data-opener") { Hit::Opener(place) } else { Hit::Cell(place) })
    }
}
