//! The container of a workbook, looked through before anything in it is understood: a small file can unpack to more
//! than a machine holds.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::input::{InputError, InputFault};

/// Largest file.
const MAX_FILE_BYTES: u64 = 64 << 20;
/// Most that it may unpack to.
const MAX_UNPACKED_BYTES: u64 = 256 << 20;

/// How files of Office before 2007 begin, and encrypted ones of today.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0";

/// Reads a workbook, as long as it is not too large, packed and unpacked.
pub(super) fn read(source: impl Read) -> Result<Vec<u8>, InputError> {
    read_within(source, MAX_FILE_BYTES, MAX_UNPACKED_BYTES)
}

fn read_within(source: impl Read, max_file: u64, max_unpacked: u64) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    source.take(max_file + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_file {
        return Err(InputFault::WorkbookTooLarge { max_bytes: max_file }.into());
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(InputFault::OldWorkbook.into());
    }
    // Sizes that the file states are not to be trusted, so it is unpacked once for nothing.
    let broken = |error: &dyn std::fmt::Display| InputFault::NotWorkbook(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).map_err(|error| broken(&error))?;
    let mut left = max_unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| broken(&error))?;
        let is_xml = part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with(".xml"));
        let mut part = part.take(left + 1);
        let far =
            if is_xml { reference_out_of_range(&mut part).map_err(|error| broken(&error))? } else { None };
        io::copy(&mut part, &mut io::sink()).map_err(|error| broken(&error))?;
        if part.limit() == 0 {
            return Err(InputFault::WorkbookTooLarge { max_bytes: max_unpacked }.into());
        }
        left = part.limit() - 1;
        if let Some(far) = far {
            return Err(broken(&format_args!("a reference out of range: {far}")).into());
        }
    }
    Ok(bytes)
}

/// The first reference beyond the last column or row that a sheet can have: those who read cells count on without end.
///
/// XML that is broken is none of this function's business; whoever reads the part says so.
fn reference_out_of_range(part: impl Read) -> io::Result<Option<String>> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let mut attributes = tag.attributes();
                for attribute in attributes.with_checks(false).flatten() {
                    let is_reference = matches!(attribute.key.as_ref(), "r" | "ref");
                    if is_reference && is_out_of_range(attribute.value.as_bytes()) {
                        return Ok(Some(attribute.value.chars().take(40).collect()));
                    }
                }
            }
            Err(quick_xml::Error::Io(error)) => return Err(io::Error::new(error.kind(), error.to_string())),
            Ok(Event::Eof) | Err(_) => return Ok(None),
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// Whether letters or digits in a row are more than the last cell of a sheet, XFD1048576, has.
fn is_out_of_range(reference: &[u8]) -> bool {
    let runs = reference.chunk_by(|one, next| {
        (one.is_ascii_alphabetic() && next.is_ascii_alphabetic())
            || (one.is_ascii_digit() && next.is_ascii_digit())
    });
    runs.into_iter().any(|run| match run[0] {
        byte if byte.is_ascii_alphabetic() => run.len() > 3,
        byte if byte.is_ascii_digit() => run.len() > 7,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(zeros: usize) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a", "b"] {
            writer.start_file(name, SimpleFileOptions::default()).expect("memory can be written");
            writer.write_all(&vec![0; zeros]).expect("memory can be written");
        }
        writer.finish().expect("memory can be written").into_inner()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let bytes = packed(1 << 20);
        assert!(bytes.len() < 10_000, "{}", bytes.len());
        let read = |max_file, max_unpacked| read_within(&bytes[..], max_file, max_unpacked);
        assert!(read(1 << 20, 2 << 20).is_ok());
        for refused in [read(1 << 20, (2 << 20) - 1), read(100, 2 << 20)] {
            let fault = refused.map_err(|error| error.fault);
            assert!(matches!(fault, Err(InputFault::WorkbookTooLarge { .. })), "{fault:?}");
        }
    }

    #[test]
    fn references_that_no_sheet_has_are_refused() {
        let with = |reference: &str| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            writer.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).expect("memory");
            write!(writer, "<worksheet><c r='{reference}' t=\"s\"/></worksheet>").expect("memory");
            read(&writer.finish().expect("memory").into_inner()[..]).map_err(|error| error.fault)
        };
        assert!(with("XFD1048576").is_ok() && with("A1:XFD1048576").is_ok());
        for far in ["AAAA1", "A12345678", "A1:ZZZZZZZZ9"] {
            assert!(matches!(with(far), Err(InputFault::NotWorkbook(_))), "{far}");
        }
    }

    #[test]
    fn what_is_no_container_is_told_apart() {
        let fault = |bytes: &[u8]| read(bytes).expect_err("it is none").fault;
        assert!(matches!(fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), InputFault::OldWorkbook));
        assert!(matches!(fault(b"PK\x03\x04 and no more"), InputFault::NotWorkbook(_)));
    }
}
