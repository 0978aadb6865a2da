//! What can be wrong with a table of entries, as data and in both languages.

use std::io;

use super::HeadingsError;
use crate::text::Lang;

/// What is wrong with a table, or with one of its rows.
#[derive(Debug, thiserror::Error)]
#[error("{fault}")]
pub struct TableError {
    /// Number of the row, from 1. None: the table.
    pub row: Option<u64>,
    /// What is wrong.
    #[source]
    pub fault: TableFault,
}

/// What is wrong with a table.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableFault {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// A row goes on and on.
    #[error("a row is longer than {max_bytes} bytes")]
    RowTooLong {
        /// Most that is read.
        max_bytes: usize,
    },
    /// There are no headings.
    #[error("there is no row of headings")]
    HeadingsMissing,
    /// The headings cannot be read.
    #[error(transparent)]
    Headings(#[from] HeadingsError),
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
    /// The bytes are no text.
    #[error("the row is no text in UTF-8")]
    NotText,
}

impl From<TableFault> for TableError {
    fn from(fault: TableFault) -> Self {
        TableError { row: None, fault }
    }
}

impl TableFault {
    /// The same about one row.
    #[must_use]
    pub fn at(self, row: u64) -> TableError {
        TableError { row: Some(row), fault: self }
    }

    /// What to say about it.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.in_chinese(),
            Lang::En => self.in_english(),
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            TableFault::Unreadable(error) => format!("无法读取：{error}"),
            TableFault::RowTooLong { max_bytes } => format!("一条内容超过{}MB，不再读取", max_bytes >> 20),
            TableFault::HeadingsMissing => "表格没有表头".to_owned(),
            TableFault::Headings(HeadingsError::Unknown(names)) => {
                format!("表头没有一列是该事项的要素：{}", names.join("、"))
            }
            TableFault::Headings(HeadingsError::Repeated(one, other)) if one == other => {
                format!("表头“{one}”重复")
            }
            TableFault::Headings(HeadingsError::Repeated(one, other)) => {
                format!("“{one}”和“{other}”两列是同一内容")
            }
            TableFault::TooManyCells { cells, headings } => {
                format!("有{cells}格，而表头只有{headings}列；内容中的逗号要用双引号括起来")
            }
            TableFault::NotWorkbook(reason) => format!("不是有效的 Excel 工作簿：{reason}"),
            TableFault::OldWorkbook => "是旧版 .xls 文件或加密的工作簿，请另存为不加密的 .xlsx".to_owned(),
            TableFault::WorkbookTooLarge { max_bytes } => {
                format!("工作簿（或其解压后的内容）超过{}MB，不读取", max_bytes >> 20)
            }
            TableFault::TooManyWorkbookCells { max_cells } => {
                format!("工作表超过{max_cells}格，或格内文字太多；请改用 CSV")
            }
            TableFault::TemplateUnknown { found, expected } => {
                format!("模板格式是“{found}”，只能读取“{expected}”")
            }
            TableFault::NotText => "编码有误，既不是 UTF-8 也不是 GB18030".to_owned(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            TableFault::RowTooLong { max_bytes } => {
                format!("an entry is longer than {} MB; reading ends here", max_bytes >> 20)
            }
            TableFault::Headings(HeadingsError::Unknown(names)) => {
                format!("no heading is an element of the item: {}", names.join(", "))
            }
            TableFault::Headings(HeadingsError::Repeated(one, other)) if one == other => {
                format!("two columns are called {one:?}")
            }
            TableFault::TooManyCells { cells, headings } => {
                format!(
                    "{cells} cells under {headings} headings; put a cell with a comma into quotation marks"
                )
            }
            TableFault::NotWorkbook(reason) => format!("not a valid Excel workbook: {reason}"),
            TableFault::OldWorkbook => {
                "an .xls file or an encrypted workbook; save it as .xlsx without a password".to_owned()
            }
            TableFault::WorkbookTooLarge { max_bytes } => format!(
                "the workbook, or what it unpacks to, is larger than {} MB; it is not read",
                max_bytes >> 20
            ),
            TableFault::TooManyWorkbookCells { max_cells } => {
                format!("the sheet has more than {max_cells} cells, or too much text in them; use CSV")
            }
            TableFault::TemplateUnknown { found, expected } => {
                format!("the format of the template is {found:?}, expected {expected:?}")
            }
            TableFault::NotText => "neither UTF-8 nor GB18030".to_owned(),
            TableFault::Unreadable(_) | TableFault::HeadingsMissing | TableFault::Headings(_) => {
                self.to_string()
            }
        }
    }
}
