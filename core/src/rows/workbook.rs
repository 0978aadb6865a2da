//! Workbooks of entries: the first sheet that people see, with its headings and one entry in each row.
//!
//! A workbook made as a template says on a hidden sheet which item and edition it was made for.

use super::csv::Row;
use super::{Columns, HeadingsError, TableError, TableFault};
use crate::ItemRef;
use crate::import::reader::{Limit, Limits, PlainRows, PlainSheet, ReadError, read_plain};
use crate::template::{FORMAT, SHEET};

/// Most cells that are read, blank ones between others included.
const MAX_CELLS: usize = 2_000_000;
/// Most that a file may unpack to; a text that is kept once in a file may stand in many cells.
const MAX_UNPACKED_BYTES: u64 = 256 << 20;
/// In how many rows that are not blank headings are looked for; a title and a line about the sheet may come first.
const MAX_ROWS_ABOVE: usize = 5;
/// How files of Office before 2007 begin, and encrypted ones of today.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0";

/// What a template says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TemplateMark {
    /// Id of the pack.
    pub pack: String,
    /// Id of the item.
    pub item: String,
    /// Edition of the pack.
    pub edition: String,
}

impl TemplateMark {
    /// Whether it was made for this item.
    #[must_use]
    pub fn is_of(&self, item: ItemRef<'_>) -> bool {
        self.pack == item.pack.id && self.item == item.id
    }

    /// The address of its item.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}/{}", self.pack, self.item)
    }

    /// Reads the hidden sheet.
    fn of(rows: &PlainRows) -> Result<Self, TableError> {
        let get = |name: &str| {
            let row = rows.values().rev().find(|cells| cells.get(&0).is_some_and(|said| said == name));
            row.and_then(|cells| cells.get(&1)).map(|text| text.trim().to_owned()).unwrap_or_default()
        };
        let format = get("format");
        if format != FORMAT {
            return Err(TableFault::TemplateUnknown { found: format, expected: FORMAT }.into());
        }
        Ok(TemplateMark { pack: get("pack"), item: get("item"), edition: get("edition") })
    }
}

/// A workbook whose headings are not understood yet.
pub struct WorkbookRows {
    /// What its hidden sheet says, when it is a template.
    pub mark: Option<TemplateMark>,
    /// Name of the sheet that is read.
    pub sheet: String,
    /// Names of further sheets that people see; they are not read.
    pub unread: Vec<String>,
    rows: PlainRows,
}

/// The rows of a table of entries.
pub struct Records<'a> {
    /// What the columns mean.
    pub columns: Columns<'a>,
    /// The rows, up to the first that cannot be read.
    pub records: Vec<Row>,
    /// Why the rest cannot be read.
    pub failure: Option<TableError>,
}

impl WorkbookRows {
    /// Largest file that is read.
    pub const MAX_FILE_BYTES: usize = 64 << 20;

    /// Reads a workbook.
    ///
    /// # Errors
    /// - It is none, a broken or an encrypted one, or larger than what is read.
    /// - Its hidden sheet is that of another format of templates.
    /// - People see no sheet in it.
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        if bytes.starts_with(COMPOUND_FILE) {
            return Err(TableFault::OldWorkbook.into());
        }
        let mut limits = Limits::default();
        (limits.max_file_bytes, limits.max_unpacked_bytes, limits.max_cells) =
            (Self::MAX_FILE_BYTES, MAX_UNPACKED_BYTES, MAX_CELLS);
        let sheets = read_plain(bytes, &limits).map_err(|error| fault(&error))?;
        let mark = sheets.iter().find(|sheet| sheet.name == SHEET);
        let mark = mark.map(|sheet| TemplateMark::of(&sheet.rows)).transpose()?;
        let mut shown = sheets.into_iter().filter(|sheet| !sheet.is_hidden && sheet.name != SHEET);
        let PlainSheet { name, rows, .. } = shown.next().ok_or(TableFault::HeadingsMissing)?;
        Ok(WorkbookRows { mark, sheet: name, unread: shown.map(|sheet| sheet.name).collect(), rows })
    }

    /// Its rows as those of entries of an item.
    ///
    /// # Errors
    /// There are no headings, two mean the same, or none is known.
    pub fn records(mut self, item: ItemRef<'_>) -> Result<Records<'_>, TableError> {
        let edition = self.mark.take().filter(|mark| mark.is_of(item)).map(|mark| mark.edition);
        let columns = self.headings(item)?;
        let columns = match edition.filter(|edition| *edition != item.pack.edition) {
            Some(edition) => columns.with_edition(edition),
            None => columns,
        };
        let (records, failure) = records(self.rows, columns.len());
        Ok(Records { columns, records, failure })
    }

    /// Takes the headings from the top of the rows, with what stands above them.
    fn headings<'a>(&mut self, item: ItemRef<'a>) -> Result<Columns<'a>, TableError> {
        let mut first_error = None;
        for _ in 0..MAX_ROWS_ABOVE {
            let Some((_, cells)) = self.rows.pop_first() else { break };
            let last = cells.last_key_value().map_or(0, |(column, _)| *column);
            match Columns::new((0..=last).map(|column| cells.get(&column).map_or("", String::as_str)), item) {
                Ok(columns) => return Ok(columns),
                Err(error @ HeadingsError::Unknown(_)) => {
                    first_error.get_or_insert(error);
                }
                Err(error) => return Err(TableFault::from(error).into()),
            }
        }
        Err(first_error.map_or(TableFault::HeadingsMissing, TableFault::from).into())
    }
}

/// The rows as tables have them, up to the first that cannot be read.
fn records(rows: PlainRows, columns: usize) -> (Vec<Row>, Option<TableError>) {
    let mut records = Vec::with_capacity(rows.len());
    let mut left = MAX_CELLS;
    for (index, mut cells) in rows {
        let number = u64::from(index) + 1;
        let last = cells.last_key_value().map_or(0, |(column, _)| *column);
        let count = last as usize + 1;
        if count > columns {
            return (records, Some(TableFault::TooManyCells { cells: count, headings: columns }.at(number)));
        }
        let Some(rest) = left.checked_sub(count) else {
            return (records, Some(TableFault::TooManyWorkbookCells { max_cells: MAX_CELLS }.at(number)));
        };
        left = rest;
        let cells = (0..=last).map(|column| cells.remove(&column).unwrap_or_default());
        let cells = cells.collect::<Vec<String>>().into();
        records.push(Row { number, cells });
    }
    (records, None)
}

fn fault(error: &ReadError) -> TableError {
    match error {
        ReadError::TooLarge { limit: Limit::FileBytes | Limit::UnpackedBytes, allowed, .. } => {
            TableFault::WorkbookTooLarge { max_bytes: *allowed }
        }
        ReadError::TooLarge {
            limit: Limit::Cells | Limit::TextBytes | Limit::Rows | Limit::Columns, ..
        } => TableFault::TooManyWorkbookCells { max_cells: MAX_CELLS },
        ReadError::Encrypted => TableFault::OldWorkbook,
        other => TableFault::NotWorkbook(other.to_string()),
    }
    .into()
}
