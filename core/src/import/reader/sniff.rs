//! What the content of a file is, whatever its name says.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::archive::Archive;
use super::budget::Budget;
use super::error::{Lookalike, ReadError};
use super::{Limits, csv, encoding, html, xls};
use crate::import::table::SourceFormat;

/// How much of a text is looked at.
const SAMPLE_BYTES: usize = 64 << 10;

/// A document of a known format.
pub(super) enum Content<'a> {
    /// The container, and the name of its main part.
    Docx(Archive<'a>, String),
    /// The container, and the name of its main part.
    Xlsx(Archive<'a>, String),
    /// The records of the workbook, and what came with them.
    Xls(xls::Container),
    Html,
    Csv,
}

const SIGNATURES: &[(&[u8], Lookalike)] = &[
    (b"%PDF-", Lookalike::Pdf),
    (b"{\\rtf", Lookalike::Rtf),
    (b"\x89PNG", Lookalike::Image),
    (b"\xff\xd8\xff", Lookalike::Image),
    (b"GIF8", Lookalike::Image),
    (b"BM", Lookalike::Image),
    (b"II*\0", Lookalike::Image),
    (b"MM\0*", Lookalike::Image),
    (b"RIFF", Lookalike::Image),
    (b"Rar!", Lookalike::Archive),
    (b"7z\xbc\xaf\x27\x1c", Lookalike::Archive),
    (b"\x1f\x8b", Lookalike::Archive),
    (b"\xdb\xa5\x2d\0", Lookalike::OldWordProcessor),
    (b"\xfe\x37\0\x23", Lookalike::OldWordProcessor),
];

/// Tells the format.
pub(super) fn content<'a>(name: &str, bytes: &'a [u8], limits: &Limits) -> Result<Content<'a>, ReadError> {
    let start = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) || bytes == b"\xef\xbb\xbf" {
        return Err(ReadError::Empty);
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return zip(bytes, limits);
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return ole(bytes);
    }
    if xls::is_bare_stream(start) {
        return Ok(Content::Xls(xls::Container { stream: bytes.to_vec(), has_macros: false }));
    }
    // A table can begin with the letters BM too, but hardly with the zeros of a picture behind them.
    let is_text_after_all = start.starts_with(b"BM") && !start[..start.len().min(20)].contains(&0);
    if let Some((_, lookalike)) = SIGNATURES.iter().find(|(signature, _)| start.starts_with(signature))
        && !is_text_after_all
    {
        return Err(ReadError::looks_like(*lookalike));
    }
    text(name, bytes)
}

pub(super) fn zip<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Content<'a>, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    if archive.has_encrypted_part() {
        return Err(ReadError::Encrypted);
    }
    let budget = Budget::new(limits);
    let main = archive
        .relations("", &budget)?
        .into_iter()
        .find(|relation| relation.kind == "officeDocument" && !relation.is_external)
        .map(|relation| relation.target);
    // A container whose relations are lost is told by the usual names.
    let main = main.or_else(|| {
        ["word/document.xml", "xl/workbook.xml"]
            .into_iter()
            .find(|known| archive.names().any(|name| name == *known))
            .map(str::to_owned)
    });
    let Some(main) = main else {
        let kind = archive.part("mimetype")?.unwrap_or_default();
        let is = |word: &[u8]| memchr::memmem::find(&kind, word).is_some();
        return Err(match () {
            () if is(b"opendocument.text") => ReadError::looks_like(Lookalike::Odt),
            () if is(b"opendocument.spreadsheet") => ReadError::looks_like(Lookalike::Ods),
            () if is(b"opendocument.presentation") => ReadError::looks_like(Lookalike::Presentation),
            () if archive.names().next().is_none() => ReadError::Empty,
            () => ReadError::looks_like(Lookalike::Archive),
        });
    };
    if main.to_ascii_lowercase().ends_with(".bin") {
        return Err(ReadError::looks_like(Lookalike::Xlsb));
    }
    let text = archive.text(&main)?.ok_or_else(|| ReadError::damaged(main.clone()))?;
    let mut part = super::xml::Part::new(&main, &text, &budget);
    loop {
        match part.next()? {
            super::xml::Node::Start(element) => {
                return match element.name() {
                    "document" => Ok(Content::Docx(archive, main.clone())),
                    "workbook" => Ok(Content::Xlsx(archive, main.clone())),
                    "presentation" => Err(ReadError::looks_like(Lookalike::Presentation)),
                    _ => Err(ReadError::looks_like(Lookalike::Archive)),
                };
            }
            super::xml::Node::EndOfPart => return Err(ReadError::damaged(main.clone())),
            _ => {}
        }
    }
}

fn ole<'a>(bytes: &'a [u8]) -> Result<Content<'a>, ReadError> {
    let damaged = |_| ReadError::damaged("OLE");
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = file.read_root_storage().map(|entry| entry.name().to_owned()).collect();
    let has = |wanted: &str| names.iter().find(|name| name.eq_ignore_ascii_case(wanted));
    if has("EncryptedPackage").is_some() || has("EncryptionInfo").is_some() {
        return Err(ReadError::Encrypted);
    }
    if let Some(name) = has("WordDocument") {
        let mut start = [0; 12];
        let mut stream = file.open_stream(name).map_err(damaged)?;
        stream.read_exact(&mut start).map_err(damaged)?;
        // A flag in the first block of a Word file says that the rest is encrypted.
        return Err(if start[11] & 1 == 1 { ReadError::Encrypted } else { ReadError::LegacyWord });
    }
    if let Some(name) = has("Workbook").or_else(|| has("Book")) {
        let has_macros = has("_VBA_PROJECT_CUR").is_some();
        let mut stream = Vec::new();
        let opened = file.open_stream(name).map_err(damaged)?;
        // A stream cannot be longer than the file.
        opened.take(bytes.len() as u64).read_to_end(&mut stream).map_err(damaged)?;
        return Ok(Content::Xls(xls::Container { stream, has_macros }));
    }
    Err(ReadError::looks_like(if has("PowerPoint Document").is_some() {
        Lookalike::Presentation
    } else {
        Lookalike::OleContainer
    }))
}

fn text<'a>(name: &str, bytes: &[u8]) -> Result<Content<'a>, ReadError> {
    let start = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let told = encoding::tell(start, html::declared_encoding(start));
    let (text, _) = encoding::decode(start, told);
    if !encoding::is_mostly_text(&text) {
        return Err(ReadError::UnknownFormat { looks_like: None });
    }
    let lower = text.to_ascii_lowercase();
    let has = |word: &str| lower.contains(word);
    if lower.trim_start().starts_with("<?xml") {
        let of_program =
            has("progid=\"excel.sheet\"") || has("urn:schemas-microsoft-com:office:spreadsheet\"");
        if of_program && !has("<html") {
            return Err(ReadError::looks_like(Lookalike::ExcelXml));
        }
        if has("progid=\"word.document\"") || has("<pkg:package") {
            return Err(ReadError::looks_like(Lookalike::WordXml));
        }
    }
    if lower.trim_start().starts_with("mime-version:") {
        return Err(ReadError::looks_like(Lookalike::WebArchive));
    }
    const TAGS: &[&str] =
        &["<!doctype html", "<html", "<head", "<body", "<table", "<tr", "<td", "<div", "<meta", "<style"];
    let by_name = extension(name).is_some_and(|extension| HTML.contains(&extension.as_str()));
    if TAGS.iter().any(|tag| has(tag)) || (by_name && has("<")) {
        return Ok(Content::Html);
    }
    if csv::has_separators(&text) || extension(name).is_some_and(|extension| extension == "csv") {
        return Ok(Content::Csv);
    }
    Err(ReadError::looks_like(Lookalike::Text))
}

const DOCX: &[&str] = &["docx", "docm", "dotx", "dotm"];
const XLSX: &[&str] = &["xlsx", "xlsm", "xltx", "xltm"];
const XLS: &[&str] = &["xls", "xlt", "et", "ett"];
const HTML: &[&str] = &["html", "htm", "shtml", "xhtml"];
const CSV: &[&str] = &["csv", "tsv", "tab"];
/// Names of formats that are not read.
const OTHERS: &[&str] =
    &["doc", "dot", "wps", "rtf", "pdf", "odt", "ods", "ppt", "pptx", "xlsb", "mht", "mhtml"];

/// The end of a name when it is that of another format.
pub(super) fn foreign_extension(name: &str, format: SourceFormat) -> Option<String> {
    let own = match format {
        SourceFormat::Docx => DOCX,
        SourceFormat::Xlsx => XLSX,
        SourceFormat::Xls => XLS,
        SourceFormat::Html => HTML,
        SourceFormat::Csv => CSV,
    };
    let extension = extension(name)?;
    let is_known = [DOCX, XLSX, XLS, HTML, CSV, OTHERS].concat().contains(&extension.as_str());
    (is_known && !own.contains(&extension.as_str())).then_some(extension)
}

fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}
