//! The entry to read: no controls, every element of the item with its value or the word that it has none.

use gongkai_core::blank::is_blank;
use gongkai_core::compile::FormField;
use gongkai_core::field::{Field, Kind, document_parts, without_heading};
use gongkai_core::text::{Lang, part_name, value_name};
use serde_json::Value;
use yew::prelude::*;

use super::headed::headed;
use super::nil;
use super::pointer::get;
use super::ready::channels;
use super::state::State;
use super::value_words::value_words;
use super::view::section_name;
use super::words;
use crate::text;

/// The entry as a list of definitions.
pub(super) fn reading(state: &State, lang: Lang) -> Html {
    let is_nil = nil::stands(&state.entry);
    html! {
        <div class="reading" part="reading">
            { for state.model.sections.iter().map(|section| {
                let is_statement = is_nil && section.id == "elements";
                let fields = if is_statement { &state.model.nil } else { &section.fields };
                let rows = if section.id == "elements" && !is_nil {
                    headed(fields, |_, field| fact(state, field, lang, true))
                } else {
                    fields.iter().map(|field| fact(state, field, lang, false)).collect()
                };
                let is_blank = section.id != "elements"
                    && fields.iter().all(|field| is_blank(get(&state.entry, &field.path)));
                if is_blank {
                    return Html::default();
                }
                html! {
                    <section key={section.id.clone()} class="section" part="section" aria-labelledby={format!("s-{}", section.id)}>
                        <h2 id={format!("s-{}", section.id)}>{ section_name(&section.id, lang) }</h2>
                        { rows }
                        if section.id == "publication" { { used_channels(state, lang) } }
                    </section>
                }
            }) }
        </div>
    }
}

/// A name with its value. Each is a list of its own: headings stand between them, which no list may hold.
fn fact(state: &State, field: &FormField, lang: Lang, says_blank: bool) -> Html {
    let value = get(&state.entry, &field.path);
    let name = match lang {
        Lang::Zh => &field.label.zh,
        Lang::En => &field.label.en,
    };
    if is_blank(value) && !says_blank {
        return Html::default();
    }
    let name = without_heading(name, field.group.as_deref());
    pair(name, name, &field.kind, value, lang)
}

fn pair(name: &str, place: &str, kind: &Kind, value: &Value, lang: Lang) -> Html {
    html! {
        <dl class="facts" data-name={place.to_owned()}><div><dt>{ name }</dt><dd>{ shown(name, kind, value, lang) }</dd></div></dl>
    }
}

fn shown(name: &str, kind: &Kind, value: &Value, lang: Lang) -> Html {
    if is_blank(value) {
        return html! { <span class="none">{ words::not_filled(lang) }</span> };
    }
    match (kind, value) {
        (Kind::Table { columns }, Value::Array(rows)) => table(name, columns, rows, lang),
        (Kind::Document { .. }, Value::Array(documents)) => html! {
            <ul>{ for documents.iter().filter(|document| !is_blank(document)).map(|one| document(one, lang)) }</ul>
        },
        (Kind::Group { fields }, _) => html! {
            <>{ for fields.iter().map(|field| {
                let name = part_name(&field.name, lang);
                pair(name, &field.name, &field.kind, &value[field.key.as_str()], lang)
            }) }</>
        },
        (Kind::List { .. }, Value::Array(lines)) => html! {
            <ul>{ for lines.iter().filter(|line| !is_blank(line)).map(|line| html! { <li>{ value_words(line, lang) }</li> }) }</ul>
        },
        (Kind::Url, Value::String(address)) => link(address, address),
        (Kind::Choice { .. }, Value::String(chosen)) => html! { <>{ value_name(chosen, lang) }</> },
        (Kind::Number { unit: Some(unit), .. }, _) => {
            html! { <>{ value_words(value, lang) }{ " " }{ unit }</> }
        }
        _ => html! { <>{ value_words(value, lang) }</> },
    }
}

/// A link to an address on the web; other addresses, which could run scripts, are only shown.
fn link(address: &str, words: &str) -> Html {
    let is_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    if !is_web {
        return html! { <>{ words }</> };
    }
    html! { <a href={address.to_owned()} rel="noopener">{ words }</a> }
}

fn document(document: &Value, lang: Lang) -> Html {
    let text = |key: &str| value_words(&document[key], lang);
    let (title, address) = (text("title"), text("link"));
    let others =
        document_parts().iter().map(|part| part.key.as_str()).filter(|key| !matches!(*key, "title" | "link"));
    let others: Vec<String> = others.map(text).filter(|words| !words.is_empty()).collect();
    html! {
        <li>
            { link(&address, if title.is_empty() { &address } else { &title }) }
            if !others.is_empty() { <span class="hint">{ format!("　{}", others.join("　")) }</span> }
        </li>
    }
}

/// Wide tables scroll in themselves, with the keyboard too.
fn table(name: &str, columns: &[Field], rows: &[Value], lang: Lang) -> Html {
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={name.to_owned()}>
            <table>
                <thead><tr>{ for columns.iter().map(|column| html! { <th scope="col">{ part_name(&column.name, lang) }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().filter(|row| !is_blank(row)).map(|row| html! {
                    <tr>{ for columns.iter().map(|column| html! {
                        <td>{ shown(&column.name, &column.kind, &row[column.key.as_str()], lang) }</td>
                    }) }</tr>
                }) }</tbody>
            </table>
        </div>
    }
}

/// The channels through which the entry was made public.
fn used_channels(state: &State, lang: Lang) -> Html {
    let used = state.entry["channels"].as_array().map_or(&[][..], Vec::as_slice);
    let proof_of = |name: &str| {
        let place = used.iter().find(|channel| channel["channel"].as_str() == Some(name));
        place.map_or_else(String::new, |place| value_words(&place["proof"], lang))
    };
    let all = channels(state, lang);
    let used: Vec<_> = all
        .into_iter()
        .filter(|(name, ..)| used.iter().any(|channel| channel["channel"].as_str() == Some(name.as_str())))
        .collect();
    html! {
        <dl class="facts"><div>
            <dt>{ text::channels(lang) }</dt>
            { for used.iter().map(|(name, words, _)| {
                let proof = proof_of(name);
                html! { <dd>{ name }<span class="hint">{ "　" }{ words }{ "　" }{ link(&proof, &proof) }</span></dd> }
            }) }
            if used.is_empty() { <dd class="none">{ words::no_channels(lang) }</dd> }
        </div></dl>
    }
}
