//! The table as a Word document: A3 landscape, heading rows repeated on each page, page numbers at the foot.

use std::io::{self, Cursor, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::layout::{Cell, ColumnKind};
use super::{ExportError, Layout, NO_DATE};

type Xml = Writer<Vec<u8>>;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A3 and its margins, in twentieths of a point.
const PAGE_WIDTH: u32 = 23811;
const PAGE_HEIGHT: u32 = 16838;
const MARGIN: u32 = 680;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>"#;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading"><w:name w:val="Column Heading"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Centred"><w:name w:val="Centred Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>"#;

const FONTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="宋体"><w:altName w:val="SimSun"/><w:family w:val="roman"/></w:font><w:font w:name="黑体"><w:altName w:val="SimHei"/><w:family w:val="swiss"/></w:font><w:font w:name="Times New Roman"><w:family w:val="roman"/></w:font></w:fonts>"#;

/// Without it Word takes the document for one of an older version.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#;

const FOOTER: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">第 </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> 页，共 </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> 页</w:t></w:r></w:p></w:ftr>"#;

pub(super) fn write(layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let mut container = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let (document, properties) = (document(layout)?, properties(layout)?);
    for (name, content) in [
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("docProps/core.xml", &properties),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", PARTS.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/settings.xml", SETTINGS.as_bytes()),
        ("word/fontTable.xml", FONTS.as_bytes()),
        ("word/footer1.xml", FOOTER.as_bytes()),
    ] {
        container.start_file(name, options)?;
        container.write_all(content)?;
    }
    Ok(container.finish()?.into_inner())
}

fn document(layout: &Layout) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let root =
        xml.create_element("w:document").with_attributes([("xmlns:w", MAIN), ("xmlns:r", RELATIONSHIPS)]);
    root.write_inner_content(|xml| {
        xml.create_element("w:body").write_inner_content(|xml| {
            paragraph(xml, "Title", &layout.title)?;
            table(xml, layout)?;
            page(xml)
        })?;
        Ok(())
    })?;
    Ok(xml.into_inner())
}

fn table(xml: &mut Xml, layout: &Layout) -> io::Result<()> {
    let widths = widths(layout);
    xml.create_element("w:tbl").write_inner_content(|xml| {
        xml.create_element("w:tblPr").write_inner_content(|xml| {
            let total: u32 = widths.iter().sum();
            width(xml, "w:tblW", total)?;
            xml.create_element("w:tblBorders").write_inner_content(|xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")];
                    xml.create_element(side).with_attributes(line).write_empty()?;
                }
                Ok(())
            })?;
            value(xml, "w:tblLayout", "w:type", "fixed")?;
            xml.create_element("w:tblCellMar").write_inner_content(|xml| {
                for (side, twentieths) in [("w:top", 20), ("w:left", 57), ("w:bottom", 20), ("w:right", 57)] {
                    width(xml, side, twentieths)?;
                }
                Ok(())
            })?;
            Ok(())
        })?;
        xml.create_element("w:tblGrid").write_inner_content(|xml| {
            for width in &widths {
                value(xml, "w:gridCol", "w:w", &width.to_string())?;
            }
            Ok(())
        })?;
        for (number, places) in layout.grid().iter().enumerate() {
            row(xml, layout, &widths, number, places)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn row(xml: &mut Xml, layout: &Layout, widths: &[u32], number: usize, places: &[&Cell]) -> io::Result<()> {
    xml.create_element("w:tr").write_inner_content(|xml| {
        xml.create_element("w:trPr").write_inner_content(|xml| {
            xml.create_element("w:cantSplit").write_empty()?;
            if number < layout.header_rows {
                xml.create_element("w:tblHeader").write_empty()?;
            }
            Ok(())
        })?;
        for (column, cell) in places.iter().enumerate().filter(|(column, cell)| cell.column == *column) {
            let columns = column..column + cell.column_span;
            tile(xml, layout, cell, number, widths[columns].iter().sum())?;
        }
        Ok(())
    })?;
    Ok(())
}

/// A cell as far as it lies in one row.
fn tile(xml: &mut Xml, layout: &Layout, cell: &Cell, row: usize, twentieths: u32) -> io::Result<()> {
    let is_heading = cell.row < layout.header_rows;
    xml.create_element("w:tc").write_inner_content(|xml| {
        xml.create_element("w:tcPr").write_inner_content(|xml| {
            width(xml, "w:tcW", twentieths)?;
            if cell.column_span > 1 {
                value(xml, "w:gridSpan", "w:val", &cell.column_span.to_string())?;
            }
            if cell.row_span > 1 {
                let part = if cell.row == row { "restart" } else { "continue" };
                value(xml, "w:vMerge", "w:val", part)?;
            }
            if is_heading {
                let fill = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EEEEEE")];
                xml.create_element("w:shd").with_attributes(fill).write_empty()?;
            }
            // In the middle of a cell over several pages a text would stand on a page that nobody looks at.
            let alignment = if cell.row_span > 1 && !is_heading { "top" } else { "center" };
            value(xml, "w:vAlign", "w:val", alignment)
        })?;
        let style = match layout.columns[cell.column].kind {
            _ if is_heading => "Heading",
            ColumnKind::Text => "Normal",
            _ => "Centred",
        };
        let text = if cell.row == row { cell.text.as_str() } else { "" };
        text.split('\n').try_for_each(|line| paragraph(xml, style, line))
    })?;
    Ok(())
}

fn paragraph(xml: &mut Xml, style: &str, text: &str) -> io::Result<()> {
    xml.create_element("w:p").write_inner_content(|xml| {
        xml.create_element("w:pPr").write_inner_content(|xml| value(xml, "w:pStyle", "w:val", style))?;
        if !text.is_empty() {
            xml.create_element("w:r").write_inner_content(|xml| {
                let element = xml.create_element("w:t").with_attribute(("xml:space", "preserve"));
                element.write_text_content(BytesText::new(text))?;
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn page(xml: &mut Xml) -> io::Result<()> {
    xml.create_element("w:sectPr").write_inner_content(|xml| {
        let footer = [("w:type", "default"), ("r:id", "rId3")];
        xml.create_element("w:footerReference").with_attributes(footer).write_empty()?;
        let (page_width, page_height) = (PAGE_WIDTH.to_string(), PAGE_HEIGHT.to_string());
        let size = [("w:w", page_width.as_str()), ("w:h", &page_height), ("w:orient", "landscape")];
        xml.create_element("w:pgSz").with_attributes(size).write_empty()?;
        let margin = MARGIN.to_string();
        let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin.as_str()));
        let bands = [("w:header", "340"), ("w:footer", "340"), ("w:gutter", "0")];
        xml.create_element("w:pgMar").with_attributes(sides).with_attributes(bands).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn width(xml: &mut Xml, name: &str, twentieths: u32) -> io::Result<()> {
    let width = twentieths.to_string();
    xml.create_element(name).with_attributes([("w:w", width.as_str()), ("w:type", "dxa")]).write_empty()?;
    Ok(())
}

fn value(xml: &mut Xml, name: &str, attribute: &str, value: &str) -> io::Result<()> {
    xml.create_element(name).with_attribute((attribute, value)).write_empty()?;
    Ok(())
}

/// Widths of the columns in twentieths of a point; together they fill the page.
fn widths(layout: &Layout) -> Vec<u32> {
    let total: f64 = layout.columns.iter().map(|column| column.width_pt).sum();
    let scale = f64::from(PAGE_WIDTH - 2 * MARGIN) / total;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "widths are small and positive"
    )]
    layout.columns.iter().map(|column| (column.width_pt * scale) as u32).collect()
}

fn properties(layout: &Layout) -> io::Result<Vec<u8>> {
    let day = format!("{}T00:00:00Z", crate::date::write(layout.date.unwrap_or(NO_DATE)));
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let root = xml.create_element("cp:coreProperties").with_attributes([
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ]);
    root.write_inner_content(|xml| {
        xml.create_element("dc:title").write_text_content(BytesText::new(&layout.title))?;
        for name in ["dcterms:created", "dcterms:modified"] {
            let element = xml.create_element(name).with_attribute(("xsi:type", "dcterms:W3CDTF"));
            element.write_text_content(BytesText::new(&day))?;
        }
        Ok(())
    })?;
    Ok(xml.into_inner())
}
