//! The table as a web page of its own: no script, nothing from elsewhere, and printed as A3 landscape.

use quick_xml::escape::escape;

use super::Layout;
use super::layout::{Cell, ColumnKind};

const STYLE: &str = r#"
@page { size: A3 landscape; margin: 12mm; }
body { margin: 0; color: #000; background: #fff; font: 10pt/1.35 "宋体", SimSun, "Songti SC", "Noto Serif CJK SC", serif; }
h1 { margin: 0 0 8pt; text-align: center; font-size: 18pt; font-weight: bold; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #000; padding: 2pt 3pt; overflow-wrap: anywhere; }
th { font-family: "黑体", SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; font-weight: normal; background: #eee; }
td { text-align: center; }
td.text { text-align: left; }
"#;

pub(super) fn write(layout: &Layout) -> String {
    let title = escape(&layout.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<table>\n<colgroup>\n"
    );
    let total: f64 = layout.columns.iter().map(|column| column.width_pt).sum();
    for column in &layout.columns {
        page.push_str(&format!("<col style=\"width: {:.2}%\">\n", column.width_pt / total * 100.0));
    }
    page.push_str("</colgroup>\n<thead>\n");
    for (row, places) in layout.grid().iter().enumerate() {
        if row == layout.header_rows {
            page.push_str("</thead>\n<tbody>\n");
        }
        page.push_str("<tr>");
        for (column, cell) in places.iter().enumerate() {
            if cell.begins_at(row, column) {
                push_cell(&mut page, layout, cell);
            }
        }
        page.push_str("</tr>\n");
    }
    // A table without items has no body yet.
    let ending = if layout.row_count > layout.header_rows { "</tbody>" } else { "</thead>" };
    page.push_str(ending);
    page.push_str("\n</table>\n</body>\n</html>\n");
    page
}

fn push_cell(page: &mut String, layout: &Layout, cell: &Cell) {
    let is_heading = cell.row < layout.header_rows;
    let name = if is_heading { "th" } else { "td" };
    page.push_str(&format!("<{name}"));
    for (attribute, span) in [("rowspan", cell.row_span), ("colspan", cell.column_span)] {
        if span > 1 {
            page.push_str(&format!(" {attribute}=\"{span}\""));
        }
    }
    if is_heading {
        let scope = if cell.column_span > 1 { "colgroup" } else { "col" };
        page.push_str(&format!(" scope=\"{scope}\""));
    } else if layout.columns[cell.column].kind == ColumnKind::Text {
        page.push_str(" class=\"text\"");
    }
    let text = escape(&cell.text).replace('\n', "<br>");
    page.push_str(&format!(">{text}</{name}>"));
}
