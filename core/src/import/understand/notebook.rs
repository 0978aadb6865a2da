//! Keeps what there is to say about a document, in the order in which it was found.

use std::collections::BTreeMap;

use crate::import::notes::NoteKind;
use crate::import::report::{Address, Field, ImportedDomain, ImportedItem, Note, cell_name};

use super::body::{RawItem, field};
use super::item::Finding;

/// What there is to say.
#[derive(Debug, Default)]
pub(crate) struct Notebook {
    notes: Vec<Note>,
    /// Name of the domain that is being read.
    domain: Option<String>,
    /// Name of the sheet that is being read.
    pub sheet: Option<String>,
    /// What is told once for a domain, with how often it was found.
    counted: BTreeMap<NoteKind, usize>,
    /// Notes on columns found before their domain has begun.
    pending: Vec<(NoteKind, String, Option<String>)>,
    /// The last number of the domain before.
    last_number: Option<u32>,
    /// Whether numbers before names were dropped in this domain.
    stripped: bool,
}

impl Notebook {
    /// About the whole document.
    pub fn document(&mut self, kind: NoteKind, note: Option<String>) {
        let mut said = blank(kind);
        said.note = note;
        if !self.notes.contains(&said) {
            self.notes.push(said);
        }
    }

    /// About the domain that is being read.
    pub fn domain(&mut self, kind: NoteKind, note: Option<String>) {
        let mut said = blank(kind);
        said.domain.clone_from(&self.domain);
        said.note = note;
        if !self.notes.contains(&said) {
            self.notes.push(said);
        }
    }

    /// About a column of the domain that is being read.
    pub fn domain_column(&mut self, kind: NoteKind, column: &str, note: Option<String>) {
        let mut said = blank(kind);
        said.domain.clone_from(&self.domain);
        said.column = Some(column.to_owned());
        said.note = note;
        if !self.notes.contains(&said) {
            self.notes.push(said);
        }
    }

    /// About a column of the domain that begins next.
    pub fn pending_column(&mut self, kind: NoteKind, column: &str, note: Option<String>) {
        self.pending.push((kind, column.to_owned(), note));
    }

    /// Something that is told once, with how often it was found.
    pub fn count(&mut self, kind: NoteKind) {
        *self.counted.entry(kind).or_default() += 1;
    }

    /// A domain begins.
    pub fn begin(&mut self, name: Option<String>) {
        self.domain = name.filter(|name| !name.is_empty());
        for (kind, column, note) in std::mem::take(&mut self.pending) {
            self.domain_column(kind, &column, note);
        }
    }

    /// What was found in an item.
    pub fn item(&mut self, item: &ImportedItem, raw: &RawItem, findings: &[Finding], table: u32) {
        for (kind, column, note) in std::mem::take(&mut self.pending) {
            self.domain_column(kind, &column, note);
        }
        for finding in findings {
            if finding.kind == NoteKind::NumberStripped {
                self.stripped = true;
                continue;
            }
            let cell = raw
                .cells
                .iter()
                .find(|cell| field(&cell.role) == Some(finding.field) && !cell.text.trim().is_empty());
            let place =
                cell.or_else(|| raw.cells.iter().find(|cell| field(&cell.role) == Some(finding.field)));
            let mut said = blank(finding.kind);
            said.row.clone_from(&item.row);
            said.domain.clone_from(&self.domain);
            said.item = item.level2.clone().or_else(|| item.level1.clone());
            said.column = (finding.field != Field::Row).then(|| finding.field.name().to_owned());
            said.note.clone_from(&finding.note);
            said.printed = cell.map(|cell| cell.text.clone());
            said.address = place.map(|cell| Address {
                sheet: self.sheet.clone(),
                table,
                row: cell.row + 1,
                column: cell.column + 1,
                cell: cell_name(cell.row, cell.column),
            });
            self.notes.push(said);
        }
    }

    /// A domain ends: what concerns all its items.
    pub fn close(&mut self, domain: &ImportedDomain) {
        if domain.items.is_empty() {
            return;
        }
        if std::mem::take(&mut self.stripped) {
            self.domain(NoteKind::NumberStripped, None);
        }
        for (kind, count) in std::mem::take(&mut self.counted) {
            self.domain(kind, Some(count.to_string()));
        }
        self.numbering(domain);
        self.duplicates(domain);
    }

    fn numbering(&mut self, domain: &ImportedDomain) {
        let mut numbers: Vec<u32> = Vec::new();
        for item in &domain.items {
            let Some(number) = item.row.as_deref().and_then(last_number) else { continue };
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
        let Some(first) = numbers.first().copied() else { return };
        let goes_on = self.last_number.is_some_and(|last| first == last + 1);
        if first != 1 && !goes_on {
            self.domain(NoteKind::Numbering, Some(first.to_string()));
        }
        for pair in numbers.windows(2) {
            // Numbers that begin anew under each heading are no gap.
            if pair[1] != pair[0] + 1 && pair[1] != 1 {
                self.domain(NoteKind::Numbering, Some(format!("{} → {}", pair[0], pair[1])));
            }
        }
        self.last_number = numbers.last().copied();
    }

    fn duplicates(&mut self, domain: &ImportedDomain) {
        let mut seen: BTreeMap<(Option<&str>, &str), Option<&str>> = BTreeMap::new();
        for item in &domain.items {
            let Some(name) = item.level2.as_deref() else { continue };
            let place = (item.level1.as_deref(), name);
            if seen.insert(place, item.row.as_deref()).is_some() {
                let mut said = blank(NoteKind::DuplicateItem);
                said.row.clone_from(&item.row);
                said.domain.clone_from(&self.domain);
                said.item = Some(name.to_owned());
                self.notes.push(said);
            }
        }
    }

    /// What was assumed, and what a person has to look at.
    pub fn into_buckets(self) -> (Vec<Note>, Vec<Note>) {
        let (not_understood, assumed) = self.notes.into_iter().partition(|note| note.kind.needs_a_person());
        (assumed, not_understood)
    }
}

fn blank(kind: NoteKind) -> Note {
    Note {
        kind,
        row: None,
        domain: None,
        item: None,
        column: None,
        note: None,
        address: None,
        printed: None,
        message: kind.told(),
    }
}

/// The number that counts: the last two digits of a code, else all of it.
fn last_number(printed: &str) -> Option<u32> {
    if printed.len() >= 4 && printed.starts_with('0') && printed.is_ascii() {
        return printed[printed.len() - 2..].parse().ok();
    }
    printed.parse().ok()
}
