//! Readers of documents: made ones for each thing that a format can say, published ones, and hostile ones.

mod containers;
mod corpus;
mod docx;
mod hostile;
mod html;
mod xls;
mod xlsx;

use gongkai_core::import::reader::{Limits, ReadError, read};
use gongkai_core::import::table::ReaderNote;
use gongkai_core::import::{Block, SourceDocument};

/// Lines as they are; tables as their cells, with places and spans where they are not plain.
fn seen(document: &SourceDocument) -> String {
    let mut seen = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(line) => seen.push_str(&format!("{}¶", line.replace('\n', "/"))),
            Block::Table(table) => {
                seen.push_str(&format!("[{}x{}", table.row_count, table.column_count));
                for cell in &table.cells {
                    seen.push_str(&format!(" {},{}", cell.row, cell.column));
                    if (cell.row_span, cell.column_span) != (1, 1) {
                        seen.push_str(&format!("+{}x{}", cell.row_span, cell.column_span));
                    }
                    seen.push_str(&format!(":{}", cell.text.replace('\n', "/")));
                }
                seen.push(']');
            }
        }
    }
    seen
}

#[track_caller]
fn document(bytes: &[u8]) -> SourceDocument {
    read("document", bytes, &Limits::default()).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn notes(bytes: &[u8]) -> Vec<ReaderNote> {
    document(bytes).notes
}

#[track_caller]
fn refusal(name: &str, bytes: &[u8]) -> ReadError {
    match read(name, bytes, &Limits::default()) {
        Err(error) => error,
        Ok(document) => panic!("{name} is read: {}", seen(&document)),
    }
}

/// Cells stand in order, lie inside their table and do not overlap.
///
/// # Panics
/// They do not.
#[track_caller]
fn assert_well_formed(document: &SourceDocument) {
    gongkai_tests::fuzz::assert_well_formed(document);
}
