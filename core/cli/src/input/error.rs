//! What can be wrong with a file of entries, as data; hosts make sentences of it.

use std::io;

use gongkai_core::rows::HeadingsError;

/// Something in a file that is no entry.
#[derive(Debug, thiserror::Error)]
#[error("{fault}")]
pub struct InputError {
    /// Number of the entry, line or row that it concerns. None: the file.
    pub number: Option<u64>,
    /// What is wrong.
    #[source]
    pub fault: InputFault,
}

/// What is wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InputFault {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// It is not UTF-8, and nothing else that is understood.
    #[error("not UTF-8 at line {line} column {column}")]
    NotUtf8 {
        /// Line, from 1.
        line: u64,
        /// Column, from 1, in characters.
        column: u64,
    },
    /// It is not JSON.
    #[error("not JSON at line {line} column {column}: {reason}")]
    NotJson {
        /// Line, from 1.
        line: u64,
        /// Column, from 1, in characters.
        column: u64,
        /// What a JSON reader says.
        reason: String,
    },
    /// An entry is longer than [`super::MAX_ENTRY_BYTES`].
    #[error("an entry is longer than {max_bytes} bytes")]
    TooLong {
        /// Most that is read.
        max_bytes: usize,
    },
    /// A table whose item nobody names.
    #[error("a table needs the item named")]
    ItemNeeded,
    /// A table without headings.
    #[error("there is no row of headings")]
    HeadingsMissing,
    /// No heading means anything of the item.
    #[error("none of the headings is known: {}", .0.join(", "))]
    HeadingsUnknown(Vec<String>),
    /// Two columns mean the same.
    #[error("the columns {0:?} and {1:?} mean the same")]
    HeadingsRepeated(String, String),
    /// A row has more cells than there are headings.
    #[error("{cells} cells under {headings} headings")]
    TooManyCells {
        /// How many cells the row has.
        cells: usize,
        /// How many headings there are.
        headings: usize,
    },
    /// It is no workbook, or a broken one.
    #[error("no workbook: {0}")]
    NotWorkbook(String),
    /// A workbook of Excel before 2007, or an encrypted one.
    #[error("a workbook of Excel before 2007, or an encrypted one")]
    OldWorkbook,
    /// A workbook that is larger than what is read, packed or unpacked.
    #[error("the workbook is larger than {max_bytes} bytes")]
    WorkbookTooLarge {
        /// Most that is read.
        max_bytes: u64,
    },
    /// A workbook with more cells than are read.
    #[error("the sheet has more than {max_cells} cells, or too much text in them")]
    TooManyWorkbookCells {
        /// Most that are read.
        max_cells: usize,
    },
    /// A template of another format.
    #[error("a template of the format {found:?}, expected {expected:?}")]
    TemplateUnknown {
        /// What its hidden sheet says.
        found: String,
        /// What is read.
        expected: &'static str,
    },
    /// A template for an item that there is not.
    #[error("the template is for {0}, which is not known")]
    TemplateItemUnknown(String),
    /// A row whose bytes are no text.
    #[error("the row is no text in UTF-8")]
    RowNotText,
}

impl From<InputFault> for InputError {
    fn from(fault: InputFault) -> Self {
        InputError { number: None, fault }
    }
}

impl From<HeadingsError> for InputError {
    fn from(error: HeadingsError) -> Self {
        match error {
            HeadingsError::Repeated(one, other) => InputFault::HeadingsRepeated(one, other),
            HeadingsError::Unknown(headings) => InputFault::HeadingsUnknown(headings),
            // There are no others today.
            other => InputFault::NotWorkbook(other.to_string()),
        }
        .into()
    }
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        InputFault::from(error).into()
    }
}

impl InputFault {
    /// The same about one entry.
    #[must_use]
    pub fn at(self, number: u64) -> InputError {
        InputError { number: Some(number), fault: self }
    }
}
