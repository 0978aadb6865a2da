//! Official tables in: a document becomes tables, and tables become a draft of a guideline with every doubt shown.
//!
//! There are two halves. A reader for each format ([`reader`]) turns bytes into a [`SourceDocument`], what a person sees
//! on the screen: lines of text and tables of cells. All understanding happens over that one model.

pub mod reader;
pub mod table;

pub use table::{Block, Cell, SourceDocument, SourceFormat, Table};
