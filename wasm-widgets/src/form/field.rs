//! One field: label, help, issues and the control that fits it.

use std::rc::Rc;

use gongkai_core::compile::{Control, FormField};
use gongkai_core::field::{Kind, without_heading};
use gongkai_core::text::Lang;
use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::control;
use super::phrases;
use super::places::Model;
use super::posting::{Act, BUTTON, asks};
use super::row_edit::RowEdit;
use super::severity;
use super::shown::{Shown, control_id};
use super::slots::element;
use super::uploads::Upload;
use crate::input::{Composing, TextInput};
use crate::text;

/// What the controls report to the form; paths are JSON Pointers into the entry.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Handlers {
    pub input: Callback<(String, Value)>,
    pub commit: Callback<(String, Control)>,
    pub repair: Callback<(String, Value)>,
    pub remove: Callback<String>,
    pub row: Callback<RowEdit>,
    pub upload: Callback<(String, HtmlInputElement)>,
    pub upload_again: Callback<u32>,
    pub composing: Composing,
}

/// Properties of [`FieldView`].
#[derive(Properties, PartialEq)]
pub(super) struct FieldProps {
    pub model: Model,
    /// The field: the number of its section, and its own in there.
    pub place: (usize, usize),
    pub value: Value,
    /// The issues of this field and of its parts.
    pub issues: Vec<Shown>,
    /// The files of its documents; `None` where no file can be chosen.
    pub uploads: Option<Vec<Upload>>,
    /// Whether the host has put its own control in place.
    pub is_slotted: bool,
    pub lang: Lang,
    pub disabled: bool,
    pub handlers: Handlers,
}

/// What a control needs to know.
pub(super) struct Slot<'a> {
    pub path: &'a str,
    pub id: String,
    pub label: &'a str,
    pub value: &'a Value,
    pub described_by: Option<AttrValue>,
    pub invalid: bool,
    pub required: bool,
    pub disabled: bool,
    pub lang: Lang,
    pub issues: &'a [Shown],
    pub uploads: Option<&'a [Upload]>,
    pub handlers: &'a Handlers,
}

impl Slot<'_> {
    /// A control for typing in this place, as it is described around it.
    pub fn text_input(
        &self,
        id: impl Into<AttrValue>,
        value: AttrValue,
        on_input: Callback<String>,
    ) -> TextInput {
        TextInput {
            described_by: self.described_by.clone(),
            invalid: self.invalid,
            disabled: self.disabled,
            ..TextInput::line(&self.handlers.composing, id, value, on_input)
        }
    }
}

/// One field. Drawn anew only when its own value or issues change.
#[component]
pub(super) fn FieldView(props: &FieldProps) -> Html {
    let field = &props.model.sections[props.place.0].fields[props.place.1];
    let label = match props.lang {
        Lang::Zh => &field.label.zh,
        Lang::En => &field.label.en,
    };
    let label = without_heading(label, field.group.as_deref());
    let hint = field.help.as_ref().map(|help| match props.lang {
        Lang::Zh => help.zh.as_str(),
        Lang::En => help.en.as_str(),
    });
    view(&Labelled {
        field,
        path: &field.path,
        label,
        hint,
        value: &props.value,
        issues: &props.issues,
        uploads: props.uploads.as_deref(),
        is_slotted: props.is_slotted,
        lang: props.lang,
        disabled: props.disabled,
        handlers: &props.handlers,
    })
}

/// A field at a place in the entry, with the words around it.
pub(super) struct Labelled<'a> {
    pub field: &'a FormField,
    pub path: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a Value,
    pub issues: &'a [Shown],
    pub uploads: Option<&'a [Upload]>,
    pub is_slotted: bool,
    pub lang: Lang,
    pub disabled: bool,
    pub handlers: &'a Handlers,
}

/// Draws a field or a cell of a row.
pub(super) fn view(labelled: &Labelled<'_>) -> Html {
    let Labelled { field, path, lang, .. } = *labelled;
    let id = control_id(path);
    // What the host puts in place may be several controls; a group has a name in any case.
    let is_slotted = labelled.is_slotted;
    let is_group = is_slotted || control::is_group(&field.kind, field.control);
    let holds_rows =
        !is_slotted && matches!(field.control, Control::Rows | Control::Documents | Control::Group);
    // Rows and groups show the issues of their cells themselves.
    let own: Vec<&Shown> = labelled.issues.iter().filter(|issue| !holds_rows || issue.path == path).collect();
    let hint_id = format!("{id}-hint");
    let issue_id = format!("{id}-issue");
    let mut described_by: Vec<&str> = Vec::new();
    if labelled.hint.is_some() {
        described_by.push(&hint_id);
    }
    if !own.is_empty() {
        described_by.push(&issue_id);
    }
    let is_wrong = own.iter().any(|issue| issue.is_error());
    let described_by = (!described_by.is_empty()).then(|| AttrValue::from(described_by.join(" ")));
    let inner = control::view(
        field,
        &Slot {
            path,
            id: id.clone(),
            label: labelled.label,
            value: labelled.value,
            described_by: described_by.clone(),
            invalid: is_wrong,
            required: field.required,
            disabled: labelled.disabled,
            lang,
            issues: labelled.issues,
            uploads: labelled.uploads,
            handlers: labelled.handlers,
        },
    );
    let inner = match element(path).filter(|_| is_slotted) {
        // What is between the tags is shown until it is known that the host has taken its control away.
        Some(key) => html! { <slot name={format!("field:{key}")}>{ inner }</slot> },
        None => inner,
    };
    let name = html! {
        <>{ labelled.label }if !field.required {
            <span class="optional">{ format!("（{}）", text::optional(lang)) }</span>
        }</>
    };
    let around = html! {
        <>
            if let Some(hint) = labelled.hint { <p class="hint" part="hint" id={hint_id.clone()}>{ hint }</p> }
            { issue_list(&own, &issue_id, lang, labelled.handlers) }
        </>
    };
    let class = classes!("field", height(&field.kind), is_wrong.then_some("wrong"));
    if is_group {
        // A fieldset of several controls takes the focus of the summary's links itself.
        html! {
            <fieldset {class} part="field" id={id} tabindex="-1" aria-describedby={described_by} data-path={path.to_owned()}>
                <legend class="label" part="label">{ name }</legend>
                { around }
                { inner }
            </fieldset>
        }
    } else {
        html! {
            <div {class} part="field" data-path={path.to_owned()}>
                <label class="label" part="label" for={id}>{ name }</label>
                { around }
                { inner }
            </div>
        }
    }
}

/// The class that says about how tall a group of choices is; what is not on the screen is not measured.
fn height(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Choices { choices, .. } if choices.len() > 8 => Some("tall"),
        Kind::Choices { .. } | Kind::Choice { .. } | Kind::Boolean => Some("medium"),
        _ => None,
    }
}

/// The issues of a field, told apart by signs and words and not by colour alone.
pub(super) fn issue_list(issues: &[&Shown], id: &str, lang: Lang, handlers: &Handlers) -> Html {
    if issues.is_empty() {
        return Html::default();
    }
    html! {
        <div class="issues" id={id.to_owned()}>
            { for issues.iter().map(|issue| issue_line(issue, lang, handlers)) }
        </div>
    }
}

fn issue_line(issue: &Shown, lang: Lang, handlers: &Handlers) -> Html {
    let repair = issue.repair.clone().map(|value| {
        let words = gongkai_core::reading::in_words(&value, lang);
        let words =
            if words.is_empty() { phrases::clear(lang).to_owned() } else { phrases::change_to(&words, lang) };
        let (asked, act) = asks(|| Act::Repair(issue.path.clone(), value.clone()));
        let (path, repair) = (issue.path.clone(), handlers.repair.clone());
        let onclick = Callback::from(move |_: MouseEvent| repair.emit((path.clone(), value.clone())));
        html! { <button type={BUTTON} name={asked} value={act} class="repair" part="button" {onclick}>{ words }</button> }
    });
    html! {
        <p class={classes!("issue", severity::class(issue.severity))} part="issue">
            { severity::mark(issue.severity, lang) }
            <span>{ &issue.message }
                // The button says what is proposed.
                if let Some(hint) = issue.hint.as_ref().filter(|_| repair.is_none()) { <span class="why">{ hint }</span> }
            </span>
            { for repair }
        </p>
    }
}

/// A callback that hands a value at this place to the form.
pub(super) fn on_value<T>(slot: &Slot<'_>, read: impl Fn(T) -> Value + 'static) -> Callback<T> {
    let (path, input) = (Rc::<str>::from(slot.path), slot.handlers.input.clone());
    Callback::from(move |typed| input.emit((path.to_string(), read(typed))))
}

/// A callback that says that this place was left.
pub(super) fn on_leave(slot: &Slot<'_>, control: Control) -> Callback<()> {
    let (path, commit) = (slot.path.to_owned(), slot.handlers.commit.clone());
    Callback::from(move |()| commit.emit((path.clone(), control)))
}
