//! Judges what was read, some entries at a time.

use std::sync::Arc;

use gongkai::input::{Place, Row, Texts, title};
use gongkai_core::revision::Version;
use gongkai_core::{Context, ItemRef, Report};
use serde_json::Value;

use super::read::Sheet;
use super::report::{Origin, write_for_people, write_line};
use super::tally::Tally;
use crate::failure::Failure;
use crate::items::{self, Items};
use crate::words::Words;

/// Something that was read.
pub enum Job {
    /// Texts of entries.
    Texts(Arc<Sheet>, Texts),
    /// Rows of a table.
    Rows(Arc<Sheet>, Vec<Row>),
    /// Something that could not be read, with its place.
    Complaint(String, Failure),
    /// Something worth knowing.
    Note(String),
}

/// What came of a job.
#[derive(Default)]
pub struct Done {
    /// What goes to standard output.
    pub answers: Vec<u8>,
    /// What could not be judged.
    pub complaints: Vec<String>,
    /// What is worth knowing.
    pub notes: Vec<String>,
    /// What was found.
    pub tally: Tally,
    /// The entries, where they are compared with an earlier version.
    pub versions: Vec<Version>,
}

/// For whom answers are written.
#[derive(Debug, Clone, Copy)]
pub enum Style {
    /// For people.
    People,
    /// One report on each line.
    Json,
}

/// Judges entries of any item.
pub struct Judge<'a> {
    /// The item that all entries are of.
    item: Option<ItemRef<'static>>,
    items: Items,
    context: Context<'a>,
    style: Style,
    words: Words,
    by_rule: bool,
    compares: bool,
}

impl<'a> Judge<'a> {
    pub fn new(item: Option<ItemRef<'static>>, context: Context<'a>, style: Style, words: Words) -> Self {
        Judge { item, items: Items::new(), context, style, words, by_rule: false, compares: false }
    }

    /// The same, counting findings by rule.
    pub fn by_rule(mut self, by_rule: bool) -> Self {
        self.by_rule = by_rule;
        self
    }

    /// The same, handing the entries on to be compared.
    pub fn comparing(mut self, compares: bool) -> Self {
        self.compares = compares;
        self
    }

    /// Takes the entries of a job without judging them.
    pub fn versions(&self, job: Job, versions: &mut Vec<Version>, complaints: &mut Vec<String>) {
        match job {
            Job::Texts(sheet, texts) => {
                for (place, text) in texts.iter() {
                    match self.item_named(text, place).and_then(|item| version(item, text, place)) {
                        Ok(version) => versions.push(version),
                        Err(failure) => {
                            complaints
                                .push(self.complaint(&format!("{}:{}", sheet.name, place.number), &failure));
                        }
                    }
                }
            }
            Job::Rows(sheet, rows) => {
                for (columns, row) in
                    sheet.columns.iter().flat_map(|columns| rows.iter().map(move |row| (columns, row)))
                {
                    versions.push(Version::of(columns.item(), &columns.entry(row.cells.iter())));
                }
            }
            Job::Complaint(place, failure) => complaints.push(self.complaint(&place, &failure)),
            Job::Note(_) => {}
        }
    }

    /// Does a job.
    pub fn judge(&self, job: Job) -> Done {
        let mut done = Done::default();
        match job {
            Job::Texts(sheet, texts) => {
                for (place, text) in texts.iter() {
                    let name = || format!("{}:{}", sheet.name, place.number);
                    match self.judge_text(text, place) {
                        Ok((item, report)) => {
                            self.answer(&mut done, item, &report, None, &name, &|| title(text));
                            if self.compares {
                                done.versions.extend(version(item, text, place));
                            }
                        }
                        Err(failure) => self.complain(&mut done, &name(), &failure),
                    }
                }
            }
            Job::Rows(sheet, rows) => {
                for row in rows {
                    self.judge_row(&mut done, &sheet, &row);
                }
            }
            Job::Complaint(place, failure) => self.complain(&mut done, &place, &failure),
            Job::Note(note) => done.notes.push(note),
        }
        done
    }

    fn judge_text(&self, text: &[u8], place: Place) -> Result<(ItemRef<'static>, Report), Failure> {
        let item = self.item_named(text, place)?;
        Ok((item, items::judge(item, text, place, &self.context)?))
    }

    /// The item that all entries are of, else the one that an entry names.
    fn item_named(&self, text: &[u8], place: Place) -> Result<ItemRef<'static>, Failure> {
        match self.item {
            Some(item) => Ok(item),
            None => self.items.named_in(text, place),
        }
    }

    fn judge_row(&self, done: &mut Done, sheet: &Sheet, row: &Row) {
        let Some(columns) = &sheet.columns else {
            return;
        };
        let item = columns.item();
        let entry = columns.entry(row.cells.iter());
        let report = item.check(&entry, &self.context);
        let name = || format!("{}:{}", sheet.name, row.number);
        let title = || entry.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
        let origin = Origin { row: row.number, columns, sheet: sheet.title.as_deref() };
        self.answer(done, item, &report, Some(origin), &name, &title);
        if self.compares {
            done.versions.push(Version::of(item, &entry));
        }
    }

    fn answer(
        &self,
        done: &mut Done,
        item: ItemRef<'_>,
        report: &Report,
        origin: Option<Origin<'_>>,
        name: &dyn Fn() -> String,
        title: &dyn Fn() -> String,
    ) {
        done.tally.count(report, self.by_rule);
        match self.style {
            Style::Json => write_line(report, origin, &mut done.answers),
            Style::People => {
                write_for_people(&name(), item, &title(), report, origin, self.words, &mut done.answers);
            }
        }
    }

    fn complain(&self, done: &mut Done, place: &str, failure: &Failure) {
        done.complaints.push(self.complaint(place, failure));
    }

    fn complaint(&self, place: &str, failure: &Failure) -> String {
        format!("{place}: {}", failure.sentence(self.words))
    }
}

fn version(item: ItemRef<'_>, text: &[u8], place: Place) -> Result<Version, Failure> {
    let entry: Value =
        serde_json::from_slice(text).map_err(|error| items::not_json(text, place, error.to_string()))?;
    Ok(Version::of(item, &entry))
}
