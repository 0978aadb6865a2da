//! Office documents made of their parts, small ones for tests and long ones for measuring.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A container with these parts.
///
/// # Panics
/// Never: it is written into memory.
#[must_use]
pub fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, content) in parts {
        zip.start_file(*name, options).expect("memory can be written");
        zip.write_all(content).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}

/// A part that says how others are related to one: name, kind, target, and `External` where it is outside.
fn relations(list: &[(&str, &str, &str, bool)]) -> String {
    let mut text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"{RELATIONS}\">");
    for (id, kind, target, is_external) in list {
        let mode = if *is_external { " TargetMode=\"External\"" } else { "" };
        let _ =
            write!(text, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"{mode}/>");
    }
    text + "</Relationships>"
}

/// A Word file that is being put together.
#[derive(Debug, Clone, Default)]
pub struct Docx {
    /// What stands in `w:body`.
    pub body: String,
    /// What stands in `w:styles`.
    pub styles: String,
    /// What stands in `w:numbering`.
    pub numbering: String,
    /// Other relations of the text: kind and address.
    pub external: Vec<(String, String)>,
    /// Other parts.
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Docx {
    /// With this body.
    #[must_use]
    pub fn new(body: impl Into<String>) -> Self {
        Docx { body: body.into(), ..Docx::default() }
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let root = |name: &str, content: &str| {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{name} xmlns:w=\"{WORD}\">{content}</w:{name}>"
            )
        };
        let mut list =
            vec![("rId1", "styles", "styles.xml", false), ("rId2", "numbering", "numbering.xml", false)];
        list.extend(
            self.external.iter().map(|(kind, target)| ("rId3", kind.as_str(), target.as_str(), true)),
        );
        let texts = [
            ("_rels/.rels", relations(&[("rId1", "officeDocument", "word/document.xml", false)])),
            ("word/_rels/document.xml.rels", relations(&list)),
            ("word/document.xml", root("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/styles.xml", root("styles", &self.styles)),
            ("word/numbering.xml", root("numbering", &self.numbering)),
        ];
        let mut parts: Vec<(&str, &[u8])> =
            texts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        parts.extend(self.parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())));
        container(&parts)
    }
}

/// A workbook that is being put together.
#[derive(Debug, Clone, Default)]
pub struct Xlsx {
    /// Name, state (`visible`, `hidden`, `veryHidden`) and content of each sheet.
    pub sheets: Vec<(String, String, String)>,
    /// What stands in `sst`.
    pub shared: String,
    /// What stands in `styleSheet`.
    pub styles: String,
    /// Days are counted from 1904.
    pub is_from_1904: bool,
    /// Other parts.
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Xlsx {
    /// With one sheet of this content.
    #[must_use]
    pub fn new(sheet: impl Into<String>) -> Self {
        Xlsx { sheets: vec![("表".to_owned(), "visible".to_owned(), sheet.into())], ..Xlsx::default() }
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let root = |name: &str, content: &str| {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><{name} xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\">{content}</{name}>"
            )
        };
        let mut listed = format!("<workbookPr date1904=\"{}\"/><sheets>", self.is_from_1904);
        let mut list = vec![
            ("rIdA".to_owned(), "styles", "styles.xml".to_owned()),
            ("rIdB".to_owned(), "sharedStrings", "/xl/sharedStrings.xml".to_owned()),
        ];
        let mut texts = Vec::new();
        for (number, (name, state, content)) in self.sheets.iter().enumerate() {
            let _ = write!(
                listed,
                "<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"rId{number}\"/>"
            );
            list.push((format!("rId{number}"), "worksheet", format!("worksheets/sheet{number}.xml")));
            texts.push((format!("xl/worksheets/sheet{number}.xml"), root("worksheet", content)));
        }
        let list: Vec<_> =
            list.iter().map(|(id, kind, target)| (id.as_str(), *kind, target.as_str(), false)).collect();
        texts.extend([
            ("_rels/.rels".to_owned(), relations(&[("rId1", "officeDocument", "xl/workbook.xml", false)])),
            ("xl/_rels/workbook.xml.rels".to_owned(), relations(&list)),
            ("xl/workbook.xml".to_owned(), root("workbook", &format!("{listed}</sheets>"))),
            ("xl/styles.xml".to_owned(), root("styleSheet", &self.styles)),
            ("xl/sharedStrings.xml".to_owned(), root("sst", &self.shared)),
        ]);
        let mut parts: Vec<(&str, &[u8])> =
            texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        parts.extend(self.parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())));
        container(&parts)
    }
}

/// A record of an Excel 97–2003 file.
#[must_use]
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap_or(u16::MAX);
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// An Excel 97–2003 file of these records: those of the workbook, to which the list of sheets is added, and those of
/// each sheet.
///
/// # Panics
/// Never: it is written into memory.
#[must_use]
pub fn xls(workbook: &[Vec<u8>], sheets: &[(&str, u8, Vec<Vec<u8>>)]) -> Vec<u8> {
    const BEGIN: u16 = 0x0809;
    const END: u16 = 0x000a;
    let begin = |kind: u16| record(BEGIN, &[&[0x00, 0x06][..], &kind.to_le_bytes(), &[0; 12]].concat());
    let name = |name: &str| -> Vec<u8> {
        let units: Vec<u16> = name.encode_utf16().collect();
        let length = u8::try_from(units.len()).unwrap_or(u8::MAX);
        [vec![length, 1], units.into_iter().flat_map(u16::to_le_bytes).collect()].concat()
    };
    let listed: usize = sheets.iter().map(|(sheet, ..)| 4 + 6 + name(sheet).len()).sum();
    let head = [begin(5), workbook.concat()].concat();
    let mut at = head.len() + listed + record(END, &[]).len();
    let mut stream = head;
    let mut bodies = Vec::new();
    for (sheet, state, records) in sheets {
        let body = [begin(0x10), records.concat(), record(END, &[])].concat();
        let place = u32::try_from(at).unwrap_or(u32::MAX).to_le_bytes();
        stream.extend(record(0x0085, &[&place[..], &[*state, 0], &name(sheet)].concat()));
        at += body.len();
        bodies.extend(body);
    }
    stream.extend(record(END, &[]));
    stream.extend(bodies);
    ole(&[("Workbook", &stream)])
}

/// An OLE container with these streams.
///
/// # Panics
/// Never: it is written into memory.
#[must_use]
pub fn ole(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory can be written");
    for (name, content) in streams {
        let mut stream = file.create_stream(name).expect("memory can be written");
        stream.write_all(content).expect("memory can be written");
    }
    file.into_inner().into_inner()
}

/// Texts of a row of a catalogue table, as long as they are in the longest of published ones.
fn row(number: usize) -> [String; 14] {
    let basis = "《中华人民共和国政府信息公开条例》（国务院令第711号）、《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）；";
    let boxes = "■政府网站□政府公报□两微一端□发布会/听证会□广播电视□纸质媒体■公开查阅点□政务服务中心□便民服务站□入户/现场";
    [
        number.to_string(),
        format!("一级事项{}", number / 9),
        format!("二级事项名称{number}"),
        "机构职能、权责清单、执法人员名单；执法程序或行政强制流程图；执法依据；咨询、监督投诉方式；"
            .repeat(3),
        basis.repeat(2),
        "信息形成或者变更之日起20个工作日内".to_owned(),
        "县综合行政执法局".to_owned(),
        boxes.to_owned(),
        "√".to_owned(),
        String::new(),
        "√".to_owned(),
        String::new(),
        "√".to_owned(),
        String::new(),
    ]
}

/// A Word file with one table of so many rows and 14 columns, the second column merged over nine rows each.
#[must_use]
pub fn long_docx(rows: usize) -> Vec<u8> {
    let look = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\" w:hint=\"eastAsia\"/><w:sz w:val=\"16\"/></w:rPr>";
    let mut body = String::from("<w:p><w:r><w:t>标准目录</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid/>");
    for number in 0..rows {
        body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (column, text) in row(number).iter().enumerate() {
            let merge = match (column, number % 9) {
                (1, 0) => "<w:vMerge w:val=\"restart\"/>",
                (1, _) => "<w:vMerge/>",
                _ => "",
            };
            let text = if column == 1 && number % 9 != 0 { "" } else { text };
            let _ = write!(
                body,
                "<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/>{merge}<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:spacing w:line=\"240\"/></w:pPr><w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p></w:tc>"
            );
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
    Docx::new(body).bytes()
}

/// A workbook with one sheet of so many rows and 14 columns, the second column merged over nine rows each.
#[must_use]
pub fn long_xlsx(rows: usize) -> Vec<u8> {
    let mut sheet = String::from("<sheetData>");
    let mut shared = String::new();
    let mut merged = String::from("<mergeCells>");
    let mut count = 0;
    for number in 0..rows {
        let _ = write!(sheet, "<row r=\"{}\">", number + 1);
        for (column, text) in row(number).iter().enumerate() {
            let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap_or(0)), number + 1);
            if text.is_empty() {
                let _ = write!(sheet, "<c r=\"{place}\" s=\"0\"/>");
                continue;
            }
            let _ = write!(shared, "<si><t>{text}</t></si>");
            let _ = write!(sheet, "<c r=\"{place}\" s=\"0\" t=\"s\"><v>{count}</v></c>");
            count += 1;
        }
        sheet.push_str("</row>");
        if number % 9 == 0 {
            let _ = write!(merged, "<mergeCell ref=\"B{}:B{}\"/>", number + 1, (number + 9).min(rows));
        }
    }
    let mut workbook = Xlsx::new(format!("{sheet}</sheetData>{merged}</mergeCells>"));
    workbook.shared = shared;
    workbook.bytes()
}

/// A page with one table of so many rows and 14 columns, the second column merged over nine rows each.
#[must_use]
pub fn long_html(rows: usize) -> Vec<u8> {
    let mut page = String::from("<html><head><meta charset=\"utf-8\"></head><body><p>标准目录</p><table>");
    for number in 0..rows {
        page.push_str("<tr>");
        for (column, text) in row(number).iter().enumerate() {
            match (column, number % 9) {
                (1, 0) => {
                    let _ = write!(page, "<td rowspan=\"9\"><p>{text}</p></td>");
                }
                (1, _) => {}
                _ => {
                    let _ = write!(
                        page,
                        "<td style=\"border: 1px solid; font-family: 宋体\"><p class=\"MsoNormal\"><span style=\"font-size:9pt;font-family:宋体\">{text}</span></p></td>"
                    );
                }
            }
        }
        page.push_str("</tr>");
    }
    page.push_str("</table></body></html>");
    page.into_bytes()
}
