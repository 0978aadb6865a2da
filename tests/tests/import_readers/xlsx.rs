//! What workbooks can say.

use gongkai_core::import::table::ReaderNote;
use gongkai_core::import::{Block, SourceFormat};
use gongkai_tests::office::Xlsx;

use super::{document, notes, seen};

#[track_caller]
fn assert_seen(workbook: &Xlsx, expected: &str) {
    assert_eq!(seen(&document(&workbook.bytes())), expected, "{workbook:?}");
}

#[test]
fn values_are_as_they_are_shown() {
    let mut workbook = Xlsx::new(
        "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>99</v></c></row>
         <row><c><v>20</v></c><c s=\"1\"><v>301</v></c><c s=\"2\"><v>44348</v></c><c s=\"3\"><v>44348.5</v></c></row>
         <row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2021-06-01T00:00:00</v></c><c t=\"str\"><f>1+1</f><v>甲_x000D_乙</v></c></row>
         <row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 一\n二 </t></is></c><c><f>ROW()</f><v>4</v></c><c><f>ROW()</f></c><c s=\"4\" t=\"inlineStr\"><is><t>R目</t></is></c></row></sheetData>",
    );
    workbook.shared = "<si><t>甲</t><rPh sb=\"0\" eb=\"1\"><t>jiǎ</t></rPh></si>
        <si><r><t>选</t></r><r><rPr><rFont val=\"Wingdings\"/></rPr><t>þ</t></r><r><rPr><rFont val=\"宋体\"/></rPr><t>þ</t></r></si>
        <si/>"
        .to_owned();
    workbook.styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"0000\"/><numFmt numFmtId=\"201\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>
        <fonts><font><name val=\"宋体\"/></font><font><name val=\"Wingdings 2\"/></font></fonts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>
        <cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"200\"/><xf numFmtId=\"201\"/><xf numFmtId=\"22\"/><xf fontId=\"1\"/></cellXfs>"
        .to_owned();
    assert_seen(
        &workbook,
        "[4x4 0,0:甲 0,1:选☑þ 0,2: 0,3: 1,0:20 1,1:0301 1,2:2021-06-01 1,3:2021-06-01 12:00 2,0:TRUE 2,1:#N/A 2,2:2021-06-01 2,3:甲/乙 3,0:一/二 3,1:4 3,2: 3,3:☑目]",
    );
    workbook.is_from_1904 = true;
    assert!(seen(&document(&workbook.bytes())).contains("1,2:2025-06-02"));
}

#[test]
fn places_merges_and_empty_cells_are_kept_where_there_is_text() {
    // The second cell does not say where it is; formats reach far beyond the text.
    let workbook = Xlsx::new(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"4\"><c r=\"B4\" t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c r=\"E4\"/></row>
         <row r=\"5\"><c r=\"C5\" t=\"str\"><v>c</v></c></row><row r=\"9\"><c r=\"A9\"/><c r=\"ZZ9\"/></row></sheetData>
         <mergeCells><mergeCell ref=\"B4:B6\"/><mergeCell ref=\"C4:F4\"/><mergeCell ref=\"C5\"/><mergeCell ref=\"B5:C5\"/><mergeCell ref=\"nonsense\"/></mergeCells>",
    );
    assert_seen(&workbook, "[5x3 3,1+2x1:a 3,2:b 4,2:c]");
}

#[test]
fn sheets_rows_and_columns_that_are_hidden_are_noted() {
    let text = |text: &str| format!("<c t=\"str\"><v>{text}</v></c>");
    let mut workbook = Xlsx::new(format!(
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row>{}{}{}</row><row hidden=\"1\">{}</row><row>{}</row></sheetData>",
        text("a"),
        text("x"),
        text("b"),
        text("y"),
        text("c")
    ));
    workbook.sheets.push((
        "藏".into(),
        "hidden".into(),
        format!("<sheetData><row>{}</row></sheetData>", text("z")),
    ));
    workbook.sheets.push(("深藏".into(), "veryHidden".into(), String::new()));
    workbook.sheets.push(("空".into(), "visible".into(), String::new()));
    workbook.sheets.push((
        "二".into(),
        "visible".into(),
        format!("<sheetData><row>{}</row></sheetData>", text("d")),
    ));
    let bytes = workbook.bytes();
    let document = document(&bytes);
    assert_eq!(seen(&document), "[3x3 0,0:a 0,2:b 2,0:c][1x1 0,0:d]");
    assert_eq!(
        document.notes,
        [
            ReaderNote::RowsHidden { sheet: Some("表".to_owned()), count: 1 },
            ReaderNote::ColumnsHidden { sheet: "表".to_owned(), count: 1 },
            ReaderNote::SheetHidden { sheet: "藏".to_owned() },
            ReaderNote::SheetHidden { sheet: "深藏".to_owned() },
        ]
    );
    let names: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => table.sheet.as_deref(),
            Block::Paragraph(_) => None,
        })
        .collect();
    assert_eq!((document.format, names), (SourceFormat::Xlsx, vec!["表", "二"]));
}

#[test]
fn macros_and_references_are_noted() {
    let mut workbook = Xlsx::new("<sheetData><row><c><v>1</v></c></row></sheetData>");
    workbook.parts = vec![
        ("xl/vbaProject.bin".to_owned(), b"x".to_vec()),
        ("xl/externalLinks/externalLink1.xml".to_owned(), b"<externalLink/>".to_vec()),
    ];
    assert_eq!(notes(&workbook.bytes()), [ReaderNote::Macros, ReaderNote::ExternalReferences]);
}
