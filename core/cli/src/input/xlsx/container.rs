//! The container of a workbook, looked through before anything in it is understood: a small file can unpack to more
//! than a machine holds.

use std::io::{self, Cursor, Read};

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
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or(InputFault::WorkbookTooLarge { max_bytes: max_unpacked })?;
    }
    Ok(bytes)
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
    fn what_is_no_container_is_told_apart() {
        let fault = |bytes: &[u8]| read(bytes).expect_err("it is none").fault;
        assert!(matches!(fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), InputFault::OldWorkbook));
        assert!(matches!(fault(b"PK\x03\x04 and no more"), InputFault::NotWorkbook(_)));
    }
}
