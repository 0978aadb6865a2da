//! What a file is, by its content; and containers that are locked, broken or not what they say.

use std::io::{Cursor, Read};

use gongkai_core::import::SourceFormat;
use gongkai_core::import::reader::{Limit, Limits, Lookalike, ReadError, read};
use gongkai_core::import::table::ReaderNote;
use gongkai_core::text::Lang;
use gongkai_tests::fuzz::Mutator;
use gongkai_tests::office::{Docx, Xlsx, container, ole};
use zip::ZipArchive;

use super::{document, refusal, seen};

/// A container again and again, with one of its parts changed each time.
pub(super) fn with_changed_parts(bytes: &[u8], count: usize) -> Vec<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("it is a container");
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("the part is there");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("the part can be read");
        parts.push((part.name().expect("it is text").into_owned(), content));
    }
    let mut mutators: Vec<Mutator> =
        parts.iter().map(|(_, content)| Mutator::new(vec![content.clone()], 11)).collect();
    let changed = |round: usize| {
        let place = round % parts.len();
        let input = mutators[place].next_input();
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .enumerate()
            .map(|(index, (name, content))| {
                (name.as_str(), if index == place { input.as_slice() } else { content.as_slice() })
            })
            .collect();
        container(&parts)
    };
    (0..count).map(changed).collect()
}

fn small_docx() -> Vec<u8> {
    Docx::new("<w:p><w:r><w:t>一</w:t></w:r></w:p>").bytes()
}

fn small_xlsx() -> Vec<u8> {
    Xlsx::new("<sheetData><row><c t=\"str\"><v>一</v></c></row></sheetData>").bytes()
}

#[test]
fn the_content_decides_and_the_name_is_noted() {
    let page = "<html><table><tr><td>一</td></tr></table></html>".as_bytes().to_vec();
    let values = "一,二\n三,四\n".as_bytes().to_vec();
    for (name, bytes, format) in [
        ("a.doc", small_docx(), SourceFormat::Docx),
        ("a.xls", small_xlsx(), SourceFormat::Xlsx),
        ("a.xls", page.clone(), SourceFormat::Html),
        ("a.doc", page.clone(), SourceFormat::Html),
        ("a.docx", values.clone(), SourceFormat::Csv),
    ] {
        let document =
            read(name, &bytes, &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(document.format, format, "{name}");
        let extension = name.split_once('.').expect("it has an end").1.to_owned();
        assert_eq!(document.notes, [ReaderNote::ExtensionMismatch { extension }]);
    }
    for (name, bytes) in [("A.DOCX", small_docx()), ("a.htm", page), ("a.txt", values.clone()), ("a", values)]
    {
        let document =
            read(name, &bytes, &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(document.notes, [], "{name}");
    }
}

#[test]
fn what_is_not_read_is_named() {
    let unknown = |lookalike| ReadError::UnknownFormat { looks_like: Some(lookalike) };
    let of_kind = |kind: &str| container(&[("mimetype", kind.as_bytes()), ("content.xml", b"<x/>")]);
    let presentation = |root: &str| {
        let relations =
            b"<Relationships><Relationship Type=\"x/officeDocument\" Target=\"ppt/p.xml\"/></Relationships>";
        container(&[("_rels/.rels", relations), ("ppt/p.xml", root.as_bytes())])
    };
    for (bytes, error) in [
        (Vec::new(), ReadError::Empty),
        (b" \r\n\t".to_vec(), ReadError::Empty),
        (b"\xef\xbb\xbf".to_vec(), ReadError::Empty),
        (container(&[]), ReadError::Empty),
        (b"%PDF-1.7\n1 0 obj".to_vec(), unknown(Lookalike::Pdf)),
        (b"{\\rtf1\\ansi".to_vec(), unknown(Lookalike::Rtf)),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), unknown(Lookalike::Image)),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), unknown(Lookalike::Image)),
        (b"Rar!\x1a\x07\0".to_vec(), unknown(Lookalike::Archive)),
        (of_kind("application/vnd.oasis.opendocument.text"), unknown(Lookalike::Odt)),
        (of_kind("application/vnd.oasis.opendocument.spreadsheet"), unknown(Lookalike::Ods)),
        (of_kind("application/epub+zip"), unknown(Lookalike::Archive)),
        (container(&[("a.txt", b"x")]), unknown(Lookalike::Archive)),
        (presentation("<p:presentation/>"), unknown(Lookalike::Presentation)),
        (ole(&[("WordDocument", &[0xec; 64])]), ReadError::LegacyWord),
        (ole(&[("WordDocument", &[0xff; 64])]), ReadError::Encrypted),
        (ole(&[("EncryptedPackage", b"x"), ("EncryptionInfo", b"x")]), ReadError::Encrypted),
        (ole(&[("PowerPoint Document", b"x")]), unknown(Lookalike::Presentation)),
        (ole(&[("MatOST", b"x")]), unknown(Lookalike::OleContainer)),
        (ole(&[("Workbook", b"\x09\x04\x06\0\0\0\x10\0\0\0")]), unknown(Lookalike::OldSpreadsheet)),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(), unknown(Lookalike::WebArchive)),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>".to_vec(),
            unknown(Lookalike::ExcelXml),
        ),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>".to_vec(),
            unknown(Lookalike::WordXml),
        ),
        ("第一行\n第二行\n".as_bytes().to_vec(), unknown(Lookalike::Text)),
        ((0..=255).cycle().take(5000).collect(), ReadError::UnknownFormat { looks_like: None }),
    ] {
        let found = refusal("a", &bytes);
        assert_eq!(found, error);
        for lang in [Lang::Zh, Lang::En] {
            let told = found.told(lang);
            assert!(!told.is_empty() && !told.ends_with(['.', '。']), "{told}");
        }
        assert!(found.told(Lang::Zh).chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char)));
        assert_eq!(found.told(Lang::En), found.to_string());
        assert!(!found.to_string().starts_with(char::is_uppercase), "{found}");
    }
}

#[test]
fn locked_parts_are_told_from_broken_ones() {
    let mut locked = small_docx();
    // The flag stands in the header before each part and in the directory.
    for (sign, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> =
            locked.windows(4).enumerate().filter(|(_, four)| four == sign).map(|(place, _)| place).collect();
        places.into_iter().for_each(|place| locked[place + at] |= 1);
    }
    assert_eq!(refusal("a.docx", &locked), ReadError::Encrypted);
    let mut broken = small_docx();
    let place = broken.windows(17).position(|name| name == b"word/document.xml").expect("it is there") + 25;
    broken[place] ^= 0xff;
    assert_eq!(refusal("a.docx", &broken), ReadError::Damaged { part: "word/document.xml".to_owned() });
    let without_main = container(&[(
        "_rels/.rels",
        b"<Relationships><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
    )]);
    assert_eq!(refusal("a.docx", &without_main), ReadError::Damaged { part: "word/document.xml".to_owned() });
}

#[test]
fn what_grows_when_unpacked_is_refused_in_time() {
    let mut limits = Limits::default();
    limits.max_unpacked_bytes = 1 << 20;
    let large = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(4 << 20));
    let bytes = Docx::new(large).bytes();
    assert!(bytes.len() < 64 << 10);
    let error = ReadError::TooLarge { limit: Limit::UnpackedBytes, found: (1 << 20) + 1, allowed: 1 << 20 };
    assert_eq!(read("a.docx", &bytes, &limits), Err(error));
    // Parts that are small each, but not together.
    let mut workbook = Xlsx::default();
    for number in 0..20 {
        let sheet =
            format!("<sheetData><row><c t=\"str\"><v>{}</v></c></row></sheetData>", "x".repeat(100 << 10));
        workbook.sheets.push((number.to_string(), "visible".to_owned(), sheet));
    }
    let result = read("a.xlsx", &workbook.bytes(), &limits);
    assert!(matches!(result, Err(ReadError::TooLarge { limit: Limit::UnpackedBytes, .. })), "{result:?}");
    // The same text, which the file holds once, in many cells.
    let mut workbook =
        Xlsx::new(format!("<sheetData><row>{}</row></sheetData>", "<c t=\"s\"><v>0</v></c>".repeat(200)));
    workbook.shared = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let result = read("a.xlsx", &workbook.bytes(), &limits);
    assert!(matches!(result, Err(ReadError::TooLarge { limit: Limit::TextBytes, .. })), "{result:?}");
    // More parts than any program writes.
    let names: Vec<String> = (0..20_001).map(|number| format!("{number}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let error = refusal("a.docx", &container(&parts));
    assert!(matches!(error, ReadError::TooLarge { limit: Limit::Parts, .. }), "{error:?}");
}

#[test]
fn parts_that_lie_over_one_another_are_counted_each_time() {
    // Every entry of the directory is made to name the same data, as in bombs that are small and without layers.
    let text = format!("<sheetData><row><c t=\"str\"><v>{}</v></c></row></sheetData>", "x".repeat(300 << 10));
    let mut workbook = Xlsx::default();
    for number in 0..6 {
        workbook.sheets.push((number.to_string(), "visible".to_owned(), text.clone()));
    }
    let bytes = workbook.bytes();
    let mut changed = bytes.clone();
    let places: Vec<usize> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, four)| four == b"PK\x01\x02")
        .map(|(place, _)| place)
        .collect();
    let sheets: Vec<usize> =
        places.into_iter().filter(|place| bytes[place + 46..].starts_with(b"xl/worksheets/")).collect();
    let first = bytes[sheets[0] + 16..sheets[0] + 28].to_vec();
    let offset = bytes[sheets[0] + 42..sheets[0] + 46].to_vec();
    for place in &sheets[1..] {
        changed[place + 16..place + 28].copy_from_slice(&first);
        changed[place + 42..place + 46].copy_from_slice(&offset);
    }
    let mut limits = Limits::default();
    limits.max_unpacked_bytes = 1 << 20;
    let result = read("a.xlsx", &changed, &limits);
    assert!(
        matches!(
            result,
            Err(ReadError::TooLarge { limit: Limit::UnpackedBytes, .. } | ReadError::Damaged { .. })
        ),
        "{result:?}"
    );
}

#[test]
fn nothing_is_expanded_or_fetched() {
    let laughs: String = (1..10)
        .map(|level| format!("<!ENTITY l{level} \"{}\">", format!("&l{};", level - 1).repeat(10)))
        .collect();
    let part = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY l0 \"ha\">{laughs}<!ENTITY file SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>一&l9;&file;&amp;&#20108;</w:t></w:r></w:p></w:body></w:document>"
    );
    let relations = b"<Relationships><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let bytes = container(&[("_rels/.rels", relations), ("word/document.xml", part.as_bytes())]);
    assert_eq!(seen(&document(&bytes)), "一&二¶");
}

#[test]
fn names_of_parts_stay_in_the_container() {
    let relations = b"<Relationships><Relationship Type=\"x/officeDocument\" Target=\"../../../etc/passwd\"/></Relationships>";
    let error = refusal("a.docx", &container(&[("_rels/.rels", relations)]));
    assert_eq!(error, ReadError::Damaged { part: "etc/passwd".to_owned() });
}

#[test]
fn documents_that_office_programs_locked_are_told_so() {
    let folder = gongkai_tests::workspace::root().join("tests/importer-locked");
    for name in ["locked.docx", "locked.xlsx", "locked.doc", "locked.xls"] {
        let bytes = std::fs::read(folder.join(name)).expect("the document is there");
        assert_eq!(refusal(name, &bytes), ReadError::Encrypted, "{name}");
    }
}
