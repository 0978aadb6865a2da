//! The statement that there is nothing to publish (本级无此事项, 本期无更新), in place of the elements.

use std::borrow::Cow;

use gongkai_core::blank::is_blank;
use gongkai_core::compile::Control;
use gongkai_core::field::Kind;
use gongkai_core::text::{Lang, value_name};
use serde_json::{Map, Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::{Handlers, Labelled, issue_list, view};
use super::places::Model;
use super::pointer;
use super::shown::{Shown, control_id};
use super::words;

const PATH: &str = "/nil";

/// Whether the entry states that there is nothing to publish.
pub(super) fn stands(entry: &Value) -> bool {
    !is_blank(pointer::get(entry, PATH))
}

/// The entry as it is judged and handed over: while the statement stands, what was typed as elements stays with the form.
pub(super) fn handed_over(entry: &Value) -> Cow<'_, Value> {
    if !stands(entry) || is_blank(pointer::get(entry, "/elements")) {
        return Cow::Borrowed(entry);
    }
    let members = entry.as_object().into_iter().flatten();
    let kept = members.filter(|(key, _)| *key != "elements").map(|(key, value)| (key.clone(), value.clone()));
    Cow::Owned(Value::Object(kept.collect::<Map<_, _>>()))
}

/// Properties of [`Nil`].
#[derive(Properties, PartialEq)]
pub(super) struct NilProps {
    pub model: Model,
    /// The statement.
    pub value: Value,
    /// Whether elements are filled in that the statement puts aside.
    pub keeps_elements: bool,
    /// The issues of the statement.
    pub issues: Vec<Shown>,
    pub lang: Lang,
    pub disabled: bool,
    pub handlers: Handlers,
}

/// The switch, and the fields of the statement while it stands.
#[component]
pub(super) fn Nil(props: &NilProps) -> Html {
    let (lang, disabled) = (props.lang, props.disabled);
    let is_nil = !is_blank(&props.value);
    // What was said of a statement comes back with it.
    let kept = use_mut_ref(|| Value::Null);
    if is_nil {
        *kept.borrow_mut() = props.value.clone();
    }
    let mut choices: Vec<(&str, Value)> = vec![(words::has_content(lang), Value::Null)];
    for field in &props.model.nil {
        if let Kind::Choice { choices: kinds, .. } = &field.kind {
            choices.extend(kinds.iter().map(|kind| (value_name(kind, lang), json!(kind))));
        }
    }
    let onchange = {
        let kinds: Vec<Value> = choices.iter().map(|(_, kind)| kind.clone()).collect();
        let (input, commit) = (props.handlers.input.clone(), props.handlers.commit.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlInputElement>().value();
            let kind = chosen.parse::<usize>().ok().and_then(|number| kinds.get(number)).cloned();
            let statement = match kind {
                Some(Value::String(kind)) => {
                    let mut statement = kept.borrow().clone();
                    pointer::set(&mut statement, "/kind", Value::String(kind));
                    statement
                }
                _ => Value::Null,
            };
            input.emit((PATH.to_owned(), statement));
            commit.emit((PATH.to_owned() + "/kind", Control::Radios));
        })
    };
    let kind = &props.value["kind"];
    let own: Vec<&Shown> =
        props.issues.iter().filter(|issue| issue.path == PATH || issue.path == "/nil/kind").collect();
    let (id, issue_id) = (control_id(PATH), format!("{}-issue", control_id(PATH)));
    let described_by = (!own.is_empty()).then(|| issue_id.clone());
    html! {
        <div class="nil">
            <fieldset class={classes!("field", (!own.is_empty()).then_some("wrong"))} part="field" {id} tabindex="-1"
                aria-describedby={described_by} data-path={PATH}>
                <legend class="label" part="label">{ words::content(lang) }</legend>
                { issue_list(&own, &issue_id, lang, &props.handlers) }
                <div class="options" {onchange}>
                    { for choices.iter().enumerate().map(|(number, (name, value))| html! {
                        <label class="option">
                            <input type="radio" part="input" name="nil" id={format!("nil-{number}")} value={number.to_string()}
                                checked={if is_nil { kind == value } else { value.is_null() }} {disabled} />
                            { name }
                        </label>
                    }) }
                </div>
                if is_nil && props.keeps_elements { <p class="hint" part="hint">{ words::elements_kept(lang) }</p> }
            </fieldset>
            if is_nil { { for props.model.nil.iter().skip(1).map(|field| part(props, field)) } }
        </div>
    }
}

fn part(props: &NilProps, field: &gongkai_core::compile::FormField) -> Html {
    let issues: Vec<Shown> = props.issues.iter().filter(|issue| issue.path == field.path).cloned().collect();
    view(&Labelled {
        field,
        path: &field.path,
        label: match props.lang {
            Lang::Zh => &field.label.zh,
            Lang::En => &field.label.en,
        },
        hint: None,
        value: pointer::get(&json!({ "nil": props.value }), &field.path),
        issues: &issues,
        lang: props.lang,
        disabled: props.disabled,
        handlers: &props.handlers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stay_behind_while_the_statement_stands() {
        let mut entry = json!({ "title": "t", "elements": { "a": "b" }, "nil": { "kind": "no-update" } });
        assert_eq!(*handed_over(&entry), json!({ "title": "t", "nil": { "kind": "no-update" } }));
        entry["nil"] = Value::Null;
        assert_eq!(*handed_over(&entry), entry);
    }
}
