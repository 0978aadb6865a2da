//! The columns of a template: which headings an item's entries need, and what their cells hold.

use std::collections::BTreeSet;

use crate::compile::FormField;
use crate::envelope;
use crate::field::{Field, Kind, MONEY_UNITS, document_parts};
use crate::pack::ItemRef;
use crate::text::{Lang, part_name, value_name};

use super::hint;

/// A column of a template.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Column {
    /// What stands at its top, without the star for what is required.
    pub heading: String,
    /// Where its values stand in the entry, as a JSON Pointer; of a list of documents, within each of them.
    pub path: String,
    /// What a cell holds.
    pub kind: Kind,
    /// Whether an entry cannot be published without it.
    pub required: bool,
    /// Whether a cell may hold several values, one on each line.
    pub several: bool,
    /// How to fill it in, in Chinese.
    pub hint: String,
}

/// The columns for entries of an item: the title, its elements, then what is said of the publication and the record.
#[must_use]
pub fn columns(item: ItemRef<'_>) -> Vec<Column> {
    columns_in(item, Lang::Zh)
}

/// The same with the names of parts and properties in a language; elements are called as the table prints them.
#[must_use]
pub fn columns_in(item: ItemRef<'_>, lang: Lang) -> Vec<Column> {
    let form = item.form();
    let own = |section: &str| -> Vec<Column> {
        let sections = form.sections.iter().filter(|known| known.id == section);
        sections.flat_map(|section| &section.fields).flat_map(|field| property(item, field, lang)).collect()
    };
    let mut columns = own("entry");
    columns.extend(item.fields.iter().flat_map(|field| element(item, field, lang)));
    columns.extend(own("publication"));
    columns.extend(channels(item, lang));
    columns.extend(own("record"));
    columns
}

/// Signs between the name of an element and that of a part, which no name of a part may have itself.
const PART_SIGNS: &[char] = &['/', '／', '.'];

/// The columns of an element.
fn element(item: ItemRef<'_>, field: &Field, lang: Lang) -> Vec<Column> {
    let heading = heading_of(item, field);
    let path = format!("/elements/{}", field.key);
    let part = |part: &Field, name: &str, kind: &Kind| {
        let name = if name.contains(PART_SIGNS) { &part.key } else { name };
        let several = matches!(field.kind, Kind::Document { .. });
        let required = field.required && part.required;
        Column {
            heading: format!("{heading}/{name}"),
            path: format!("{path}/{}", part.key),
            kind: kind.clone(),
            required,
            several,
            hint: hint::of(kind, required, several, part.help.as_ref().or(field.help.as_ref())),
        }
    };
    let named = |own: &Field, kind: &Kind| part(own, part_name(&own.name, lang), kind);
    match &field.kind {
        Kind::Period => ["start", "end"].map(|key| named(&Field::part(key, Kind::Date), &Kind::Date)).into(),
        Kind::Money { unit } => {
            let amount = Kind::Number { unit: None, integer: false, min: Some(0.0), max: None };
            let units = Kind::Choice { choices: units(unit), open: false };
            vec![
                named(&Field::part("amount", amount.clone()), &amount),
                named(&Field::part("unit", units.clone()).optional(), &units),
            ]
        }
        Kind::Document { .. } => document_parts().iter().map(|own| named(own, &own.kind)).collect(),
        Kind::Group { fields } => {
            let names: Vec<&str> = fields.iter().map(|own| own.name.as_str()).collect();
            let is_unique = |name: &str| names.iter().filter(|other| **other == name).count() == 1;
            fields
                .iter()
                .map(|own| part(own, if is_unique(&own.name) { &own.name } else { &own.key }, &own.kind))
                .collect()
        }
        kind => vec![Column {
            heading,
            path,
            kind: kind.clone(),
            required: field.required,
            several: matches!(kind, Kind::List { .. } | Kind::Choices { .. } | Kind::Table { .. }),
            hint: hint::of(kind, field.required, false, field.help.as_ref()),
        }],
    }
}

/// The units of money, the usual one first.
fn units(usual: &str) -> Vec<String> {
    let others = MONEY_UNITS.iter().copied().filter(|unit| *unit != usual);
    std::iter::once(usual).chain(others).map(str::to_owned).collect()
}

/// The printed name of an element where a reader of tables finds it by that, else its key.
fn heading_of(item: ItemRef<'_>, field: &Field) -> String {
    let is_unique = item.fields.iter().filter(|other| other.name == field.name).count() == 1;
    let is_plain = field.name.trim_matches(|char: char| char.is_whitespace() || char == '*') == field.name
        && !field.name.starts_with("x-");
    if is_unique && is_plain { field.name.clone() } else { field.key.clone() }
}

/// The columns of a property of every entry.
fn property(item: ItemRef<'_>, field: &FormField, lang: Lang) -> Vec<Column> {
    let key = field.path.trim_start_matches('/');
    let heading = free_heading(item, key, lang);
    let is_conditional = field.shown_when.is_some();
    let required = field.required && !is_conditional;
    let column = |heading: String, path: String, kind: Kind| Column {
        hint: hint::of_property(&kind, required, field),
        heading,
        path,
        kind,
        required,
        several: false,
    };
    match &field.kind {
        Kind::Period => ["start", "end"]
            .map(|part| {
                let name = part_name(part, lang);
                column(format!("{heading}/{name}"), format!("{}/{part}", field.path), Kind::Date)
            })
            .into(),
        Kind::Choice { choices, open } => {
            let choices = choices.iter().map(|choice| value_name(choice, lang).to_owned()).collect();
            vec![column(heading, field.path.clone(), Kind::Choice { choices, open: *open })]
        }
        kind => vec![column(heading, field.path.clone(), kind.clone())],
    }
}

/// What was used to publish: several channels in one cell, with a day and a proof for all or for each of them.
fn channels(item: ItemRef<'_>, lang: Lang) -> Vec<Column> {
    let is_required = item.channels.iter().any(|channel| channel.required);
    let names: Vec<String> = item.channels.iter().map(|channel| channel.name.clone()).collect();
    let column = |field: &Field| {
        let is_name = field.key == "channel";
        let required = is_required && field.key != "proof";
        let kind = if is_name && !names.is_empty() {
            Kind::Choice { choices: names.clone(), open: true }
        } else {
            field.kind.clone()
        };
        Column {
            heading: free_heading(item, &field.key, lang),
            path: format!("/channels/{}", field.key),
            hint: hint::of_channel(&field.key, required, &names),
            kind,
            required,
            several: true,
        }
    };
    envelope::channel_fields().iter().map(column).collect()
}

/// A name of a property that no element of the item has.
fn free_heading(item: ItemRef<'_>, key: &str, lang: Lang) -> String {
    let taken: BTreeSet<&str> = item
        .fields
        .iter()
        .flat_map(|field| [field.name.as_str(), field.key.as_str(), field.label()])
        .collect();
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let names = [part_name(key, lang), key, part_name(key, other)];
    let free = names.into_iter().find(|name| !taken.contains(name));
    free.unwrap_or(key).to_owned()
}
