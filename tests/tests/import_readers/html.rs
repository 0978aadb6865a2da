//! Pages as people and programs write them, and what is read of them.

use gongkai_core::import::Block;
use gongkai_core::import::reader::{Limits, ReadError, read};
use gongkai_core::import::table::ReaderNote;

use super::{document, seen};

#[track_caller]
fn assert_seen(page: &str, expected: &str) {
    assert_eq!(seen(&document(page.as_bytes())), expected, "{page}");
}

#[test]
fn spans_take_the_places_that_the_standard_gives_them() {
    for (rows, expected) in [
        ("<tr><td>a<td>b<tr><td>c<td>d", "[2x2 0,0:a 0,1:b 1,0:c 1,1:d]"),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", "[2x2 0,0+2x1:a 0,1:b 1,1:c]"),
        ("<tr><td colspan=2>a<tr><td>b<td>c", "[2x2 0,0+1x2:a 1,0:b 1,1:c]"),
        // Down to the last row of the group.
        ("<tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d", "[3x2 0,0+2x1:a 0,1:b 1,1:c 2,0:d]"),
        // Longer than the table.
        ("<tr><td rowspan=9>a<td colspan=999>b<tr><td>c", "[2x2 0,0+2x1:a 0,1:b 1,1:c]"),
        // A span to the right ends where one from above stands.
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", "[2x2 0,0:a 0,1+2x1:b 1,0:c]"),
        // Cells that are missing stay missing.
        ("<tr><td>a<td>b<td>c<tr><td>d", "[2x3 0,0:a 0,1:b 0,2:c 1,0:d]"),
        ("<tr><td colspan='x'>a<td rowspan=-1>b<td colspan=0>c", "[1x3 0,0:a 0,1:b 0,2:c]"),
        ("<tr><td rowspan=99999999999999999999>a<tr>", "[2x1 0,0+2x1:a]"),
        // Feet come last and heads first, wherever they are written.
        ("<tfoot><tr><td>f<tbody><tr><td>b<thead><tr><td>h", "[3x1 0,0:h 1,0:b 2,0:f]"),
        ("<td>a<td>b<tr><td>c", "[2x2 0,0:a 0,1:b 1,0:c]"),
        ("<tr></tr><tr><td>a</td></tr></tr><tr><td>b", "[3x1 1,0:a 2,0:b]"),
    ] {
        assert_seen(&format!("<table>{rows}</table>"), expected);
    }
}

#[test]
fn text_is_as_it_looks() {
    for (text, expected) in [
        ("一\r\n  二<br>三", "一 二/三"),
        ("<p>一</p>\n<p>二</p>", "一/二"),
        ("<div>一<div>二</div>三</div>", "一/二/三"),
        ("&nbsp;&nbsp;一&nbsp;二 &amp; &lt;三&gt; &#9632;&#x25a1;", "一 二 & <三> ■□"),
        ("<pre>一\n  二</pre>", "一/  二"),
        ("一<span style='display:none'>二<div>三</div></span>四<i hidden>五</i>", "一四"),
        ("一<script>二</script><style>三{}</style><template>四</template><!-- 五 -->六", "一六"),
        ("<ruby>漢<rp>(</rp><rt>han</rt><rp>)</rp></ruby>字", "漢字"),
        ("<ol><li>一<li>二<ol type=a start=3><li>三</ol></ol>", "1. 一/2. 二/c. 三"),
        ("<ol style='list-style:none'><li>一</ol><ul><li>二</ul>", "一/二"),
        ("<input type=checkbox checked>甲<input type='checkbox'>乙<input type=hidden value=丙>", "☑甲☐乙"),
        ("<font face='Wingdings'>&thorn;</font>甲<font face=\"Wingdings 2\">&#163;</font>乙", "☑甲□乙"),
        ("<span style='font-family:\"Wingdings 2\"'>R<span style='font-family:宋体'>R</span></span>", "☑R"),
        (
            "<span style='font-family:宋体;mso-char-type:symbol;mso-symbol-font-family:Wingdings'>&uml;</span>甲",
            "□甲",
        ),
        ("<![if !supportLists]><span>1.<span>&nbsp;</span></span><![endif]>名称", "1. 名称"),
        ("<!--[if gte mso 9]><xml><w>x</w></xml><![endif]-->名称", "名称"),
        ("soft\u{ad}hy\u{200b}phen", "softhyphen"),
        ("<b>一<p>二</b>三", "一/二三"),
        ("1 < 2 & 3", "1 < 2 & 3"),
        ("<select><option>一<option>一</select><textarea>二</textarea>", "二"),
    ] {
        assert_seen(&format!("<table><tr><td>{text}</td></tr></table>"), &format!("[1x1 0,0:{expected}]"));
    }
}

#[test]
fn classes_of_office_programs_give_fonts() {
    let sheet = "<style><!-- td{padding:0} .font7{font-size:9pt;font-family:\"Wingdings 2\", serif;}
        .xl65, td.xl66 {mso-style-parent:style0; font-family:Wingdings} @media print{.font7{font-family:宋体}}
        .gone{display:none} --></style>";
    assert_seen(
        &format!(
            "{sheet}<table><tr><td>甲<font class='font7'>R</font><td class=xl66>&#254;<td class=gone>丙</table>"
        ),
        "[1x3 0,0:甲☑ 0,1:☑ 0,2:丙]",
    );
}

#[test]
fn tables_around_tables_are_layout_unless_they_hold_more() {
    assert_seen(
        "前<table><tr><td>栏目<td><p>标题</p><table><tr><td>a<td>b<tr><td>c<td>d</table>后</table>",
        "前¶栏目¶标题¶[2x2 0,0:a 0,1:b 1,0:c 1,1:d]后¶",
    );
    assert_seen(
        "<table><tr><td>a<td>b<td>c<tr><td>d<td><table><tr><td>e<td>f</table><td>g</table>",
        "[2x3 0,0:a 0,1:b 0,2:c 1,0:d 1,1:e\tf 1,2:g]",
    );
    // Between cells a table cannot begin, so the first one ends there.
    assert_seen("<table><tr><td>a</td><table><tr><td>b</table>", "[1x1 0,0:a][1x1 0,0:b]");
}

#[test]
fn what_stands_between_cells_comes_before_the_table() {
    assert_seen("<table>前<caption>题</caption><tr>中<td>a</table>", "前中¶题¶[1x1 0,0:a]");
    assert_seen("</table><td>甲</td></tr>乙", "甲乙¶");
}

#[test]
fn what_is_left_out_is_noted() {
    let document = document(
        "<table><tr><td>a<td style='display:none'>x<td>b<tr style='mso-height:0;display:none'><td>y<tr><td><del>c</del><s>d</s>e
         <tr><td><span style='text-decoration:line-through'>f</span></table><iframe src=x></iframe><frame src=y>"
            .as_bytes(),
    );
    let [Block::Table(table)] = document.blocks.as_slice() else { panic!("{document:?}") };
    let texts: Vec<&str> = table.cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["a", "b", "e", ""]);
    assert_eq!(
        document.notes,
        [
            ReaderNote::DeletedText,
            ReaderNote::ExternalReferences,
            ReaderNote::RowsHidden { sheet: None, count: 1 }
        ]
    );
    assert_seen("<table style='display:none'><tr><td>a</table>b", "b¶");
}

#[test]
fn encodings_are_declared_in_several_ways() {
    for page in [
        "<meta charset=gbk>",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; CHARSET=gb2312'>",
        "<meta http-equiv=Content-Type content=\"text/html; charset = 'GB18030'\">",
        "<?xml version='1.0' encoding='gbk'?>",
        "<p>",
        "<meta charset=utf-8>",
    ] {
        let (bytes, _, _) = encoding_rs::GBK.encode("政务公开标准目录，公开事项");
        let bytes = [page.as_bytes(), b"<body>", &bytes].concat();
        let document = document(&bytes);
        assert_eq!(document.blocks, [Block::Paragraph("政务公开标准目录，公开事项".to_owned())], "{page}");
        assert_eq!(document.notes.is_empty(), page.to_lowercase().contains("gb"), "{page}");
    }
}

#[test]
fn nesting_costs_nothing_and_does_not_hide_what_follows() {
    for tag in ["div", "b", "span", "font", "p", "ul", "blockquote"] {
        let page = format!(
            "<html>{}深{}<table><tr><td>a</table>",
            format!("<{tag}>").repeat(100_000),
            format!("</{tag}>").repeat(100_000)
        );
        assert_seen(&page, "深¶[1x1 0,0:a]");
    }
    let page = format!("{}深", "<table><tr><td>".repeat(100_000));
    let result = read("document", page.as_bytes(), &Limits::default());
    assert!(matches!(result, Err(ReadError::TooLarge { .. })), "{result:?}");
}
