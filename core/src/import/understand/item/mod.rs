//! One item out of its cells.

mod audience;
mod limit;
mod names;

use crate::import::notes::NoteKind;
use crate::import::report::{
    Certainty, Field, FieldSource, ImportedAudience, ImportedItem, ItemSource, cell_name,
};
use crate::import::words::TableWords;

use super::basis::basis;
use super::body::{RawCell, RawItem, field};
use super::boxes::{Tick, tick};
use super::channels::ChannelReader;
use super::heading::{Heading, Role};
use super::listing::{LineEnds, listing};
use super::plain::{clean, trim_end_marks};

pub(crate) use audience::methods;

/// Something to say about a field of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub kind: NoteKind,
    pub field: Field,
    pub note: Option<String>,
}

/// Reads items below one heading.
pub(crate) struct ItemReader<'a> {
    pub words: &'a TableWords,
    pub channels: &'a ChannelReader<'a>,
    pub heading: &'a Heading,
    /// Number of the table in the document, counted from 1.
    pub table: u32,
    /// What line ends mean in lists of elements.
    pub line_ends: LineEnds,
}

impl ItemReader<'_> {
    /// The item, and what there is to say about it.
    pub fn read(&self, raw: &RawItem) -> (ImportedItem, Vec<Finding>) {
        let mut findings: Vec<Finding> = raw
            .filled
            .iter()
            .map(|(field, kind)| Finding { kind: *kind, field: *field, note: None })
            .collect();
        if raw.rows.len() > 1 {
            say(&mut findings, NoteKind::SplitItem, Field::Row, Some(raw.rows.len().to_string()));
        }
        let level1 = self.name(raw, &Role::Level1, Field::Level1, &mut findings);
        let level2 = self.name(raw, &Role::Level2, Field::Level2, &mut findings);
        let elements = self.elements(raw, &mut findings);
        let basis = self.basis(raw, &mut findings);
        let (time_limit, parsed) = self.time_limit(raw, &mut findings);
        let subject = self.subject(raw, &mut findings);
        let channels = self.channels(raw, &mut findings);
        let (audience, method, levels) = if raw.has_missing_cells {
            say(&mut findings, NoteKind::TickAmbiguous, Field::Audience, None);
            say(&mut findings, NoteKind::TickAmbiguous, Field::Method, None);
            say(&mut findings, NoteKind::TickAmbiguous, Field::Levels, None);
            (ImportedAudience::default(), None, None)
        } else {
            (
                self.audience(raw, &mut findings),
                self.method(raw, &mut findings),
                self.levels(raw, &mut findings),
            )
        };
        let number = raw.first(&Role::Number).map(|cell| trim_end_marks(&clean(&cell.text)).to_owned());
        let item = ImportedItem {
            row: number.filter(|number| !number.is_empty()),
            level1,
            level2,
            elements,
            basis,
            time_limit,
            time_limit_parsed: parsed,
            subject,
            channels,
            audience,
            method,
            levels,
            source: self.source(raw, &findings),
        };
        (item, findings)
    }

    /// Whether the table has a column of this kind.
    pub(super) fn has(&self, wanted: &[Role]) -> bool {
        wanted.iter().any(|role| self.heading.column(role).is_some())
    }

    fn has_levels(&self) -> bool {
        self.heading.roles.iter().flatten().any(|role| matches!(role, Role::Levels | Role::Level(_)))
    }

    fn elements(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Vec<String> {
        if !self.has(&[Role::Elements]) {
            return Vec::new();
        }
        let mut elements: Vec<String> = Vec::new();
        let mut is_open = false;
        for cell in raw.texts(&Role::Elements) {
            if self.words.is_none(&cell.text) {
                continue;
            }
            let list = listing(&cell.text, self.line_ends);
            is_open |= list.is_open;
            if let Some(preface) = list.preface {
                say(findings, NoteKind::NoteInCell, Field::Elements, Some(preface));
            }
            for entry in list.entries {
                if !elements.contains(&entry) {
                    elements.push(entry);
                }
            }
        }
        if elements.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Elements, None);
        }
        if is_open {
            say(findings, NoteKind::OpenList, Field::Elements, None);
        }
        elements
    }

    fn basis(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Vec<String> {
        if !self.has(&[Role::Basis]) {
            return Vec::new();
        }
        let mut entries: Vec<String> = Vec::new();
        for cell in raw.texts(&Role::Basis).filter(|cell| !self.words.is_none(&cell.text)) {
            for entry in basis(&cell.text) {
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
        }
        if entries.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Basis, None);
        }
        for entry in &entries {
            self.masked(entry, Field::Basis, findings);
        }
        entries
    }

    fn channels(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<Vec<String>> {
        let has_own_columns =
            self.heading.roles.iter().flatten().any(|role| matches!(role, Role::Channel(_)));
        if !self.has(&[Role::Channels]) && !has_own_columns {
            return Some(Vec::new());
        }
        let mut ticked: Vec<String> = Vec::new();
        let mut lost = false;
        let named = raw.texts(&Role::Channels).map(|cell| cell.text.clone());
        let by_tick = raw.cells.iter().filter_map(|cell| match (&cell.role, tick(&cell.text)) {
            (Role::Channel(name), Tick::Yes) => Some(name.clone()),
            (Role::Channel(name), Tick::YesWith(words) | Tick::Words(words)) => {
                Some(format!("{name}：{words}"))
            }
            _ => None,
        });
        let texts: Vec<String> = named.chain(by_tick).collect();
        if raw.has_missing_cells
            && (has_own_columns || !texts.iter().any(|text| self.channels.knows_any(text)))
        {
            say(findings, NoteKind::TickAmbiguous, Field::Channels, None);
            return None;
        }
        for text in texts.iter().filter(|text| !self.words.is_none(text)) {
            let read = self.channels.read(text);
            lost |= read.boxes_lost;
            if !read.unknown.is_empty() {
                say(findings, NoteKind::ChannelUnknown, Field::Channels, Some(read.unknown.join("、")));
            }
            if !read.misprints.is_empty() {
                say(findings, NoteKind::ChannelMisprint, Field::Channels, Some(read.misprints.join("、")));
            }
            if read.is_ambiguous {
                say(findings, NoteKind::TickAmbiguous, Field::Channels, None);
            }
            for note in read.notes {
                say(findings, NoteKind::NoteInCell, Field::Channels, Some(note));
            }
            for channel in read.ticked {
                if !ticked.contains(&channel) {
                    ticked.push(channel);
                }
            }
        }
        if lost && ticked.is_empty() {
            say(findings, NoteKind::BoxesLost, Field::Channels, None);
            return None;
        }
        if ticked.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Channels, None);
        }
        Some(ticked)
    }

    fn source(&self, raw: &RawItem, findings: &[Finding]) -> ItemSource {
        let mut cells: Vec<FieldSource> = Vec::new();
        let mut add = |cell: &RawCell| {
            let Some(field) = field(&cell.role) else { return };
            let certainty = findings
                .iter()
                .filter(|finding| finding.field == field && finding.kind != NoteKind::SplitItem)
                .map(|finding| {
                    if finding.kind.needs_a_person() { Certainty::NotUnderstood } else { Certainty::Assumed }
                })
                .max()
                .unwrap_or(Certainty::Understood)
                .max(cell.certainty);
            let name = cell_name(cell.row, cell.column);
            if cells.iter().all(|known| known.field != field || known.cell != name) {
                cells.push(FieldSource { field, cell: name, printed: cell.text.clone(), certainty });
            }
        };
        raw.cells.iter().for_each(&mut add);
        ItemSource { table: self.table, rows: raw.rows.iter().map(|row| row + 1).collect(), cells }
    }
}

fn say(findings: &mut Vec<Finding>, kind: NoteKind, field: Field, note: Option<String>) {
    let finding = Finding { kind, field, note };
    if !findings.contains(&finding) {
        findings.push(finding);
    }
}
