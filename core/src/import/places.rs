//! Which item of a domain each note is about, so that a page can show it beside the row.

use super::report::{ImportedDomain, ImportedItem, Note};

/// The notes on one domain, sorted by what they are about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Sorted<'a> {
    /// The notes on each item, as many lists as the domain has items.
    pub items: Vec<Vec<&'a Note>>,
    /// The notes on the table as a whole.
    pub whole: Vec<&'a Note>,
}

/// The notes on a domain. Notes on the whole document are in none; [`on_document`] gives them.
#[must_use]
pub fn sort<'a>(notes: &'a [Note], domain: &ImportedDomain) -> Sorted<'a> {
    let mut sorted = Sorted { items: vec![Vec::new(); domain.items.len()], whole: Vec::new() };
    for note in notes.iter().filter(|note| is_on(note, domain)) {
        // Of items that cannot be told apart, a note without a place is about the last: it repeats those before.
        let place = domain.items.iter().rposition(|item| is_about(note, item, domain));
        match place.and_then(|place| sorted.items.get_mut(place)) {
            Some(notes) => notes.push(note),
            None => sorted.whole.push(note),
        }
    }
    sorted
}

/// The notes on the whole document.
#[must_use]
pub fn on_document(notes: &[Note]) -> Vec<&Note> {
    notes.iter().filter(|note| note.domain.is_none() && note.item.is_none()).collect()
}

fn is_on(note: &Note, domain: &ImportedDomain) -> bool {
    match &note.domain {
        Some(name) => *name == domain.name,
        // What is told about an item of a domain without a name has no domain either.
        None => domain.name.is_empty() && note.item.is_some(),
    }
}

fn is_about(note: &Note, item: &ImportedItem, domain: &ImportedDomain) -> bool {
    let Some(name) = &note.item else { return false };
    let is_named = item.level2.as_ref().or(item.level1.as_ref()) == Some(name);
    let is_there = note.address.as_ref().is_none_or(|address| {
        let is_on_row = item.source.rows.contains(&address.row)
            || item.source.cells.iter().any(|cell| cell.cell == address.cell);
        address.table == item.source.table && address.sheet == domain.sheet && is_on_row
    });
    is_named && note.row == item.row && is_there
}
