//! Which format a file has: by its name, else by how it begins.

use std::io::{self, Read};
use std::path::Path;

use super::syntax::is_document;
use super::{Appetite, BYTE_ORDER_MARK, Format};

/// How files begin that hold a workbook, or a document of Office before 2007.
const CONTAINERS: &[&[u8]] = &[b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// How much is looked at for the end of the first line.
const MAX_START_BYTES: usize = 1 << 20;

/// The format that a file name stands for.
pub(super) fn by_name(name: &Path) -> Option<Format> {
    match name.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "json" => Some(Format::Json),
        "ndjson" | "jsonl" => Some(Format::Ndjson),
        "csv" | "tsv" => Some(Format::Csv),
        "xlsx" | "xlsm" => Some(Format::Xlsx),
        _ => None,
    }
}

/// Reads up to the end of the first line that is not blank. Whoever waits for an answer to it is not kept waiting.
pub(super) fn read_start(source: &mut impl Read, start: &mut Vec<u8>) -> io::Result<()> {
    let mut appetite = Appetite::new();
    while start.len() < MAX_START_BYTES {
        // The mark at the beginning is no line of its own.
        let text = start.strip_prefix(BYTE_ORDER_MARK).unwrap_or(start);
        let is_part_of_mark = BYTE_ORDER_MARK.starts_with(text);
        let has_line = text.iter().position(|byte| !byte.is_ascii_whitespace()).filter(|_| !is_part_of_mark);
        if has_line.is_some_and(|at| memchr::memchr(b'\n', &text[at..]).is_some()) {
            break;
        }
        if appetite.read(source, start)? == 0 {
            break;
        }
    }
    Ok(())
}

/// The format of a file that begins in this way.
pub(super) fn by_content(start: &[u8], has_item: bool) -> Format {
    if CONTAINERS.iter().any(|container| start.starts_with(container)) {
        return Format::Xlsx;
    }
    let text = start.strip_prefix(BYTE_ORDER_MARK).unwrap_or(start).trim_ascii_start();
    let first_line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    match text.first() {
        // A first line that is a whole entry is one of many, or the only one.
        Some(b'{') if first_line.len() < text.len() && is_document(first_line) => Format::Ndjson,
        Some(b'{' | b'[') | None => Format::Json,
        Some(_) if has_item => Format::Csv,
        Some(_) if first_line.iter().any(|byte| b",\t;".contains(byte)) => Format::Csv,
        Some(_) => Format::Json,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    #[test]
    fn a_mark_before_blank_lines_is_no_line() {
        for most in [1, 3, 5, 64] {
            let mut start = Vec::new();
            let mut source = Drops(b"\xef\xbb\xbf\r\n\n{\"a\":1}\n{}", most);
            read_start(&mut source, &mut start).expect("memory can be read");
            assert!(start.contains(&b'}'), "{most} at a time: {start:?}");
            assert!(matches!(by_content(&start, false), Format::Ndjson | Format::Json));
        }
    }

    #[test]
    fn names_and_beginnings_tell_the_format() {
        assert_eq!(by_name(Path::new("a/b.JSON")), Some(Format::Json));
        assert_eq!(by_name(Path::new("b.jsonl")), Some(Format::Ndjson));
        assert_eq!(by_name(Path::new("c.XLSX")), Some(Format::Xlsx));
        assert_eq!(by_name(Path::new("-")), None);
        for (text, has_item, format) in [
            ("", false, Format::Json),
            ("{}", false, Format::Json),
            ("{\n}", false, Format::Json),
            ("\n{\"a\":\"{\"}\r\n", false, Format::Ndjson),
            ("\u{feff}[\n", false, Format::Json),
            ("PK\u{3}\u{4}\u{14}", false, Format::Xlsx),
            ("标题,形成日期\n", false, Format::Csv),
            ("标题\n", true, Format::Csv),
            ("标题\n", false, Format::Json),
        ] {
            assert_eq!(by_content(text.as_bytes(), has_item), format, "{text:?}");
        }
    }
}
