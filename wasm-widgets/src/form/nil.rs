//! The statement that there is nothing to publish (本级无此事项, 本期无更新), in place of the elements.

use std::borrow::Cow;

use gongkai_core::blank::is_blank;
use gongkai_core::compile::{Control, FormField};
use gongkai_core::field::Kind;
use gongkai_core::text::{Lang, value_name};
use serde_json::{Map, Value};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::{self, Handlers, Labelled, issue_list};
use super::nodes::said;
use super::phrases;
use super::pointer;
use super::posting::{IS_TEXT, name};
use super::shown::{Shown, control_id};
use super::state::State;

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

/// What there is to know for drawing the statement.
pub(super) struct Nil<'a> {
    pub state: &'a State,
    /// The issues of the statement.
    pub issues: &'a [Shown],
    pub lang: Lang,
    pub disabled: bool,
    pub handlers: &'a Handlers,
}

/// The switch, and the fields of the statement while it stands.
pub(super) fn view(nil: &Nil<'_>) -> Html {
    let Nil { state, lang, disabled, handlers, .. } = *nil;
    let value = pointer::get(&state.entry, PATH);
    let is_nil = !is_blank(value);
    // What was said of a statement comes back with it.
    if is_nil {
        state.kept_statement.replace(value.clone());
    }
    let kinds = match state.model.nil.first().map(|field| &field.kind) {
        Some(Kind::Choice { choices, .. }) => choices.as_slice(),
        _ => &[],
    };
    let onchange = {
        let (kept, kinds) = (state.kept_statement.clone(), kinds.to_vec());
        let (input, commit) = (handlers.input.clone(), handlers.commit.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlInputElement>().value();
            let statement = if kinds.contains(&chosen) {
                let mut statement = kept.borrow().clone();
                pointer::set(&mut statement, "/kind", Value::String(chosen));
                statement
            } else {
                Value::Null
            };
            input.emit((PATH.to_owned(), statement));
            commit.emit((format!("{PATH}/kind"), Control::Radios));
        })
    };
    let chosen = value["kind"].as_str().unwrap_or_default();
    let radio = |kind: &str, words: &str| {
        let is_chosen = if kind.is_empty() { !is_nil } else { kind == chosen };
        html! {
            <label class="option">
                <input type="radio" part="input" name={name("/nil/kind").unwrap_or(AttrValue::Static("nil"))} value={kind.to_owned()} checked={is_chosen} {disabled} />{ words }
            </label>
        }
    };
    let own: Vec<&Shown> =
        nil.issues.iter().filter(|issue| issue.path == PATH || issue.path == "/nil/kind").collect();
    let (id, issue_id) = (control_id(PATH), format!("{}-issue", control_id(PATH)));
    let described_by = (!own.is_empty()).then(|| issue_id.clone());
    let keeps_elements = is_nil && !is_blank(pointer::get(&state.entry, "/elements"));
    let fields = state.model.nil.iter().skip(1).filter(|_| is_nil || IS_TEXT);
    html! {
        <div class="nil">
            <fieldset class={classes!("field", (!own.is_empty()).then_some("wrong"))} part="field" {id} tabindex="-1"
                aria-describedby={described_by} data-path={PATH}>
                <legend class="label" part="label">{ phrases::content(lang) }</legend>
                { issue_list(&own, &issue_id, lang, handlers) }
                <div class="options" {onchange}>
                    { radio("", phrases::has_content(lang)) }
                    { for kinds.iter().map(|kind| radio(kind, value_name(kind, lang))) }
                </div>
                if keeps_elements { { said("p", "hint", phrases::elements_kept(lang)) } }
            </fieldset>
            { for fields.map(|field| part(nil, field)) }
        </div>
    }
}

fn part(nil: &Nil<'_>, field: &FormField) -> Html {
    let issues: Vec<Shown> = nil.issues.iter().filter(|issue| issue.path == field.path).cloned().collect();
    field::view(&Labelled {
        field,
        path: &field.path,
        label: match nil.lang {
            Lang::Zh => &field.label.zh,
            Lang::En => &field.label.en,
        },
        hint: None,
        value: pointer::get(&nil.state.entry, &field.path),
        issues: &issues,
        uploads: None,
        is_slotted: false,
        lang: nil.lang,
        disabled: nil.disabled,
        handlers: nil.handlers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn elements_stay_behind_while_the_statement_stands() {
        let mut entry = json!({ "title": "t", "elements": { "a": "b" }, "nil": { "kind": "no-update" } });
        assert_eq!(*handed_over(&entry), json!({ "title": "t", "nil": { "kind": "no-update" } }));
        entry["nil"] = Value::Null;
        assert_eq!(*handed_over(&entry), entry);
    }
}
