//! The entry to read: no controls, every element of the item with its value or the word that it has none.

use gongkai_core::blank::is_blank;
use gongkai_core::compile::{FormField, FormSection};
use gongkai_core::field::without_heading;
use gongkai_core::reading::{Column, ShownDocument, ShownValue, UsedChannel};
use gongkai_core::text::Lang;
use yew::prelude::Html;

use super::headed::headed;
use super::nil;
use super::nodes::{element, said, text, with};
use super::phrases;
use super::pointer::get;
use super::state::State;
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
    let of = if field.path.starts_with("/elements/") { ShownValue::new } else { ShownValue::of_property };
    let shown = match of(name, &field.kind, value, lang) {
        Some(value) => shown(&value),
        None if says_blank => said("span", "none", phrases::not_filled(lang)),
        None => return Html::default(),
    };
    pair(without_heading(name, field.group.as_deref()), shown)
}

fn pair(name: &str, shown: Html) -> Html {
    facts(vec![said("dt", "", name), element("dd", "", vec![shown])])
}

fn facts(cells: Vec<Html>) -> Html {
    element("dl", "facts", vec![element("div", "", cells)])
}

fn shown(value: &ShownValue) -> Html {
    let items = |items: &mut dyn Iterator<Item = Html>| element("ul", "", items.collect());
    match value {
        ShownValue::Text { lines } => text(&lines.join("\n")),
        ShownValue::List { items: lines } => items(&mut lines.iter().map(|line| said("li", "", line))),
        ShownValue::Day(day) => text(&day.words),
        ShownValue::Phones { numbers } => text(&numbers.join("、")),
        ShownValue::Link { address } => link(address, address),
        ShownValue::Documents { documents } => items(&mut documents.iter().map(document)),
        ShownValue::Group { facts } => {
            element("div", "", facts.iter().map(|fact| pair(&fact.name, shown(&fact.value))).collect())
        }
        ShownValue::Table { name, columns, rows } => table(name, columns, rows),
        _ => Html::default(),
    }
}

fn link(address: &str, words: &str) -> Html {
    with("a", "", &[("href", address), ("rel", "noopener")], vec![text(words)])
}

fn document(document: &ShownDocument) -> Html {
    let title = match &document.link {
        Some(address) => link(address, &document.title),
        None => text(&document.title),
    };
    let mut parts = vec![title];
    parts.extend(document.details.iter().map(|detail| said("span", "hint", detail)));
    element("li", "", parts)
}

/// Wide tables scroll in themselves, with the keyboard too.
fn table(name: &str, columns: &[Column], rows: &[Vec<ShownValue>]) -> Html {
    let heads = columns.iter().map(|column| with("th", "", &[("scope", "col")], vec![text(&column.name)]));
    let rows = rows
        .iter()
        .map(|row| element("tr", "", row.iter().map(|cell| element("td", "", vec![shown(cell)])).collect()));
    let head = element("thead", "", vec![element("tr", "", heads.collect())]);
    let table = element("table", "", vec![head, element("tbody", "", rows.collect())]);
    with("div", "scroll", &[("role", "region"), ("tabindex", "0"), ("aria-label", name)], vec![table])
}

/// The channels through which the entry was made public.
fn used_channels(state: &State, lang: Lang) -> Html {
    let mut cells = vec![said("dt", "", crate::text::channels(lang))];
    for channel in UsedChannel::all(&state.entry, lang) {
        let mut parts = vec![text(&channel.name)];
        if let Some(day) = &channel.published {
            parts.push(said("span", "hint", &phrases::published(&day.date, lang)));
        }
        if let Some(proof) = &channel.proof {
            let proof = match &channel.link {
                Some(address) => link(address, proof),
                None => text(proof),
            };
            parts.push(element("span", "hint", vec![proof]));
        }
        cells.push(element("dd", "", parts));
    }
    if cells.len() == 1 {
        cells.push(said("dd", "none", phrases::no_channels(lang)));
    }
    facts(cells)
}
