//! The table model: a document as a person sees it, whatever format it came in.

use serde::{Deserialize, Serialize};

/// A document that was read: its lines and tables, in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceDocument {
    /// Name of the file, without its folder.
    pub name: String,
    /// What its content is, whatever its name ends in.
    pub format: SourceFormat,
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Lines and tables in reading order. A workbook has one table for each sheet that is not empty.
    pub blocks: Vec<Block>,
    /// What the reader had to assume or left out: a guessed encoding, hidden sheets, macros, deleted text.
    pub notes: Vec<ReaderNote>,
}

/// Format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SourceFormat {
    /// Word, Office Open XML.
    Docx,
    /// Excel, Office Open XML.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// A web page, or what an office program saved as one.
    Html,
    /// Values with separators.
    Csv,
}

impl SourceFormat {
    /// Whether the format can say that a cell reaches over several rows. Where it cannot, a cell that was merged comes
    /// as a value with empty cells below it.
    #[must_use]
    pub fn keeps_merged_cells(self) -> bool {
        self != SourceFormat::Csv
    }
}

/// A line or a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph of text outside tables; its line breaks are `\n`.
    Paragraph(String),
    /// A table.
    Table(Table),
}

/// A table. Its cells stand in the order of rows, then columns, do not overlap, and lie inside its bounds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Table {
    /// Name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// Number of rows, empty ones included.
    pub row_count: u32,
    /// Number of columns.
    pub column_count: u32,
    /// Cells. A place where the document has no cell at all has none here; a cell without text has an empty one. In a
    /// workbook an empty place may have a cell or not, as the program wrote it.
    pub cells: Vec<Cell>,
}

/// A cell, at the place where it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Cell {
    /// Row, counted from 0; in a workbook from the first row of the sheet.
    pub row: u32,
    /// Column, counted from 0; in a workbook from column A.
    pub column: u32,
    /// Number of rows it reaches over, at least 1.
    pub row_span: u32,
    /// Number of columns it reaches over, at least 1.
    pub column_span: u32,
    /// Text as it looks: paragraphs and line breaks are `\n`; automatic numbers are written out; characters of symbol
    /// fonts (Wingdings …) are the Unicode characters that look like them; formulas are their last values.
    pub text: String,
}

/// What a reader assumed or left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[non_exhaustive]
pub enum ReaderNote {
    /// The text encoding was guessed, since none was declared or the declared one does not fit.
    EncodingGuessed {
        /// Name of the encoding that was taken.
        encoding: String,
    },
    /// The name ends in that of another format.
    ExtensionMismatch {
        /// What the name ends in, without the point.
        extension: String,
    },
    /// A sheet that the program does not show; it is not read.
    SheetHidden {
        /// Name of the sheet.
        sheet: String,
    },
    /// Rows that the program does not show; they are not read.
    RowsHidden {
        /// Name of the sheet, in a workbook.
        sheet: Option<String>,
        /// How many.
        count: u32,
    },
    /// Columns that the program does not show; they are not read.
    ColumnsHidden {
        /// Name of the sheet.
        sheet: String,
        /// How many.
        count: u32,
    },
    /// Text marked as deleted or struck out; it is not read.
    DeletedText,
    /// The file holds macros; they are not run.
    Macros,
    /// The file refers to other files or addresses; nothing is fetched.
    ExternalReferences,
    /// An office program made a newer format of the file first.
    Converted,
    /// The file ends early, and what stands before the end was read.
    Truncated,
}
