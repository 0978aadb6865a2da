//! Documents to import: readers come to an end with a table that is well formed, or say in both languages why not.

use gongkai_core::import::reader::{Limits, read};
use gongkai_core::import::report::Outcome;
use gongkai_core::import::{Block, DraftHead, Knowledge, SourceDocument, draft, page, understand};
use gongkai_core::text::Lang;

use crate::office::{Docx, Xlsx, container, ole};

/// Reads bytes as a document, as the part of a Word file and of a workbook that matters most, and as the records of an
/// Excel 97–2003 file, since a mutator hardly gets past the containers.
///
/// # Panics
/// What is read is not well formed.
pub fn import_reader(data: &[u8]) {
    read_one(data);
    if data.first().is_some_and(|byte| *byte == b'<') {
        let text = String::from_utf8_lossy(data);
        read_one(&Docx { numbering: text.clone().into_owned(), ..Docx::new(text.clone()) }.bytes());
        read_one(
            &Xlsx { styles: text.clone().into_owned(), shared: text.clone().into_owned(), ..Xlsx::new(text) }
                .bytes(),
        );
        let relations =
            b"<Relationships><Relationship Type=\"officeDocument\" Target=\"a.xml\"/></Relationships>";
        read_one(&container(&[("_rels/.rels", relations), ("a.xml", data)]));
    } else {
        read_one(&ole(&[("Workbook", data)]));
    }
}

fn read_one(data: &[u8]) {
    let mut limits = Limits::default();
    limits.max_file_bytes = 1 << 20;
    limits.max_unpacked_bytes = 4 << 20;
    limits.max_cells = 20_000;
    limits.max_depth = 64;
    match read("document", data, &limits) {
        Ok(document) => {
            assert_well_formed(&document);
            understand_all(document);
        }
        Err(error) => assert_ne!(error.told(Lang::Zh), error.told(Lang::En)),
    }
}

/// Understands what was read, and carries it as far as a draft and a page.
fn understand_all(document: SourceDocument) {
    let report = understand(document, &Knowledge::new(gongkai::table_words(), gongkai::lexicon()));
    assert_eq!(report.domains.is_empty(), report.outcome == Outcome::Refused);
    for domain in &report.domains {
        let head = DraftHead::new("90", "document", "", "1");
        assert!(draft(domain, &report.document, &head).to_toml().is_ok());
    }
    assert!(page(&report, Lang::Zh).ends_with("</html>\n"));
}

/// Cells stand in order, lie inside their table and do not overlap.
///
/// # Panics
/// They do not.
#[track_caller]
pub fn assert_well_formed(document: &SourceDocument) {
    for block in &document.blocks {
        let table = match block {
            Block::Table(table) => table,
            Block::Paragraph(line) => {
                assert!(!line.is_empty() && line.trim() == line, "{line:?}");
                continue;
            }
        };
        assert!(!table.cells.is_empty());
        // For each column, the first row in which it is free.
        let mut free_from = vec![0; table.column_count as usize];
        let mut last = None;
        for cell in &table.cells {
            let place = (cell.row, cell.column);
            assert!(last < Some(place), "{cell:?} comes after {last:?}");
            last = Some(place);
            assert!(cell.row_span >= 1 && cell.row + cell.row_span <= table.row_count, "{cell:?}");
            assert!(
                cell.column_span >= 1 && cell.column + cell.column_span <= table.column_count,
                "{cell:?}"
            );
            for column in cell.column..cell.column + cell.column_span {
                let free = &mut free_from[column as usize];
                assert!(*free <= cell.row, "{cell:?} overlaps another");
                *free = cell.row + cell.row_span;
            }
        }
    }
}
