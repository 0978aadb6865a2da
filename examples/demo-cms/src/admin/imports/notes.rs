//! What an import says, as the pages list it: alike things once, with the rows that they are about.

use gongkai_core::import::page::meaning;
use gongkai_core::import::places::Sorted;
use gongkai_core::import::questions::Question;
use gongkai_core::import::report::{Field, ImportedDomain, Note};
use gongkai_core::text::Lang;

use super::row_name;
use crate::texts;

/// Rows named for one thing at most; the others are counted.
const MAX_ROWS: usize = 12;

/// One thing that is told about one or more rows.
pub(super) struct Told {
    /// Where the field stands on the page of a row.
    pub anchor: &'static str,
    /// The field, in words.
    pub field: String,
    pub message: String,
    /// What is printed there; empty where nothing is.
    pub printed: String,
    /// How many rows, in words, where there are several.
    pub rows_alike: Option<String>,
    pub rows: Vec<RowLink>,
    pub more: Option<String>,
}

/// The way to a row.
pub(super) struct RowLink {
    /// From 1.
    pub number: usize,
    pub name: String,
}

/// Something told about a row.
struct Remark<'a> {
    item: usize,
    field: Option<Field>,
    note: Option<&'a Note>,
}

/// The questions, alike ones together.
pub(super) fn questions(questions: &[Question<'_>], domain: &ImportedDomain, lang: Lang) -> Vec<Told> {
    let remarks = questions.iter().map(|question| Remark {
        item: question.item,
        field: question.field,
        note: question.note,
    });
    told(remarks, domain, lang)
}

/// The assumptions about rows, alike ones together.
pub(super) fn assumptions(sorted: &Sorted<'_>, domain: &ImportedDomain, lang: Lang) -> Vec<Told> {
    let remarks = sorted.items.iter().enumerate().flat_map(|(item, notes)| {
        notes.iter().map(move |note| Remark { item, field: field_of(note), note: Some(*note) })
    });
    told(remarks, domain, lang)
}

/// The field that a note is about.
pub(super) fn field_of(note: &Note) -> Option<Field> {
    let name = note.column.as_deref()?;
    gongkai_core::import::decide::DECIDABLE.into_iter().find(|field| field.name() == name)
}

/// The notes on a whole table or document, in words.
pub(super) fn whole(notes: &[&Note], lang: Lang) -> Vec<String> {
    let told = notes.iter().map(|note| match &note.column {
        Some(column) => match lang {
            Lang::Zh => format!("{column}：{}", meaning(note, lang)),
            Lang::En => format!("{column}: {}", meaning(note, lang)),
        },
        None => meaning(note, lang),
    });
    told.collect()
}

fn told<'a>(remarks: impl Iterator<Item = Remark<'a>>, domain: &ImportedDomain, lang: Lang) -> Vec<Told> {
    let mut grouped: Vec<(Remark<'a>, Vec<usize>)> = Vec::new();
    for remark in remarks {
        let is_alike = |(first, _): &&mut (Remark<'a>, Vec<usize>)| {
            let said = |remark: &Remark<'a>| {
                remark.note.map(|note| (note.kind, note.printed.clone(), note.note.clone()))
            };
            first.field == remark.field && said(first) == said(&remark)
        };
        match grouped.iter_mut().find(is_alike) {
            Some((_, rows)) => rows.push(remark.item),
            None => {
                let item = remark.item;
                grouped.push((remark, vec![item]));
            }
        }
    }
    grouped.into_iter().map(|(remark, rows)| group(&remark, &rows, domain, lang)).collect()
}

fn group(remark: &Remark<'_>, rows: &[usize], domain: &ImportedDomain, lang: Lang) -> Told {
    let words = texts::import::of(lang);
    let printed = match (remark.field, domain.items.get(remark.item)) {
        (Some(field), Some(item)) => gongkai_core::import::questions::printed(item, field),
        _ => String::new(),
    };
    let link = |index: &usize| {
        let item = domain.items.get(*index)?;
        Some(RowLink { number: index + 1, name: row_name(item, *index, lang) })
    };
    Told {
        anchor: remark.field.map_or("f-seen", anchor),
        field: remark.field.map_or(words.whole_row, |field| texts::import::field(field, lang)).to_owned(),
        message: remark.note.map_or_else(|| words.certain_open.to_owned(), |note| meaning(note, lang)),
        printed: printed.chars().take(200).collect(),
        rows_alike: (rows.len() > 1).then(|| texts::import::rows_alike(rows.len(), lang)),
        rows: rows.iter().take(MAX_ROWS).filter_map(link).collect(),
        more: (rows.len() > MAX_ROWS).then(|| texts::import::more(rows.len() - MAX_ROWS, lang)),
    }
}

/// Where a field stands on the page of a row.
pub(super) fn anchor(field: Field) -> &'static str {
    match field {
        Field::Level1 => "f-level1",
        Field::Level2 => "f-level2",
        Field::Elements => "f-elements",
        Field::Basis => "f-basis",
        Field::TimeLimit => "f-time_limit",
        Field::Subject => "f-subject",
        Field::Channels => "f-channels",
        Field::Audience => "f-audience",
        Field::Method => "f-method",
        Field::Levels => "f-levels",
        _ => "f-seen",
    }
}
