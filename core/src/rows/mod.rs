//! Rows of tables and the entries that they stand for: what headings mean, what cells hold, and how values are written
//! into cells.
//!
//! One rule for files that `gongkai check` reads, for the templates that are filled in, and for the grid in the browser:
//! what [`Columns::text`] writes, [`Columns::entry`] and [`Columns::put`] read back.

mod cell;
mod columns;
#[cfg(feature = "import")]
pub mod csv;
#[cfg(feature = "import")]
mod decode;
mod entry;
mod fault;
#[cfg(any(feature = "import", feature = "export"))]
pub(crate) mod formula;
mod put;
mod text;
#[cfg(feature = "import")]
mod workbook;

pub use cell::{CELL_SEPARATOR, amount, day, number, value, yes_or_no};
pub use columns::{Columns, HeadingsError, Layout};
pub use fault::{TableError, TableFault};
#[cfg(feature = "import")]
pub use workbook::{Records, TemplateMark, WorkbookRows};
