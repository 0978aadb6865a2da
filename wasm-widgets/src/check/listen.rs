//! What the page tells: typing, leaving a field, submitting, fields that come and go.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, EventTarget, FocusEvent, HtmlIFrameElement, InputEvent, Node, SubmitEvent};
use yew::html::Scope;

use super::app::{Check, CheckMessage};
use super::control::Control;
use super::desk::Desk;
use super::fields::ELEMENT;
use crate::boundary::Watch;

/// Listens until it is dropped.
pub(super) struct Ears {
    _listeners: Vec<EventListener>,
    _watch: Option<Watch>,
    /// Editors in frames, each with its own document.
    frames: Vec<(HtmlIFrameElement, Vec<EventListener>)>,
}

type Link = Scope<Check>;

impl Ears {
    pub fn new(desk: &Rc<Desk>, link: &Link) -> Self {
        let root = desk.scope().root;
        let mut ears = Listening { root: root.clone().into(), desk, link, listeners: Vec::new() };
        ears.on("focusout", false, |desk, link, event| {
            let event: &FocusEvent = event.unchecked_ref();
            let next = event.related_target();
            left(desk, link, event.target().as_ref(), next.as_ref());
        });
        for name in ["input", "compositionend"] {
            ears.on(name, false, typed);
        }
        // Also when a field with changes is left by a click, while the button is still down.
        ears.on("change", false, |_, link, _| link.send_message(CheckMessage::Look));
        ears.on("pointerdown", true, |desk, _, _| desk.pressed.set(true));
        for name in ["pointerup", "pointercancel"] {
            ears.on(name, true, |desk, link, _| {
                desk.pressed.set(false);
                let link = link.clone();
                // After the click that follows.
                Timeout::new(0, move || link.send_message(CheckMessage::Look)).forget();
            });
        }
        ears.on("reset", false, |desk, link, event| {
            let form = desk.scope().form;
            if form.is_some_and(|form| event.target().as_ref() == Some(&form)) {
                let link = link.clone();
                // The fields have their first values only when all listeners have been told.
                Timeout::new(0, move || link.send_message(CheckMessage::Reset)).forget();
            }
        });
        // First before the page's own listeners, since they may send the form off; then after them, since editors put
        // their text into hidden fields only now.
        ears.on("submit", true, |desk, link, event| submit(desk, link, event, true));
        ears.on("submit", false, |desk, link, event| submit(desk, link, event, false));
        // A frame that loads anew has another document.
        ears.on("load", true, |_, link, event| {
            if event.target().is_some_and(|target| target.has_type::<HtmlIFrameElement>()) {
                link.send_message(CheckMessage::Fields { is_certain: true });
            }
        });
        let listeners = ears.listeners;
        let watch = {
            let link = link.clone();
            let attributes = [ELEMENT, "name", "form", "id", "type", "contenteditable"];
            Watch::new(&root, &attributes, move || {
                link.send_message(CheckMessage::Fields { is_certain: false })
            })
        };
        Ears { _listeners: listeners, _watch: watch, frames: Vec::new() }
    }

    /// Listens inside the frames that the fields stand in now.
    pub fn hear_frames(&mut self, desk: &Rc<Desk>, link: &Link) {
        self.frames.clear();
        for bound in &desk.fields().bound {
            let Control::Frame(frame) = &bound.control else { continue };
            let Some(document) = frame.content_document() else { continue };
            let mut ears = Listening { root: document.into(), desk, link, listeners: Vec::new() };
            for name in ["input", "compositionend"] {
                ears.on(name, false, typed);
            }
            let owner = frame.clone();
            ears.on("focusout", false, move |desk, link, _| left(desk, link, Some(&owner), None));
            let listeners = ears.listeners;
            self.frames.push((frame.clone(), listeners));
        }
    }
}

struct Listening<'a> {
    root: EventTarget,
    desk: &'a Rc<Desk>,
    link: &'a Link,
    listeners: Vec<EventListener>,
}

impl Listening<'_> {
    fn on(&mut self, name: &'static str, is_early: bool, hear: impl Fn(&Desk, &Link, &Event) + 'static) {
        let phase = if is_early { EventListenerPhase::Capture } else { EventListenerPhase::Bubble };
        let options = EventListenerOptions { phase, passive: false };
        let (desk, link) = (self.desk.clone(), self.link.clone());
        let listener = EventListener::new_with_options(&self.root, name, options, move |event| {
            hear(&desk, &link, event)
        });
        self.listeners.push(listener);
    }
}

fn left(desk: &Desk, link: &Link, target: Option<&EventTarget>, next: Option<&EventTarget>) {
    let node = |target: Option<&EventTarget>| target.and_then(|target| target.dyn_ref::<Node>().cloned());
    let Some(target) = node(target) else { return };
    let fields = desk.fields();
    let Some(bound) = fields.of_node(&target) else { return };
    // From one button of a group to the next the field is not left.
    let is_inside = node(next).and_then(|next| fields.of_node(&next).map(|next| next == bound));
    if is_inside == Some(true) {
        return;
    }
    desk.touch(bound.place.pointer.clone());
    link.send_message(CheckMessage::Left);
}

fn typed(desk: &Desk, link: &Link, event: &Event) {
    // Who types has let go of the button, even if that happened where nobody told.
    desk.pressed.set(false);
    // Unfinished pinyin is neither data nor an error.
    let is_composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    if !is_composing {
        link.send_message(CheckMessage::Look);
    }
}

fn submit(desk: &Desk, link: &Link, event: &Event, is_early: bool) {
    let form = desk.scope().form;
    if form.is_none_or(|form| event.target().as_ref() != Some(&form)) || event.default_prevented() {
        return;
    }
    let submitter = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    if submitter.is_some_and(|button| button.has_attribute("formnovalidate")) {
        return;
    }
    let look = desk.look();
    let is_hidden = |field: usize| look.fields.bound[field].control.is_hidden();
    let stays = desk.holds_back(&look, |field| is_early && is_hidden(field));
    if stays {
        event.prevent_default();
        event.stop_immediate_propagation();
    }
    if stays || !is_early {
        desk.shows_all.set(true);
        link.send_message(CheckMessage::Tried { stays });
    }
}
