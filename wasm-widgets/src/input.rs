//! A text control that is safe with input methods: unfinished pinyin is neither data nor an error.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, FocusEvent, HtmlInputElement, InputEvent};
use yew::prelude::*;

use crate::boundary::{Hooks, fire};

/// Where in an element an input method is at work: one pair of listeners for all its text controls.
#[derive(Clone, Default)]
pub(crate) struct Composing {
    at: Rc<RefCell<Option<Element>>>,
    _listeners: Option<Rc<[EventListener; 2]>>,
}

// It stays the same for the life of the element.
impl PartialEq for Composing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.at, &other.at)
    }
}

impl Composing {
    /// Listens until it is dropped.
    pub fn within(hooks: &Hooks) -> Self {
        let Some(root) = hooks.host().shadow_root() else { return Self::default() };
        let at = Rc::<RefCell<Option<Element>>>::default();
        let start = {
            let at = at.clone();
            EventListener::new(&root, "compositionstart", move |event| {
                at.replace(event.target().and_then(|target| target.dyn_into().ok()));
            })
        };
        let end = {
            let at = at.clone();
            EventListener::new(&root, "compositionend", move |_| {
                // What was composed is heard of as if it were typed now.
                if let Some(control) = at.take() {
                    fire(&control, "input");
                }
            })
        };
        Composing { at, _listeners: Some(Rc::new([start, end])) }
    }

    /// The text in the control with this id while an input method is at work there.
    fn text(&self, id: &str) -> Option<AttrValue> {
        let at = self.at.borrow();
        let control = at.as_ref().filter(|control| control.id() == id && control.is_connected())?;
        Some(text(control).into())
    }

    /// Whether an input method was at work in the control of the event; now it is not.
    fn end(&self, event: &Event) -> bool {
        let was_at_work = self.is_at_work(event);
        if was_at_work {
            self.at.take();
        }
        was_at_work
    }

    /// Whether an input method is at work in the control of the event: one that is gone with its row keeps no other from being heard.
    fn is_at_work(&self, event: &Event) -> bool {
        let control = event.target_dyn_into::<Element>();
        control.is_some() && *self.at.borrow() == control
    }
}

/// The text in a control; several lines have the same property as one.
fn text(control: &Element) -> String {
    control.unchecked_ref::<HtmlInputElement>().value()
}

/// Which native control to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Native {
    /// `<input>` with a type and an input mode.
    Input { kind: &'static str, mode: Option<&'static str> },
    /// `<textarea>` with a number of rows.
    Area { rows: u32 },
}

impl Native {
    /// One line of text.
    pub const LINE: Native = Native::Input { kind: "text", mode: None };
}

/// A text control to be drawn.
pub(crate) struct TextInput {
    pub composing: Composing,
    pub id: AttrValue,
    /// The name under which a form drawn into a text posts it.
    pub name: Option<AttrValue>,
    pub value: AttrValue,
    pub native: Native,
    pub class: Option<&'static str>,
    pub label: Option<AttrValue>,
    pub described_by: Option<AttrValue>,
    pub placeholder: Option<AttrValue>,
    pub invalid: bool,
    pub required: bool,
    pub disabled: bool,
    /// Each finished change of the text.
    pub on_input: Callback<String>,
    /// The editor is done with the control.
    pub on_commit: Callback<()>,
}

impl TextInput {
    /// One line that holds a text.
    pub fn line(
        composing: &Composing,
        id: impl Into<AttrValue>,
        value: AttrValue,
        on_input: Callback<String>,
    ) -> Self {
        TextInput {
            composing: composing.clone(),
            id: id.into(),
            name: None,
            value,
            native: Native::LINE,
            class: None,
            label: None,
            described_by: None,
            placeholder: None,
            invalid: false,
            required: false,
            disabled: false,
            on_input,
            on_commit: Callback::noop(),
        }
    }

    /// Draws it. While an input method composes, the page keeps what is typed and nobody else hears of it.
    pub fn view(self) -> Html {
        let TextInput {
            composing, id, name, value, class, label, described_by, placeholder, disabled, ..
        } = self;
        // A rendering in the middle of a composition must not touch the text in the control.
        let value = composing.text(&id).unwrap_or(value);
        let oninput = {
            let (composing, on_input) = (composing.clone(), self.on_input.clone());
            Callback::from(move |event: InputEvent| {
                if !composing.is_at_work(&event) && !event.is_composing() {
                    on_input.emit(text_of(&event));
                }
            })
        };
        let onfocusout = {
            let (on_input, on_commit) = (self.on_input, self.on_commit);
            Callback::from(move |event: FocusEvent| {
                // Some input methods end without saying so when the control is left.
                if composing.end(&event) {
                    on_input.emit(text_of(&event));
                }
                on_commit.emit(());
            })
        };
        let invalid = self.invalid.then_some("true");
        let required = self.required.then_some("true");
        match self.native {
            Native::Input { kind, mode } => html! {
                <input type={kind} inputmode={mode} {id} {name} {class} part="input" {value} {placeholder} autocomplete="off"
                    aria-label={label} aria-describedby={described_by} aria-invalid={invalid} aria-required={required}
                    {disabled} {oninput} {onfocusout} />
            },
            Native::Area { rows } => html! {
                <textarea rows={rows.to_string()} {id} {name} {class} part="input" {value} {placeholder}
                    aria-label={label} aria-describedby={described_by} aria-invalid={invalid} aria-required={required}
                    {disabled} {oninput} {onfocusout} />
            },
        }
    }
}

fn text_of(event: &Event) -> String {
    event.target_dyn_into::<Element>().map_or_else(String::new, |control| text(&control))
}
