//! Reads the files of a check, one after the other.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use gongkai::input::csv::Columns;
use gongkai::input::{Batch, Batches, Format, InputError, InputFault, WorkbookNote};
use gongkai_core::ItemRef;
use gongkai_core::text::Lang;

use super::judge::Job;
use super::pipeline::Send;
use crate::failure::Failure;
use crate::find;
use crate::words::Words;

/// What to read, and how.
pub struct Reading<'a> {
    pub files: &'a [PathBuf],
    pub format: Option<Format>,
    pub item: Option<ItemRef<'static>>,
    pub words: Words,
    /// How many bytes were read so far.
    pub read_bytes: Arc<AtomicU64>,
}

/// What entries of a file have in common.
pub struct Sheet {
    /// Name of the file.
    pub name: String,
    /// What the columns mean, when it is a table.
    pub columns: Option<Columns<'static>>,
    /// Name of the sheet, when it is a workbook.
    pub title: Option<String>,
}

/// Counts what is read.
struct Counted<R> {
    source: R,
    read_bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(buffer)?;
        self.read_bytes.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

impl Reading<'_> {
    /// Reads all files, as long as anyone wants them.
    pub fn run(&self, send: Send<'_, Job>) {
        for file in self.files {
            if !self.read(file, send) {
                return;
            }
        }
    }

    /// Reads a file; false: nobody wants more.
    fn read(&self, file: &Path, send: Send<'_, Job>) -> bool {
        let name = file.display().to_string();
        let complaint = |error: InputError| {
            let place = error.number.map_or_else(|| name.clone(), |number| format!("{name}:{number}"));
            Job::Complaint(place, Failure::Input(error.fault))
        };
        let source = match open(file) {
            Ok(source) => Counted { source, read_bytes: Arc::clone(&self.read_bytes) },
            Err(error) => return send(complaint(error.into())),
        };
        let batches = match Batches::open(source, file, self.format, self.item) {
            Ok(batches) => batches,
            Err(error) => return send(complaint(error)),
        };
        let workbook = batches.workbook();
        let title = workbook.map(|workbook| workbook.sheet().to_owned());
        let sheet = Arc::new(Sheet { name: name.clone(), columns: batches.columns().cloned(), title });
        let about = workbook.iter().flat_map(|workbook| workbook.notes());
        let notes = about.map(|note| format!("{name}: {}", workbook_note(note, self.words.lang())));
        for note in notes.chain(self.unknown_columns(&sheet)).collect::<Vec<_>>() {
            if !send(Job::Note(note)) {
                return false;
            }
        }
        let mut is_empty = true;
        for batch in batches {
            is_empty = false;
            let job = match batch {
                Ok(Batch::Json(texts)) => Job::Texts(Arc::clone(&sheet), texts),
                Ok(Batch::Rows(rows)) => Job::Rows(Arc::clone(&sheet), rows),
                Ok(_) => continue,
                Err(error) => complaint(error),
            };
            if !send(job) {
                return false;
            }
        }
        !is_empty || send(Job::Note(format!("{name}: {}", self.words.pick("没有内容可检查", "no entries"))))
    }

    /// What to say of columns that are not looked at.
    fn unknown_columns(&self, sheet: &Sheet) -> Option<String> {
        let unknown: Vec<String> = sheet
            .columns
            .iter()
            .flat_map(Columns::unknown)
            .map(|heading| {
                let item = sheet.columns.as_ref().map(Columns::item);
                let near = item.map(|item| find::headings_near(item, heading)).unwrap_or_default();
                match near.as_slice() {
                    [] => heading.to_owned(),
                    near => {
                        let names = near.join(self.words.pick("、", ", "));
                        let meant = self.words.pick("是否指", "did you mean");
                        format!("{heading} ({meant}: {names})")
                    }
                }
            })
            .collect();
        let names = unknown.join(self.words.pick("；", "; "));
        let said = self.words.pick(
            "以下各列不是该事项的要素，没有检查",
            "columns that are no element of the item were not checked",
        );
        (!unknown.is_empty()).then(|| format!("{}: {said}: {names}", sheet.name))
    }
}

/// What is worth knowing about a workbook.
fn workbook_note(note: &WorkbookNote, lang: Lang) -> String {
    match (note, lang) {
        (WorkbookNote::EditionDiffers { template, pack }, Lang::Zh) => {
            format!("警告：模板按指引版本 {template} 制作，现按 {pack} 检查，请核对要素是否有变")
        }
        (WorkbookNote::EditionDiffers { template, pack }, Lang::En) => format!(
            "warning: the template was made for edition {template} of the guideline and is checked by {pack}; elements may differ"
        ),
        (WorkbookNote::ItemDiffers { template }, Lang::Zh) => {
            format!("警告：模板是为事项 {template} 制作的，现按 --item 指定的事项检查")
        }
        (WorkbookNote::ItemDiffers { template }, Lang::En) => {
            format!(
                "warning: the template was made for {template}; it is checked as the item that --item names"
            )
        }
        (WorkbookNote::SheetsUnread(names), Lang::Zh) => {
            format!("只读第一个工作表，没有检查：{}", names.join("、"))
        }
        (WorkbookNote::SheetsUnread(names), Lang::En) => {
            format!("only the first sheet is read; not checked: {}", names.join(", "))
        }
        (other, _) => format!("{other:?}"),
    }
}

fn open(file: &Path) -> Result<Box<dyn Read + std::marker::Send>, InputFault> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let opened = File::open(file)?;
    if opened.metadata()?.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    Ok(Box::new(opened))
}
