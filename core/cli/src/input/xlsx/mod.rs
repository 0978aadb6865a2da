//! Entries out of workbooks: the first sheet that people see, with its headings and one entry in each row.
//!
//! A workbook made by `gongkai template` says on a hidden sheet which item and edition it was made for.

mod cell;
mod container;
mod template;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, Sheet, SheetType, SheetVisible, Xlsx};
use csv::StringRecord;
use gongkai_core::ItemRef;
use gongkai_core::blank::is_blank_text;
use gongkai_core::rows::HeadingsError;
use gongkai_core::template::SHEET;

use super::csv::{BATCH_ROWS, Columns, Row};
use super::{InputError, InputFault, Source};
use template::Mark;

/// Most cells that are read, blank ones between others included.
const MAX_CELLS: usize = 2_000_000;
/// Most bytes of text in all cells together; a text that is kept once in a file may stand in many cells.
const MAX_TEXT_BYTES: usize = 256 << 20;
/// In how many rows that are not blank headings are looked for; a title and a line about the sheet may come first.
const MAX_ROWS_ABOVE: usize = 5;

type Book = Xlsx<Cursor<Vec<u8>>>;

/// Something worth knowing about a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WorkbookNote {
    /// The template was made for another edition than the one that judges.
    EditionDiffers {
        /// Edition of the template.
        template: String,
        /// Edition that judges.
        pack: String,
    },
    /// The template was made for another item than the one that was asked for.
    ItemDiffers {
        /// Address of the item of the template.
        template: String,
    },
    /// Further sheets that people see; they are not read.
    SheetsUnread(Vec<String>),
}

/// A workbook, read whole.
pub struct Workbook<'a> {
    sheet: String,
    columns: Columns<'a>,
    notes: Vec<WorkbookNote>,
    rows: std::vec::IntoIter<Row>,
    failure: Option<InputError>,
}

impl<'a> Workbook<'a> {
    /// Reads a workbook. Without an item given its hidden sheet names it.
    ///
    /// # Errors
    /// - It cannot be read, is none, or is larger than what is read.
    /// - Neither its hidden sheet nor anyone else names the item, or there is none of that name.
    /// - There are no headings, two mean the same, or none is known.
    pub fn new(source: Source<'a>, item: Option<ItemRef<'a>>) -> Result<Self, InputError> {
        let bytes = container::read(source)?;
        // The reader of workbooks counts some references beyond what its numbers hold, where a file is broken on purpose.
        let read = catch_unwind(AssertUnwindSafe(|| Self::of(bytes, item)));
        read.unwrap_or_else(|_| Err(InputFault::NotWorkbook("a reference out of range".to_owned()).into()))
    }

    fn of(bytes: Vec<u8>, item: Option<ItemRef<'a>>) -> Result<Self, InputError> {
        let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(|error| not_a_workbook(&error))?;
        let mark = Mark::of(&mut book)?;
        let mut notes = Vec::new();
        let item = match (item, &mark) {
            (Some(item), mark) => {
                let other = mark.as_ref().filter(|mark| !mark.is_of(item));
                notes.extend(other.map(|mark| WorkbookNote::ItemDiffers { template: mark.address() }));
                item
            }
            (None, Some(mark)) => mark.item()?,
            (None, None) => return Err(InputFault::ItemNeeded.into()),
        };
        let edition = mark.filter(|mark| mark.is_of(item)).map(|mark| mark.edition);
        let edition = edition.filter(|edition| *edition != item.pack.edition);
        notes.extend(
            edition
                .clone()
                .map(|template| WorkbookNote::EditionDiffers { template, pack: item.pack.edition.clone() }),
        );

        let mut shown =
            book.sheets_metadata().iter().filter(|sheet| is_shown(sheet)).map(|sheet| sheet.name.clone());
        let sheet = shown.next().ok_or(InputFault::HeadingsMissing)?;
        let unread: Vec<String> = shown.collect();
        let mut rows = rows(&mut book, &sheet)?;
        drop(book);
        let columns = headings(&mut rows, item)?;
        let columns = match edition {
            Some(edition) => columns.with_edition(edition),
            None => columns,
        };
        if !unread.is_empty() {
            notes.push(WorkbookNote::SheetsUnread(unread));
        }
        let (rows, failure) = records(rows, columns.len());
        Ok(Workbook { sheet, columns, notes, rows: rows.into_iter(), failure })
    }

    /// What the columns mean.
    #[must_use]
    pub fn columns(&self) -> &Columns<'a> {
        &self.columns
    }

    /// Name of the sheet that is read.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// What is worth knowing about it.
    #[must_use]
    pub fn notes(&self) -> &[WorkbookNote] {
        &self.notes
    }
}

impl Iterator for Workbook<'_> {
    type Item = Result<Vec<Row>, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rows: Vec<Row> = self.rows.by_ref().take(BATCH_ROWS).collect();
        if rows.is_empty() { self.failure.take().map(Err) } else { Some(Ok(rows)) }
    }
}

fn is_shown(sheet: &Sheet) -> bool {
    sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet && sheet.name != SHEET
}

/// Texts by row and column, counted from 0; blank cells are left out.
type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

/// The cells of a sheet.
fn rows(book: &mut Book, sheet: &str) -> Result<Rows, InputError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|error| not_a_workbook(&error))?;
    let mut rows = Rows::new();
    let (mut cells, mut bytes) = (0, 0);
    while let Some(cell) = reader.next_cell().map_err(|error| not_a_workbook(&error))? {
        let (row, column) = cell.get_position();
        let text = cell::text(cell.get_value());
        if is_blank_text(&text) {
            continue;
        }
        cells += 1;
        bytes += text.len();
        if cells > MAX_CELLS || bytes > MAX_TEXT_BYTES {
            return Err(InputFault::TooManyWorkbookCells { max_cells: MAX_CELLS }.into());
        }
        rows.entry(row).or_default().insert(column, text);
    }
    Ok(rows)
}

/// Takes the headings from the top of the rows, with what stands above them.
fn headings<'a>(rows: &mut Rows, item: ItemRef<'a>) -> Result<Columns<'a>, InputError> {
    let mut first_error = None;
    for _ in 0..MAX_ROWS_ABOVE {
        let Some((_, cells)) = rows.pop_first() else { break };
        let last = cells.last_key_value().map_or(0, |(column, _)| *column);
        let texts = (0..=last).map(|column| cells.get(&column).map_or("", String::as_str));
        match Columns::new(texts, item) {
            Ok(columns) => return Ok(columns),
            Err(error @ HeadingsError::Unknown(_)) => {
                first_error.get_or_insert(InputError::from(error));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(first_error.unwrap_or_else(|| InputFault::HeadingsMissing.into()))
}

/// The rows as tables have them, up to the first that cannot be read.
fn records(rows: Rows, columns: usize) -> (Vec<Row>, Option<InputError>) {
    let mut records = Vec::with_capacity(rows.len());
    let mut left = MAX_CELLS;
    for (index, cells) in rows {
        let number = u64::from(index) + 1;
        let last = cells.last_key_value().map_or(0, |(column, _)| *column as usize);
        if last >= columns {
            let fault = InputFault::TooManyCells { cells: last + 1, headings: columns };
            return (records, Some(fault.at(number)));
        }
        let Some(rest) = left.checked_sub(last + 1) else {
            let fault = InputFault::TooManyWorkbookCells { max_cells: MAX_CELLS };
            return (records, Some(fault.at(number)));
        };
        left = rest;
        let mut cells = cells.into_iter().peekable();
        let mut record = StringRecord::new();
        for column in 0..=last {
            let here = cells.next_if(|(at, _)| *at as usize == column);
            record.push_field(&here.map_or_else(String::new, |(_, text)| text));
        }
        records.push(Row { number, cells: record });
    }
    (records, None)
}

fn not_a_workbook(error: &calamine::XlsxError) -> InputError {
    InputFault::NotWorkbook(error.to_string()).into()
}
