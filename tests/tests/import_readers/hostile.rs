//! Documents that are made to cost much: time grows with their size alone, and memory stays within bounds.

use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use gongkai_core::import::reader::{Limit, Limits, ReadError, read};
use gongkai_tests::office::{Docx, Xlsx, record, xls};

use super::assert_well_formed;

/// Long enough for a slow machine, far too short for anything that grows with the square of the size.
const MOST: Duration = Duration::from_secs(60);

/// Reads a document in time, whatever comes of it.
#[track_caller]
fn read_in_time(what: &str, bytes: &[u8]) -> Result<usize, ReadError> {
    let mut limits = Limits::default();
    limits.max_file_bytes = 256 << 20;
    let start = Instant::now();
    let result = read("document", bytes, &limits);
    let time = start.elapsed();
    println!("{what}: {} MB, {time:?}", bytes.len() >> 20);
    assert!(time < MOST, "{what}: {time:?}");
    result.map(|document| {
        assert_well_formed(&document);
        document.blocks.len()
    })
}

/// So much of a page.
const PAGE_BYTES: usize = 16 << 20;

fn repeated(piece: &str) -> String {
    format!("<html>{}", piece.repeat(PAGE_BYTES / piece.len()))
}

#[test]
fn pages_that_repeat_something_are_read_in_time() {
    for piece in [
        "<b>",
        "<p>",
        "<div><font>",
        "</p>",
        "</b>",
        "</table>",
        "<li>",
        "<ol>",
        "<table>",
        "<table><tr><td>",
        "<td>",
        "<tr>",
        "<",
        "&",
        "&amp",
        "<!--",
        "<![",
        "x ",
        " ",
        "\u{fe}",
        "<br>",
        "<a b=",
        "<p style='display:none;'>",
        "<td colspan=1000 rowspan=65534>",
        "<tr><td rowspan=65534>",
        "<style>.a{",
        "<style>/*",
        "<caption>",
        "<tfoot>",
        "<p><b></p></b>",
    ] {
        let _ = read_in_time(piece, repeated(piece).as_bytes());
        let in_table = format!("<table><tr><td>{}", piece.repeat(PAGE_BYTES / 4 / piece.len()));
        let _ = read_in_time(&format!("{piece} in a cell"), in_table.as_bytes());
    }
}

#[test]
fn tags_with_very_many_attributes_are_read_in_time() {
    let attributes: String = (0..1_000_000).map(|number| format!(" a{number}=1")).collect();
    let page = format!("<table><tr><td{attributes}>一</td></tr></table>");
    assert_eq!(read_in_time("attributes", page.as_bytes()), Ok(1));
    let body = format!("<w:p{attributes}><w:r><w:t>一</w:t></w:r></w:p>");
    assert_eq!(read_in_time("attributes of a Word file", &Docx::new(body).bytes()), Ok(1));
    let classes: String = (0..300_000).map(|number| format!(".a{number}{{font-family:Wingdings}}")).collect();
    let page = format!("<html><style>{classes}</style>{}", "<p class='a1 a2 a3'>x".repeat(100_000));
    assert!(read_in_time("classes", page.as_bytes()).is_ok());
}

#[test]
fn nesting_is_refused_or_passed_over() {
    let nested = |tag: &str, count: usize| {
        format!("{}{}", format!("<{tag}>").repeat(count), format!("</{tag}>").repeat(count))
    };
    let too_deep = |result: Result<usize, ReadError>| {
        assert!(matches!(result, Err(ReadError::TooLarge { limit: Limit::Depth, .. })), "{result:?}");
    };
    too_deep(read_in_time("Word", &Docx::new(nested("w:tbl", 100_000)).bytes()));
    too_deep(read_in_time("Word", &Docx::new(nested("w:sdt", 100_000)).bytes()));
    too_deep(read_in_time("Excel", &Xlsx::new(nested("x", 100_000)).bytes()));
    let page = format!("<body>{}深", "<div>".repeat(100_000));
    assert_eq!(read_in_time("page", page.as_bytes()), Ok(1));
    too_deep(read_in_time("tables", "<table><tr><td>".repeat(100_000).as_bytes()));
}

#[test]
fn sheets_that_claim_to_be_huge_cost_what_is_in_them() {
    let cell = |place: &str| format!("<c r=\"{place}\" t=\"str\"><v>一</v></c>");
    let far = Xlsx::new(format!(
        "<sheetData><row>{}</row><row r=\"1048576\">{}</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048575\"/></mergeCells>",
        cell("A1"),
        cell("XFD1048576")
    ));
    assert_eq!(read_in_time("corners", &far.bytes()), Ok(1));
    let beyond = Xlsx::new(format!("<sheetData><row>{}</row></sheetData>", cell("XFE1")));
    assert!(matches!(
        read_in_time("columns", &beyond.bytes()),
        Err(ReadError::TooLarge { limit: Limit::Columns, .. })
    ));
    let beyond = Xlsx::new(format!("<sheetData><row>{}</row></sheetData>", cell("A4294967295")));
    assert!(matches!(
        read_in_time("rows", &beyond.bytes()),
        Err(ReadError::TooLarge { limit: Limit::Rows, .. })
    ));
    let cells =
        format!("<sheetData>{}</sheetData>", "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(1_000_001));
    assert!(matches!(
        read_in_time("cells", &Xlsx::new(cells).bytes()),
        Err(ReadError::TooLarge { limit: Limit::Cells, .. })
    ));
    // Formats alone are no cells.
    let empty = format!(
        "<sheetData>{}<row>{}</row></sheetData>",
        "<row><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/></row>".repeat(1_000_000),
        cell("A1")
    );
    assert_eq!(read_in_time("formats", &Xlsx::new(empty).bytes()), Ok(1));
    // Hidden rows and merged regions that all begin in them.
    let hidden = format!(
        "<sheetData>{}<row r=\"500001\">{}</row></sheetData><mergeCells>{}</mergeCells>",
        "<row hidden=\"1\"/>".repeat(500_000),
        cell("A500001"),
        (0..300_000)
            .map(|number| format!("<mergeCell ref=\"A{}:A500001\"/>", number + 1))
            .collect::<String>()
    );
    assert_eq!(read_in_time("hidden", &Xlsx::new(hidden).bytes()), Ok(1));
    // The corners of a sheet of Excel 97–2003, on a hundred sheets.
    let number = |row: u16, column: u16| {
        let place: Vec<u8> = [row, column, 0].iter().flat_map(|number: &u16| number.to_le_bytes()).collect();
        record(0x0203, &[place, 1f64.to_le_bytes().to_vec()].concat())
    };
    let sheets: Vec<(&str, u8, Vec<Vec<u8>>)> =
        (0..100).map(|_| ("表", 0, vec![number(0, 0), number(65535, 255)])).collect();
    assert_eq!(read_in_time("corners of old sheets", &xls(&[], &sheets)), Ok(100));
}

#[test]
fn tables_with_spans_everywhere_are_cut_to_what_is_there() {
    let page = format!("<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>x".repeat(100_000));
    let _ = read_in_time("spans", page.as_bytes());
    let row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr><w:p/></w:tc></w:tr>";
    assert_eq!(
        read_in_time("Word", &Docx::new(format!("<w:tbl>{}</w:tbl>", row.repeat(50_000))).bytes()),
        Ok(1)
    );
}

/// The most memory that this process ever had, in megabytes.
fn peak_megabytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? / 1024)
}

/// Set in the process of its own in which the long page is read, since other tests use memory too.
const ALONE: &str = "GONGKAI_READS_LONG_PAGE";

#[test]
fn a_page_of_100_megabytes_is_read_in_time_and_memory() {
    const MEGABYTES: usize = 100;
    if env::var_os(ALONE).is_none() {
        let program = env::current_exe().expect("the test is a program");
        let name = "hostile::a_page_of_100_megabytes_is_read_in_time_and_memory";
        let output = Command::new(program)
            .args(["--exact", name, "--nocapture"])
            .env(ALONE, "1")
            .output()
            .expect("the test can be started again");
        let told = String::from_utf8_lossy(&output.stdout);
        println!("{told}");
        assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
        assert!(told.contains("1 passed"), "{told}");
        return;
    }
    let row = format!(
        "<tr>{}</tr>\n",
        format!("<td style='border:1px'><p>{}</p></td>", "公开内容".repeat(60)).repeat(14)
    );
    let mut page = String::with_capacity((MEGABYTES + 1) << 20);
    page.push_str("<meta charset=utf-8><table>");
    while page.len() < MEGABYTES << 20 {
        page.push_str(&row);
    }
    assert_eq!(read_in_time("long page", page.as_bytes()), Ok(1));
    if let Some(peak) = peak_megabytes() {
        println!("{peak} MB");
        // The page, its texts while they are put together, and the tokenizer's.
        assert!(peak < 4 * MEGABYTES as u64, "{peak} MB");
    }
}
