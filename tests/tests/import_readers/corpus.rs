//! Published tables: what is read of them, and that other readers find the same.

use std::fs;
use std::path::PathBuf;

use calamine::{Data, Reader, open_workbook_auto};
use gongkai_core::import::Block;
use gongkai_core::import::reader::{Limits, ReadError, read};
use gongkai_core::import::table::ReaderNote;
use gongkai_core::import::{SourceDocument, Table};
use gongkai_tests::fuzz::Mutator;
use gongkai_tests::workspace;

use super::assert_well_formed;

pub(super) fn folder() -> PathBuf {
    workspace::root().join("tests/importer-corpus")
}

/// Names and bytes of the documents.
pub(super) fn documents() -> Vec<(String, Vec<u8>)> {
    let mut documents: Vec<(String, Vec<u8>)> = fs::read_dir(folder())
        .expect("the documents are there")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?.to_owned();
            let is_document =
                name.starts_with(|char: char| char.is_ascii_digit()) && !name.ends_with(".json");
            is_document.then(|| (name, fs::read(path).expect("the document can be read")))
        })
        .collect();
    documents.sort();
    assert_eq!(documents.len(), 17);
    documents
}

fn published(number: &str) -> SourceDocument {
    let (name, bytes) =
        documents().into_iter().find(|(name, _)| name.starts_with(number)).expect("the document is there");
    read(&name, &bytes, &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn tables(document: &SourceDocument) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
        .collect()
}

fn text(table: &Table, row: u32, column: u32) -> &str {
    table
        .cells
        .iter()
        .find(|cell| (cell.row, cell.column) == (row, column))
        .map_or("(none)", |cell| cell.text.as_str())
}

#[test]
fn every_document_is_read_or_refused_as_what_it_is() {
    let mut shapes = String::new();
    for (name, bytes) in documents() {
        let line = match read(&name, &bytes, &Limits::default()) {
            Ok(document) => {
                assert_well_formed(&document);
                let tables: Vec<String> = tables(&document)
                    .iter()
                    .map(|table| format!("{}x{}:{}", table.row_count, table.column_count, table.cells.len()))
                    .collect();
                format!("{:?} {} {}\n", document.format, document.notes.len(), tables.join(" "))
            }
            Err(error) => format!("{error:?}\n"),
        };
        shapes.push_str(&format!("{} {line}", &name[..2]));
    }
    assert_eq!(
        shapes,
        "01 Html 0 22x16:295\n\
         02 Html 0 22x12:215\n\
         03 Html 0 15x15:160\n\
         04 Html 0 5x4:20 9x15:116 6x14:69\n\
         05 Html 0 10x15:122 5x15:69\n\
         06 Html 0 116x68:434\n\
         07 Docx 0 17x14:201\n\
         08 Docx 0 18x15:241\n\
         09 Docx 0 29x14:348 34x14:428 26x14:305 12x14:147 26x14:301 14x14:168 21x14:263 19x14:242 21x14:242 17x14:214 33x14:392 19x14:223 22x14:267 18x14:228 23x14:269 25x14:308 52x14:611 31x14:372 82x14:942 20x14:252 20x14:231 21x14:266 12x14:146 25x14:303 35x14:403 15x14:188\n\
         10 Docx 0 25x17:331\n\
         11 Xlsx 0 5x1:5 16x15:184 18x15:149\n\
         12 Xlsx 0 24x16:233\n\
         13 Xlsx 0 17x14:172\n\
         14 LegacyWord\n\
         15 Xls 0 19x14:212\n\
         16 Csv 0 20x14:280\n\
         17 Csv 1 16x14:224\n"
    );
}

#[test]
fn cells_are_what_a_person_sees() {
    // Boxes in Wingdings 2, in a page that declares a smaller encoding than it has.
    let document = published("02");
    assert!(text(tables(&document)[0], 3, 7).starts_with("☑政府网站   □政府公报\n☑两微一端"));
    // A row whose last cells are missing.
    let document = published("03");
    let widths: Vec<u32> = (0..tables(&document)[0].row_count)
        .map(|row| {
            tables(&document)[0].cells.iter().filter(|cell| cell.row == row).count().try_into().expect("few")
        })
        .collect();
    assert!(widths.iter().any(|width| *width < 12), "{widths:?}");
    // Layout tables around two data tables.
    let document = published("04");
    assert_eq!(text(tables(&document)[1], 0, 4), "公开主体");
    // Numbers that Word gives, and ticks that are symbols.
    let document = published("07");
    let table = tables(&document)[0];
    assert_eq!((text(table, 2, 0), text(table, 16, 0)), ("1", "13"));
    assert_eq!((text(table, 2, 8), text(table, 2, 9)), ("✓", ""));
    assert!(text(table, 2, 7).starts_with("☑政府网站   □政府公报\n□两微一端"));
    // Ticks in Wingdings.
    assert_eq!(text(tables(&published("10"))[0], 3, 9), "☑");
    // A table that begins at B4, on the third sheet.
    let document = published("11");
    let table = tables(&document)[2];
    assert_eq!(
        (table.sheet.as_deref(), text(table, 3, 0), text(table, 3, 1)),
        (Some("就业"), "(none)", "序号")
    );
    // Values of formulas; cells merged down a group.
    let document = published("12");
    let table = tables(&document)[0];
    assert_eq!((text(table, 4, 0), text(table, 23, 0)), ("1", "20"));
    let level1 = table.cells.iter().find(|cell| (cell.row, cell.column) == (4, 1)).expect("it is there");
    assert_eq!((level1.row_span, level1.text.as_str()), (5, "房地产管理"));
    // Line breaks in cells; codes with a zero before them; columns that are empty everywhere.
    assert!(text(tables(&published("16"))[0], 4, 3).contains("；\n"));
    let document = published("17");
    assert_eq!(text(tables(&document)[0], 3, 0), "0301");
    assert_eq!(document.notes, [ReaderNote::EncodingGuessed { encoding: "gb18030".to_owned() }]);
}

#[test]
fn the_report_names_the_file_and_its_digest() {
    let document = published("16");
    assert_eq!(document.name, "16-work-safety.csv");
    assert_eq!(document.sha256.len(), 64);
    let bytes = fs::read(folder().join("16-work-safety.csv")).expect("it is there");
    let other = read("some/folder\\a.html", &bytes, &Limits::default()).expect("it is a table");
    assert_eq!((other.name.as_str(), &other.sha256), ("a.html", &document.sha256));
    assert_eq!(other.notes, [ReaderNote::ExtensionMismatch { extension: "html".to_owned() }]);
}

/// The workbooks, by a reader that others wrote.
#[test]
fn another_reader_finds_the_same_texts_in_workbooks() {
    let mut compared = 0;
    for (name, bytes) in documents() {
        if !name.ends_with(".xlsx") && !name.ends_with(".xls") {
            continue;
        }
        let document = read(&name, &bytes, &Limits::default()).expect("it is a workbook");
        let mut workbook = open_workbook_auto(folder().join(&name)).expect("it is a workbook");
        for table in tables(&document) {
            let sheet = table.sheet.as_deref().expect("it has a name");
            let range = workbook.worksheet_range(sheet).expect("the sheet is there");
            for cell in &table.cells {
                let expected = match range.get_value((cell.row, cell.column)) {
                    Some(Data::String(text)) => text.trim().replace("\r\n", "\n").replace('\u{a0}', " "),
                    Some(Data::Float(number)) => number.to_string(),
                    Some(Data::Int(number)) => number.to_string(),
                    None | Some(Data::Empty) => String::new(),
                    Some(other) => panic!("{name} {cell:?}: {other:?}"),
                };
                assert_eq!(cell.text.replace(" \n", "\n"), expected.replace(" \n", "\n"), "{name} {cell:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 800, "{compared}");
}

#[test]
fn documents_that_end_early_are_refused_or_read_up_to_there() {
    for (name, bytes) in documents() {
        if name.starts_with("09") {
            continue;
        }
        for part in 0..48 {
            let cut = bytes.len() * part / 48;
            for cut in [cut, cut + 1, cut + 7] {
                match read(&name, &bytes[..cut], &Limits::default()) {
                    Ok(document) => assert_well_formed(&document),
                    Err(ReadError::TooLarge { .. }) => panic!("{name} at {cut}"),
                    Err(_) => {}
                }
                let is_zip = name.ends_with("x");
                assert!(
                    !is_zip || read(&name, &bytes[..cut], &Limits::default()).is_err(),
                    "{name} at {cut}"
                );
            }
        }
    }
}

#[test]
fn no_change_of_a_document_makes_a_reader_panic() {
    for (name, bytes) in documents() {
        if name.starts_with("09") {
            continue;
        }
        let mut mutator = Mutator::new(vec![bytes.clone()], 7);
        for _ in 0..60 {
            if let Ok(document) = read(&name, &mutator.next_input(), &Limits::default()) {
                assert_well_formed(&document);
            }
        }
        // Within a container, what matters is a part.
        if name.ends_with('x') {
            for changed in super::containers::with_changed_parts(&bytes, 60) {
                if let Ok(document) = read(&name, &changed, &Limits::default()) {
                    assert_well_formed(&document);
                }
            }
        }
    }
}
