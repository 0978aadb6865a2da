//! Entries out of workbooks: the first sheet that people see, with its headings and one entry in each row.
//!
//! A workbook made by `gongkai template` says on a hidden sheet which item and edition it was made for.

use std::io::Read;

use gongkai_core::ItemRef;
use gongkai_core::rows::{Records, TemplateMark, WorkbookRows};

use super::csv::{BATCH_ROWS, Columns, Row};
use super::{InputError, InputFault, Source};

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
    pub fn new(mut source: Source<'a>, item: Option<ItemRef<'a>>) -> Result<Self, InputError> {
        let mut bytes = Vec::new();
        // One byte more than is read shows that there is more.
        let most = gongkai_core::rows::WorkbookRows::MAX_FILE_BYTES as u64 + 1;
        source.by_ref().take(most).read_to_end(&mut bytes)?;
        let workbook = WorkbookRows::read(&bytes)?;
        drop(bytes);
        let mut notes = Vec::new();
        let item = match (item, &workbook.mark) {
            (Some(item), mark) => {
                let other = mark.as_ref().filter(|mark| !mark.is_of(item));
                notes.extend(other.map(|mark| WorkbookNote::ItemDiffers { template: mark.address() }));
                item
            }
            (None, Some(mark)) => named_by(mark)?,
            (None, None) => return Err(InputFault::ItemNeeded.into()),
        };
        let edition = workbook.mark.as_ref().filter(|mark| mark.is_of(item)).map(|mark| &mark.edition);
        let edition = edition.filter(|edition| **edition != item.pack.edition);
        notes.extend(edition.map(|template| WorkbookNote::EditionDiffers {
            template: template.clone(),
            pack: item.pack.edition.clone(),
        }));
        if !workbook.unread.is_empty() {
            notes.push(WorkbookNote::SheetsUnread(workbook.unread.clone()));
        }
        let sheet = workbook.sheet.clone();
        let Records { columns, records, failure } = workbook.records(item)?;
        Ok(Workbook {
            sheet,
            columns,
            notes,
            rows: records.into_iter(),
            failure: failure.map(InputError::from),
        })
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

/// The item that a template was made for.
fn named_by(mark: &TemplateMark) -> Result<ItemRef<'static>, InputError> {
    let item = crate::pack(&mark.pack).and_then(|pack| pack.item(&mark.item));
    item.ok_or_else(|| InputFault::TemplateItemUnknown(mark.address()).into())
}
