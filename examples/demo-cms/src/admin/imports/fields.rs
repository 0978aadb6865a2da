//! The fields of a row: what is printed beside what was understood, and how sure that is.

use gongkai_core::import::decide::{DECIDABLE, ItemDecisions};
use gongkai_core::import::page::{meaning, value};
use gongkai_core::import::questions::Question;
use gongkai_core::import::report::{Certainty, Field, ImportedItem, Note};
use gongkai_core::text::Lang;

use super::notes::field_of;
use crate::texts;

/// How sure a field is, in words and by the shape of its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sureness {
    /// For the style sheet.
    pub class: &'static str,
    pub mark: &'static str,
    pub words: &'static str,
}

/// One printed cell.
#[derive(Debug)]
pub(super) struct PrintedCell {
    pub address: String,
    pub text: String,
}

/// One field of a row.
#[derive(Debug)]
pub(super) struct ShownField {
    pub field: Field,
    pub name: &'static str,
    pub cells: Vec<PrintedCell>,
    pub understood: String,
    pub sureness: Sureness,
    /// What is to be decided about it, and what was assumed.
    pub remarks: Vec<String>,
}

/// The fields of a row in the order of the table. `open` are the open questions, `notes` all that is told of the row.
pub(super) fn shown(
    item: &ImportedItem,
    decisions: &ItemDecisions,
    open: &[Question<'_>],
    notes: &[&Note],
    lang: Lang,
) -> Vec<ShownField> {
    let decided = decisions.over(item);
    let fields = DECIDABLE.into_iter().map(|field| {
        let cells: Vec<_> = item.source.cells.iter().filter(|cell| cell.field == field).collect();
        let certainty = cells.iter().map(|cell| cell.certainty).max().unwrap_or(Certainty::Understood);
        let is_open = open.iter().any(|question| question.field == Some(field));
        let is_decided = decisions.field(field).is_some();
        let about = notes.iter().filter(|note| field_of(note) == Some(field));
        ShownField {
            field,
            name: texts::import::field(field, lang),
            understood: value(&decided, field, lang),
            sureness: sureness(certainty, is_open, is_decided, lang),
            // What was doubtful is settled once a person has said it.
            remarks: about.filter(|_| !is_decided || is_open).map(|note| meaning(note, lang)).collect(),
            cells: cells
                .into_iter()
                .map(|cell| PrintedCell { address: cell.cell.clone(), text: cell.printed.trim().to_owned() })
                .collect(),
        }
    });
    fields.collect()
}

fn sureness(certainty: Certainty, is_open: bool, is_decided: bool, lang: Lang) -> Sureness {
    let words = texts::import::of(lang);
    match certainty {
        _ if is_open => Sureness { class: "open", mark: "?", words: words.certain_open },
        _ if is_decided => Sureness { class: "decided", mark: "●", words: words.certain_decided },
        Certainty::Assumed => Sureness { class: "assumed", mark: "≈", words: words.certain_assumed },
        _ => Sureness { class: "understood", mark: "✓", words: words.certain_understood },
    }
}
