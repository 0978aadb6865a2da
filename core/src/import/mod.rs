//! Official tables in: a document becomes tables, and tables become a draft of a guideline with every doubt shown.
//!
//! There are two halves. A reader for each format ([`reader`]) turns bytes into a [`SourceDocument`], what a person sees
//! on the screen: lines of text and tables of cells. All understanding happens over that one model ([`understand`]).

pub mod decide;
pub mod draft;
mod notes;
pub mod page;
pub mod places;
pub mod questions;
pub mod reader;
pub mod reconcile;
pub mod report;
pub mod table;
mod understand;
mod words;

pub use decide::{Decisions, decide};
pub use draft::{Draft, DraftHead, draft};
pub use notes::NoteKind;
pub use page::page;
pub use reconcile::{Reconciled, reconcile};
pub use report::ImportReport;
pub use table::{Block, Cell, SourceDocument, SourceFormat, Table};
pub use understand::{Knowledge, understand};
pub use words::TableWords;
