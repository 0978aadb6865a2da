//! Files of spreadsheets in and out: what a file would change is shown before it is taken.

use std::collections::BTreeMap;
use std::rc::Rc;

use gongkai_core::revision::{Counts, Revision, Version};
use gongkai_core::rows::Columns;
use gongkai_core::text::{Lang, message};
use serde::Deserialize;
use serde_json::Value;

use super::history::Edit;
use super::state::State;
use crate::form::pointer;

/// What the module for spreadsheets says of a file.
#[derive(Deserialize)]
pub(super) struct FileRead {
    /// Why it cannot be read, in Chinese and English.
    #[serde(default)]
    failure: Option<[String; 2]>,
    #[serde(default)]
    sheet: Option<String>,
    #[serde(default)]
    headings: Vec<String>,
    /// Entries with the numbers of their rows.
    #[serde(default)]
    entries: Vec<(u64, Value)>,
    /// Rows that cannot be read, and why.
    #[serde(default)]
    faults: Vec<(Option<u64>, [String; 2])>,
    /// What else is worth knowing.
    #[serde(default)]
    notes: Vec<[String; 2]>,
}

/// A file that waits to be taken.
pub(super) struct Preview {
    pub name: String,
    /// Why it cannot be.
    pub failure: Option<String>,
    pub counts: Counts,
    /// Notes, faults and issues, each with the address of its cell.
    pub notes: Vec<String>,
    pub faults: Vec<String>,
    pub issues: usize,
    /// Whether rows that are not in the file go.
    pub removes_gone: bool,
    changed: Vec<(u32, Value)>,
    new: Vec<Value>,
    gone: Vec<u32>,
}

/// Most faults that are listed.
const MOST_FAULTS: usize = 20;

fn pick(words: [String; 2], lang: Lang) -> String {
    let [zh, en] = words;
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

impl Preview {
    /// A file that cannot be read.
    pub fn failed(name: String, reason: String) -> Self {
        Preview {
            name,
            failure: Some(reason),
            counts: Counts::default(),
            notes: Vec::new(),
            faults: Vec::new(),
            issues: 0,
            removes_gone: false,
            changed: Vec::new(),
            new: Vec::new(),
            gone: Vec::new(),
        }
    }

    /// Compares a file with the rows that are there.
    pub fn of(state: &State, name: String, json: &str) -> Self {
        let lang = state.grid.lang;
        let read: FileRead = match serde_json::from_str(json) {
            Ok(read) => read,
            Err(error) => return Preview::failed(name, error.to_string()),
        };
        if let Some(failure) = read.failure {
            return Preview::failed(name, pick(failure, lang));
        }
        let item = state.grid.item();
        let columns = Columns::new(read.headings.iter().map(String::as_str), item).ok();
        let sheet = read.sheet.as_deref();
        let mut preview = Preview::failed(name, String::new());
        preview.failure = None;
        preview.notes = read.notes.into_iter().map(|note| pick(note, lang)).collect();
        preview.faults = read
            .faults
            .into_iter()
            .map(|(row, why)| {
                let place = row.map(|row| {
                    format!("{}{row}: ", sheet.map(|sheet| format!("{sheet}!")).unwrap_or_default())
                });
                format!("{}{}", place.unwrap_or_default(), pick(why, lang))
            })
            .collect();
        preview.pair(state, columns.as_ref(), sheet, read.entries);
        preview
    }

    /// Finds for each entry of the file the row that it is a later version of: the same, else one of the same name.
    fn pair(
        &mut self,
        state: &State,
        columns: Option<&Columns<'_>>,
        sheet: Option<&str>,
        entries: Vec<(u64, Value)>,
    ) {
        let (grid, item) = (&state.grid, state.grid.item());
        let rows: Vec<u32> = grid.with_content().collect();
        let versions = || rows.iter().map(|row| Version::of(item, &grid.row(*row).entry));
        let mut revision = Revision::against(versions());
        let mut namesakes: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (row, version) in rows.iter().zip(versions()).rev() {
            namesakes.entry(version.name().to_owned()).or_default().push(*row);
        }
        let places = columns.map(Columns::places).unwrap_or_default();
        for (number, entry) in entries {
            let candidates = namesakes.get_mut(Version::of(item, &entry).name());
            let over = |row: u32| overlaid(&grid.row(row).entry, &entry, &places);
            let found = candidates.and_then(|candidates| {
                let equal = candidates.iter().rposition(|row| {
                    Version::of(item, &over(*row)) == Version::of(item, &grid.row(*row).entry)
                });
                equal.map(|at| candidates.remove(at)).or_else(|| candidates.pop())
            });
            let result = found.map_or_else(|| entry.clone(), over);
            let is_unchanged = revision.see(Version::of(item, &result));
            for marked in grid.judge_draft(&result) {
                self.issues += 1;
                if self.faults.len() < MOST_FAULTS && marked.issue.severity == gongkai_core::Severity::Error {
                    let address =
                        columns.and_then(|columns| columns.address_of(&marked.issue.path, number, sheet));
                    let address = address.unwrap_or_else(|| number.to_string());
                    self.faults.push(format!("{address}: {}", message(&marked.issue, grid.lang)));
                }
            }
            match found {
                Some(row) if !is_unchanged => self.changed.push((row, result)),
                Some(_) => {}
                None => self.new.push(result),
            }
        }
        self.gone =
            rows.into_iter().filter(|row| namesakes.values().any(|left| left.contains(row))).collect();
        self.counts = revision.counts();
    }
}

/// An entry with what a file says of it; what the file has no columns for stays.
fn overlaid(entry: &Value, file: &Value, places: &[String]) -> Value {
    let mut entry = entry.clone();
    for place in places {
        match file.pointer(place) {
            Some(value) => pointer::set(&mut entry, place, value.clone()),
            None => pointer::remove(&mut entry, place),
        }
    }
    entry
}

impl State {
    /// Takes a file that was looked at, as one step.
    pub fn take_file(&mut self, preview: Preview) {
        let mut edits = Vec::new();
        for (row, entry) in preview.changed {
            let before = self.grid.row(row).entry.clone();
            edits.push(Edit::Set { row, before, after: Rc::new(entry) });
        }
        if preview.removes_gone {
            let mut gone_before = 0;
            for (at, row) in self.grid.rows.iter().enumerate() {
                if preview.gone.contains(row) {
                    edits.push(Edit::Remove { at: at - gone_before, row: *row });
                    gone_before += 1;
                }
            }
        }
        let removed = edits.iter().filter(|edit| matches!(edit, Edit::Remove { .. })).count();
        let at = self.grid.rows.len() - removed;
        for (number, entry) in preview.new.into_iter().enumerate() {
            let row = self.grid.add(Some(entry));
            edits.push(Edit::Insert { at: at + number, row });
        }
        self.make(edits);
        self.arrange();
        self.select(self.active);
        self.after.focus = true;
    }

    /// The entries for a file, in the order in which they are shown.
    pub fn to_save(&self) -> String {
        let rows = self.shown.iter().filter(|row| self.grid.row(**row).has_content);
        let entries: Vec<Value> = rows.map(|row| crate::start::output(&self.grid.row(*row).entry)).collect();
        crate::json::to_json(&entries)
    }
}
