//! Official tables out: a guideline as the table that counties publish, in the formats that offices use.
//!
//! [`Layout`] decides which text stands in which cell; there is one writer for each format, and no writer knows the
//! guideline. The same guideline gives the same bytes on every day and machine.
//!
//! What a table has no place for does not come back from it: ids and keys, kinds and other overrides of fields,
//! provenance, what the author says to the lint, edition and days of validity. Channels come back in the order of the
//! printed list.

pub(crate) mod csv;
mod docx;
mod html;
pub mod layout;
mod lines;
mod markdown;
mod xlsx;

use jiff::civil::Date;

use crate::guideline::Guideline;
use crate::lexicon::Lexicon;

pub use layout::Layout;
pub(crate) use xlsx::sheet_name;

/// Format of a written table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Excel, Office Open XML.
    Xlsx,
    /// Word, Office Open XML.
    Docx,
    /// A web page of its own, without scripts or anything from elsewhere.
    Html,
    /// Comma-separated values in UTF-8 with a byte order mark, as Excel opens them.
    Csv,
    /// A table in Markdown.
    Markdown,
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[Format::Xlsx, Format::Docx, Format::Html, Format::Csv, Format::Markdown];

    /// What names of such files end in, without the point.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Docx => "docx",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Markdown => "md",
        }
    }

    /// The format of files whose names end in this, without the point.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        let extension = if extension == "htm" { "html" } else { &extension };
        Format::ALL.iter().copied().find(|format| format.extension() == extension)
    }
}

/// How a table is written.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Options {
    /// Day that the document carries in its properties. Defaults to the day of the notice that the guideline was issued
    /// with; without one, to a fixed day.
    pub date: Option<Date>,
}

impl Options {
    /// The same with a day for the properties of the document.
    #[must_use]
    pub fn with_date(self, date: Option<Date>) -> Self {
        Options { date }
    }
}

/// Why a table cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The workbook cannot be made: a text is longer than a cell holds, or there are too many rows.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The container of a document cannot be made.
    #[error("the container cannot be written: {0}")]
    Container(#[from] zip::result::ZipError),
    /// The rest.
    #[error("the document cannot be written: {0}")]
    Document(#[from] std::io::Error),
}

/// Writes the official table of a guideline.
///
/// # Errors
/// See [`ExportError`]; no shipped guideline meets one.
pub fn write(
    guideline: &Guideline,
    lexicon: &Lexicon,
    format: Format,
    options: &Options,
) -> Result<Vec<u8>, ExportError> {
    let mut layout = Layout::new(guideline, lexicon);
    layout.date = options.date.or(layout.date);
    match format {
        Format::Xlsx => xlsx::write(&layout),
        Format::Docx => docx::write(&layout),
        Format::Html => Ok(html::write(&layout).into_bytes()),
        Format::Csv => csv::write(&layout),
        Format::Markdown => Ok(markdown::write(&layout).into_bytes()),
    }
}

/// What documents carry whose day nobody knows.
const NO_DATE: Date = jiff::civil::date(2000, 1, 1);
