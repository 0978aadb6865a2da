//! Values out of texts, as people write them in cells of tables and in fields that know nothing of kinds.

mod cell;

pub use cell::{CELL_SEPARATOR, amount, day, value};
