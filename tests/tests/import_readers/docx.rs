//! What Word files can say.

use gongkai_core::import::table::ReaderNote;
use gongkai_tests::office::Docx;

use super::{document, notes, seen};

fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(&run(text)))
}

fn table(rows: &[&[(&str, &str)]]) -> String {
    let row = |cells: &&[(&str, &str)]| {
        let cells: String = cells.iter().map(|(properties, text)| cell(properties, text)).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[track_caller]
fn assert_seen(body: &str, expected: &str) {
    assert_eq!(seen(&document(&Docx::new(body).bytes())), expected, "{body}");
}

#[test]
fn cells_are_joined_across_and_down() {
    let merged = "<w:vMerge w:val=\"restart\"/>";
    let body = table(&[
        &[(merged, "a"), ("<w:gridSpan w:val=\"2\"/>", "b"), (merged, "c")],
        &[("<w:vMerge/>", ""), ("", "d"), ("", "e"), ("<w:vMerge w:val=\"continue\"/>", "")],
        &[("<w:vMerge/>", ""), ("", "f"), ("", "g"), (merged, "h")],
    ]);
    let expected = "[3x4 0,0+3x1:a 0,1+1x2:b 0,3+2x1:c 1,1:d 1,2:e 2,1:f 2,2:g 2,3:h]";
    assert_seen(
        &format!("{}{body}{}", paragraph(&run("前")), paragraph(&run("后"))),
        &format!("前¶{expected}后¶"),
    );
    // One that goes on from nothing keeps its text.
    assert_seen(&table(&[&[("<w:vMerge/>", "a"), ("", "b")]]), "[1x2 0,0:a 0,1:b]");
    assert_seen(
        &table(&[
            &[("<w:hMerge w:val=\"restart\"/>", "a"), ("<w:hMerge/>", ""), ("", "b")],
            &[("", "c"), ("", "d"), ("", "e")],
        ]),
        "[2x3 0,0+1x2:a 0,2:b 1,0:c 1,1:d 1,2:e]",
    );
}

#[test]
fn rows_can_begin_later_be_hidden_or_deleted() {
    let row = |properties: &str, text: &str| {
        format!("<w:tr><w:trPr>{properties}</w:trPr>{}{}</w:tr>", cell("", text), cell("", "x"))
    };
    let body = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row("", "a"),
        row("<w:gridBefore w:val=\"1\"/>", "b"),
        row("<w:hidden/>", "c"),
        row("<w:del w:id=\"1\" w:author=\"x\"/>", "d")
    );
    let bytes = Docx::new(body).bytes();
    assert_eq!(seen(&document(&bytes)), "[2x3 0,0:a 0,1:x 1,1:b 1,2:x]");
    assert_eq!(notes(&bytes), [ReaderNote::DeletedText, ReaderNote::RowsHidden { sheet: None, count: 1 }]);
}

#[test]
fn symbols_are_what_they_look_like() {
    let sym = |font: &str, char: &str| format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{char}\"/></w:r>");
    let in_font = |font: &str, text: &str| {
        format!(
            "<w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r>"
        )
    };
    let runs = [
        sym("Wingdings", "F0FE"),
        sym("Wingdings 2", "0052"),
        sym("Wingdings", "F0A8"),
        in_font("Wingdings", "þ"),
        in_font("Wingdings 2", "£目"),
        in_font("宋体", "þ"),
        // A font that is lost, and a code that only symbol fonts have.
        run("\u{f0fe}"),
    ];
    assert_seen(&paragraph(&runs.concat()), "☑☑□☑□目þ☑¶");
    let mut styled = Docx::new(
        "<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:t>R</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"C\"/></w:rPr><w:t>R</w:t></w:r></w:p>",
    );
    styled.styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rPr><w:rFonts w:ascii=\"Wingdings 2\"/></w:rPr></w:style>
        <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>
        <w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:rFonts w:ascii=\"宋体\"/></w:rPr></w:style>"
        .to_owned();
    assert_eq!(seen(&document(&styled.bytes())), "☑R¶");
}

#[test]
fn signs_in_runs_are_text() {
    assert_seen(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        "一/二\t三/-¶",
    );
}

#[test]
fn deleted_hidden_and_struck_text_is_left_out() {
    let body = paragraph(
        "<w:ins w:id=\"1\"><w:r><w:t>一</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>二</w:delText></w:r></w:del>
         <w:moveFrom w:id=\"3\"><w:r><w:t>三</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\"><w:r><w:t>四</w:t></w:r></w:moveTo>
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>五</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>六</w:t></w:r>
         <w:r><w:rPr><w:strike/></w:rPr><w:t>七</w:t></w:r>
         <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>八</w:t></w:r>
         <w:ruby><w:rt><w:r><w:t>jiǔ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>九</w:t></w:r></w:rubyBase></w:ruby>",
    );
    let bytes = Docx::new(body).bytes();
    assert_eq!(seen(&document(&bytes)), "一四六八九¶");
    assert_eq!(notes(&bytes), [ReaderNote::DeletedText]);
}

#[test]
fn fields_show_their_results() {
    let sign = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let told = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let field = |instruction: &str, result: &str| {
        [sign("begin"), told(instruction), sign("separate"), run(result), sign("end")].concat()
    };
    let box_field = |state: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>{}{}",
            told("FORMCHECKBOX"),
            sign("end")
        )
    };
    let nested =
        [sign("begin"), told("IF "), field("PAGE", "7"), sign("separate"), run("甲"), sign("end")].concat();
    let drawn = [sign("begin"), told(" EQ \\o\\ac(□"), told(",√)"), sign("end")].concat();
    let simple = "<w:fldSimple w:instr=\"DATE\"><w:r><w:t>乙</w:t></w:r></w:fldSimple>";
    let boxes = [
        box_field("<w:default w:val=\"1\"/>"),
        box_field("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>"),
        box_field("<w:checked/>"),
    ];
    assert_seen(&paragraph(&[nested, drawn, simple.to_owned(), boxes.concat()].concat()), "甲☑乙☑☐☑¶");
}

#[test]
fn controls_boxes_and_copies_for_other_programs_are_read_once() {
    let control = |properties: &str, text: &str| {
        format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", run(text))
    };
    let text_box = |text: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:posOffset>12</wp:posOffset><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            paragraph(&run(text))
        )
    };
    assert_seen(
        &paragraph(
            &[
                run("一"),
                control("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", "☒"),
                control("<w:showingPlcHdr/>", "单击此处输入文字"),
                text_box("框"),
                run("二"),
            ]
            .concat(),
        ),
        "一☒二¶框¶",
    );
    let in_cell = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph(&format!("{}{}", text_box("框"), run("格")))
    );
    assert_seen(&in_cell, "[1x1 0,0:格/框]");
}

#[test]
fn nested_tables_are_text_of_their_cell_or_tables_of_their_own() {
    let inner = table(&[&[("", "e"), ("", "f")]]);
    let with = |content: &str| format!("<w:tc><w:tcPr/>{content}<w:p/></w:tc>");
    let outer = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("", "a"),
        cell("", "b"),
        cell("", "c"),
        with(&inner)
    );
    assert_seen(&outer, "[2x2 0,0:a 0,1:b 1,0:c 1,1:e\tf]");
    assert_seen(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", with(&inner)), "[1x2 0,0:e 0,1:f]");
}

fn numbered(list: &str, level: usize, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run(text)
    )
}

fn level(index: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>{more}</w:lvl>"
    )
}

#[test]
fn automatic_numbers_are_written_out() {
    let definition = |id: usize, levels: &[String]| {
        format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
    };
    let list = |id: usize, definition: usize, more: &str| {
        format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>")
    };
    let mut docx = Docx::new(
        [
            numbered("1", 0, "a"),
            numbered("1", 1, "b"),
            numbered("1", 1, "c"),
            numbered("1", 0, "d"),
            numbered("1", 1, "e"),
            numbered("1", 2, "f"),
            // The same definition goes on; a list with a start of its own begins again, once.
            numbered("2", 0, "g"),
            numbered("3", 0, "h"),
            numbered("3", 0, "i"),
            numbered("4", 0, "j"),
            numbered("4", 1, "k"),
            numbered("9", 0, "l"),
            numbered("0", 0, "m"),
            "<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr></w:p>".to_owned(),
            "<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr><w:r><w:t>n</w:t></w:r></w:p>".to_owned(),
        ]
        .concat(),
    );
    docx.numbering = [
        definition(
            0,
            &[
                level(0, "chineseCountingThousand", "（%1）", "<w:suff w:val=\"nothing\"/>"),
                level(1, "decimal", "%1.%2", "<w:isLgl/>"),
                level(2, "lowerLetter", "%3)", ""),
            ],
        ),
        definition(
            1,
            &[
                level(
                    0,
                    "bullet",
                    "\u{f0b7}",
                    "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>",
                ),
                level(
                    1,
                    "bullet",
                    "\u{f06e}",
                    "<w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr>",
                ),
            ],
        ),
        definition(2, &[level(0, "decimalZero", "%1", "<w:pStyle w:val=\"S\"/>")]),
        list(1, 0, ""),
        list(2, 0, ""),
        list(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
        list(4, 1, ""),
        list(5, 2, ""),
    ]
    .concat();
    docx.styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>".to_owned();
    assert_eq!(
        seen(&document(&docx.bytes())),
        "（一）a¶1.1 b¶1.2 c¶（二）d¶2.1 e¶a) f¶（三）g¶（五）h¶（六）i¶• j¶■ k¶l¶m¶01¶02 n¶"
    );
}

#[test]
fn macros_and_references_are_noted_and_links_are_not() {
    let mut docx = Docx::new(paragraph(&run("一")));
    docx.external = vec![("hyperlink".to_owned(), "https://example.org".to_owned())];
    assert_eq!(notes(&docx.bytes()), []);
    docx.external = vec![("attachedTemplate".to_owned(), "https://example.org/x.dotm".to_owned())];
    docx.parts = vec![("word/vbaProject.bin".to_owned(), b"x".to_vec())];
    assert_eq!(notes(&docx.bytes()), [ReaderNote::Macros, ReaderNote::ExternalReferences]);
}
