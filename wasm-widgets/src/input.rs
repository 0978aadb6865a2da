//! A text control that is safe with input methods: unfinished pinyin is neither data nor an error.

use gloo::events::EventListener;
use web_sys::{Element, FocusEvent, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

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

/// Properties of [`TextInput`].
#[derive(Properties, PartialEq)]
pub(crate) struct TextInputProps {
    pub id: AttrValue,
    /// The name under which a form drawn into a text posts it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    pub value: AttrValue,
    pub native: Native,
    #[prop_or_default]
    pub class: Classes,
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    #[prop_or_default]
    pub invalid: bool,
    #[prop_or_default]
    pub required: bool,
    #[prop_or_default]
    pub disabled: bool,
    /// Each finished change of the text.
    pub on_input: Callback<String>,
    /// The editor is done with the control: it was left, or Enter was pressed.
    #[prop_or_default]
    pub on_commit: Callback<()>,
}

/// A text control. While an input method composes, the page keeps what is typed and nobody else hears of it.
#[component]
pub(crate) fn TextInput(props: &TextInputProps) -> Html {
    let composing = use_mut_ref(|| false);
    let node = use_node_ref();

    let read = {
        let node = node.clone();
        move || match (node.cast::<HtmlInputElement>(), node.cast::<HtmlTextAreaElement>()) {
            (Some(input), _) => input.value(),
            (_, Some(area)) => area.value(),
            _ => String::new(),
        }
    };
    // A rendering in the middle of a composition must not touch the text in the control.
    let shown = if *composing.borrow() { AttrValue::from(read()) } else { props.value.clone() };

    let oninput = {
        let (composing, on_input, read) = (composing.clone(), props.on_input.clone(), read.clone());
        Callback::from(move |event: InputEvent| {
            if !*composing.borrow() && !event.is_composing() {
                on_input.emit(read());
            }
        })
    };
    // Listeners are set once for the life of the control; what they call is always that of the last rendering.
    let latest = use_mut_ref(|| (props.on_input.clone(), props.value.clone()));
    *latest.borrow_mut() = (props.on_input.clone(), props.value.clone());
    let finish = {
        let composing = composing.clone();
        move || {
            if composing.replace(false) {
                let (on_input, value) = latest.borrow().clone();
                let text = read();
                if text != value.as_str() {
                    on_input.emit(text);
                }
            }
        }
    };
    {
        let (node, finish) = (node.clone(), finish.clone());
        use_effect_with((), move |()| {
            let listeners = node.cast::<Element>().map(|element| {
                [
                    EventListener::new(&element, "compositionstart", move |_| {
                        *composing.borrow_mut() = true;
                    }),
                    EventListener::new(&element, "compositionend", move |_| finish()),
                ]
            });
            move || drop(listeners)
        });
    }
    let onfocusout = {
        let on_commit = props.on_commit.clone();
        Callback::from(move |_: FocusEvent| {
            // Some input methods end without saying so when the control is left.
            finish();
            on_commit.emit(());
        })
    };

    let invalid = props.invalid.then_some("true");
    let required = props.required.then_some("true");
    match props.native {
        Native::Input { kind, mode } => html! {
            <input ref={node} type={kind} inputmode={mode} id={&props.id} name={props.name.clone()} class={props.class.clone()} part="input"
                value={shown} placeholder={props.placeholder.clone()} autocomplete="off"
                aria-label={props.label.clone()} aria-describedby={props.described_by.clone()}
                aria-invalid={invalid} aria-required={required} disabled={props.disabled}
                {oninput} {onfocusout} />
        },
        Native::Area { rows } => html! {
            <textarea ref={node} rows={rows.to_string()} id={&props.id} name={props.name.clone()} class={props.class.clone()} part="input"
                value={shown} placeholder={props.placeholder.clone()}
                aria-label={props.label.clone()} aria-describedby={props.described_by.clone()}
                aria-invalid={invalid} aria-required={required} disabled={props.disabled}
                {oninput} {onfocusout} />
        },
    }
}
