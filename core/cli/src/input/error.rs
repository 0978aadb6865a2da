//! What can be wrong with a file of entries, as data; hosts make sentences of it.

use std::io;

use gongkai_core::rows::{TableError, TableFault};

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
    /// A table that cannot be read, or a row of it.
    #[error(transparent)]
    Table(TableFault),
    /// A template for an item that there is not.
    #[error("the template is for {0}, which is not known")]
    TemplateItemUnknown(String),
}

impl From<InputFault> for InputError {
    fn from(fault: InputFault) -> Self {
        InputError { number: None, fault }
    }
}

impl From<TableError> for InputError {
    fn from(TableError { row, fault }: TableError) -> Self {
        let fault = match fault {
            TableFault::Unreadable(error) => InputFault::Unreadable(error),
            TableFault::RowTooLong { max_bytes } => InputFault::TooLong { max_bytes },
            other => InputFault::Table(other),
        };
        InputError { number: row, fault }
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
