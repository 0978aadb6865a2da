//! A Word file of before 2007, through LibreOffice; the tests need the program.

use std::path::Path;

use gongkai::convert::{ConvertError, Converter, legacy_word};
use gongkai_core::import::reader::{Limits, ReadError, read};
use gongkai_core::import::{Block, Table};

const FILE: &str = "../../tests/importer-corpus/14-social-insurance.doc";

/// # Panics
/// LibreOffice is missing.
fn needs_libreoffice() {
    assert!(
        Converter::find().is_ok(),
        "this test needs LibreOffice: install the package libreoffice-writer, so that `soffice` is on the path"
    );
}

#[test]
fn a_legacy_word_file_is_read_through_libreoffice() {
    needs_libreoffice();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let bytes = std::fs::read(&path).expect("the document is there");
    assert_eq!(read("14.doc", &bytes, &Limits::default()), Err(ReadError::LegacyWord));
    let docx = legacy_word(&path).expect("LibreOffice reads the file");
    let document = read("14.docx", &docx, &Limits::default()).expect("it is a Word file now");
    let tables: Vec<&Table> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
        .collect();
    let [table] = tables.as_slice() else { panic!("{} tables", tables.len()) };
    // Ticks are in Wingdings, and most cells of a group are merged.
    assert!(table.cells.iter().any(|cell| cell.text.contains("☑政府网站")), "{table:?}");
    assert!(table.cells.iter().any(|cell| cell.row_span > 1), "{table:?}");
}

#[test]
fn what_libreoffice_cannot_read_is_an_error() {
    needs_libreoffice();
    let mut converter = Converter::find().expect("it was just found");
    converter.time_limit = std::time::Duration::from_secs(60);
    let result = converter.docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing more");
    // Some versions make an empty document of it instead.
    assert!(!matches!(result, Err(ConvertError::Missing | ConvertError::TimedOut { .. })), "{result:?}");
}
