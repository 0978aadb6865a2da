//! Workbooks for entering many entries of an item in Excel or WPS: one entry in each row.
//!
//! The headings are the printed names of the elements and the names of an entry's properties, so that the sheet, saved
//! as a workbook or as CSV, is what `gongkai check` reads. What an element holds of several parts is spread over
//! columns ([`columns`]); a hidden sheet says which item and edition the workbook was made for ([`SHEET`]).

mod column;
#[cfg(feature = "export")]
mod csv;
mod hint;
#[cfg(feature = "export")]
mod workbook;

pub use column::{Column, columns, columns_in};
#[cfg(feature = "export")]
pub use csv::csv;
#[cfg(feature = "export")]
pub use workbook::{filled_workbook, workbook};

/// Name and version of the template format, as the hidden sheet says it.
pub const FORMAT: &str = "gongkai-template/1";

/// Name of the hidden sheet. Its column A names `format`, `pack`, `edition` and `item`, column B says them.
pub const SHEET: &str = "gongkai";

pub use crate::rows::CELL_SEPARATOR;
