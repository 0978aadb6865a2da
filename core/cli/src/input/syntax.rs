//! Where and why a text is no JSON.

use serde::de::IgnoredAny;

use super::{InputFault, Place};

/// Whether a text is one JSON document.
pub(super) fn is_document(text: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(text).is_ok()
}

/// What keeps the text of an entry from being JSON, with its place in the file; None when a reader takes it.
#[must_use]
pub fn fault_in(entry: &[u8], place: Place) -> Option<InputFault> {
    let text = match std::str::from_utf8(entry) {
        Ok(text) => text,
        Err(error) => {
            let before = &entry[..error.valid_up_to()];
            let (line, column) = behind(before, place);
            return Some(InputFault::NotUtf8 { line, column: column + 1 });
        }
    };
    // An entry is never deeper than the reader goes, so what is too deep is refused here as in the check.
    let error = serde_json::from_str::<serde_json::Value>(text).err()?;
    let at = byte_at(entry, error.line(), error.column());
    let (line, column) = behind(&entry[..at], place);
    let said = error.to_string();
    let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
    Some(InputFault::NotJson { line, column: column.max(1), reason: reason.to_owned() })
}

/// How many bytes there are up to a place; the reader counts lines from 1 and bytes of a line.
fn byte_at(text: &[u8], line: usize, column: usize) -> usize {
    let line_start = match line {
        0 | 1 => 0,
        line => memchr::memchr_iter(b'\n', text).nth(line - 2).map_or(text.len(), |at| at + 1),
    };
    (line_start + column).min(text.len())
}

/// The line and the number of characters on it, behind a stretch that starts at a place.
pub(super) fn behind(text: &[u8], from: Place) -> (u64, u64) {
    let lines = memchr::memchr_iter(b'\n', text).count() as u64;
    let last = memchr::memrchr(b'\n', text).map_or(text, |at| &text[at + 1..]);
    // Bytes that continue a character do not count.
    let chars = last.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u64;
    (from.line + lines, if lines == 0 { from.column + chars } else { chars })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &[u8]) -> String {
        let place = Place { number: 1, line: 3, column: 2 };
        fault_in(text, place).map_or_else(String::new, |fault| fault.to_string())
    }

    #[test]
    fn places_are_those_of_the_file() {
        assert_eq!(fault(b"{}"), "");
        assert!(fault("{\"名\" 1}".as_bytes()).starts_with("not JSON at line 3 column 8: expected `:`"));
        assert!(fault("{\n\"名\": x}".as_bytes()).starts_with("not JSON at line 4 column 6"));
        assert_eq!(fault(b"{\n\"\xff\"}"), "not UTF-8 at line 4 column 2");
        assert!(fault(b"{").starts_with("not JSON at line 3 column 3: EOF"));
    }
}
