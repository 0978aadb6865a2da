//! The entry to read: no controls, every element of the item with its value or the word that it has none.

use gongkai_core::blank::is_blank;
use gongkai_core::compile::{FormField, FormSection};
use gongkai_core::field::{Field, Kind, document_parts, without_heading};
use gongkai_core::text::{Lang, part_name, value_name};
use serde_json::Value;
use yew::prelude::Html;

use super::headed::headed;
use super::nil;
use super::nodes::{element, said, text, with};
use super::phrases;
use super::pointer::get;
use super::state::State;
use super::value_words::value_words;
use super::view::section_name;

/// The entry as a list of definitions.
pub(super) fn reading(state: &State, lang: Lang) -> Html {
    let sections = state.model.sections.iter().map(|section| view_section(state, section, lang));
    with("div", "reading", &[("part", "reading")], sections.collect())
}

fn view_section(state: &State, section: &FormSection, lang: Lang) -> Html {
    let is_elements = section.id == "elements";
    let is_statement = is_elements && nil::stands(&state.entry);
    let fields = if is_statement { &state.model.nil } else { &section.fields };
    if !is_elements && fields.iter().all(|field| is_blank(get(&state.entry, &field.path))) {
        return Html::default();
    }
    let id = format!("s-{}", section.id);
    let heading = with("h2", "", &[("id", id.as_str())], vec![text(section_name(&section.id, lang))]);
    let says_blank = is_elements && !is_statement;
    let mut content = vec![heading, headed(fields, |_, field| fact(state, field, lang, says_blank))];
    if section.id == "publication" {
        content.push(used_channels(state, lang));
    }
    with("section", "section", &[("part", "section"), ("aria-labelledby", id.as_str())], content)
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
    pair(without_heading(name, field.group.as_deref()), &field.kind, value, lang)
}

fn pair(name: &str, kind: &Kind, value: &Value, lang: Lang) -> Html {
    let shown = element("dd", "", vec![shown(name, kind, value, lang)]);
    facts(vec![said("dt", "", name), shown])
}

fn facts(cells: Vec<Html>) -> Html {
    element("dl", "facts", vec![element("div", "", cells)])
}

fn shown(name: &str, kind: &Kind, value: &Value, lang: Lang) -> Html {
    if is_blank(value) {
        return said("span", "none", phrases::not_filled(lang));
    }
    let rows = value.as_array().map_or(&[][..], Vec::as_slice);
    let filled = rows.iter().filter(|row| !is_blank(row));
    match kind {
        Kind::Table { columns } if !rows.is_empty() => table(name, columns, rows, lang),
        Kind::Document { .. } if !rows.is_empty() => {
            element("ul", "", filled.map(|one| document(one, lang)).collect())
        }
        Kind::List { .. } if !rows.is_empty() => {
            element("ul", "", filled.map(|line| said("li", "", &value_words(line, lang))).collect())
        }
        Kind::Group { fields } if value.is_object() => {
            let parts = fields.iter().map(|field| {
                pair(part_name(&field.name, lang), &field.kind, &value[field.key.as_str()], lang)
            });
            element("div", "", parts.collect())
        }
        Kind::Url => link(&value_words(value, lang), &value_words(value, lang)),
        Kind::Choice { .. } => text(value_name(&value_words(value, lang), lang)),
        Kind::Number { unit: Some(unit), .. } => {
            text(&[&value_words(value, lang), " ", unit.as_str()].concat())
        }
        _ => text(&value_words(value, lang)),
    }
}

/// A link to an address on the web; other addresses, which could run scripts, are only shown.
fn link(address: &str, words: &str) -> Html {
    if address.starts_with("https://") || address.starts_with("http://") {
        return with("a", "", &[("href", address), ("rel", "noopener")], vec![text(words)]);
    }
    text(words)
}

fn document(document: &Value, lang: Lang) -> Html {
    let of = |key: &str| value_words(&document[key], lang);
    let (title, address) = (of("title"), of("link"));
    let mut parts = vec![link(&address, if title.is_empty() { &address } else { &title })];
    for part in document_parts().iter().filter(|part| !matches!(part.key.as_str(), "title" | "link")) {
        parts.push(said("span", "hint", &of(&part.key)));
    }
    element("li", "", parts)
}

/// Wide tables scroll in themselves, with the keyboard too.
fn table(name: &str, columns: &[Field], rows: &[Value], lang: Lang) -> Html {
    let heads = columns
        .iter()
        .map(|column| with("th", "", &[("scope", "col")], vec![text(part_name(&column.name, lang))]));
    let rows = rows.iter().filter(|row| !is_blank(row)).map(|row| {
        let cells = columns.iter().map(|column| {
            let cell = shown(&column.name, &column.kind, &row[column.key.as_str()], lang);
            element("td", "", vec![cell])
        });
        element("tr", "", cells.collect())
    });
    let head = element("thead", "", vec![element("tr", "", heads.collect())]);
    let table = element("table", "", vec![head, element("tbody", "", rows.collect())]);
    with("div", "scroll", &[("role", "region"), ("tabindex", "0"), ("aria-label", name)], vec![table])
}

/// The channels through which the entry was made public.
fn used_channels(state: &State, lang: Lang) -> Html {
    let used = state.entry["channels"].as_array().map_or(&[][..], Vec::as_slice);
    let mut cells = vec![said("dt", "", crate::text::channels(lang))];
    for place in used.iter().filter(|place| !is_blank(&place["channel"])) {
        let of = |key: &str| value_words(&place[key], lang);
        let mut parts = vec![text(&of("channel"))];
        if !is_blank(&place["published_on"]) {
            parts.push(said("span", "hint", &phrases::published(&of("published_on"), lang)));
        }
        let proof = of("proof");
        parts.push(element("span", "hint", vec![link(&proof, &proof)]));
        cells.push(element("dd", "", parts));
    }
    if cells.len() == 1 {
        cells.push(said("dd", "none", phrases::no_channels(lang)));
    }
    facts(cells)
}
