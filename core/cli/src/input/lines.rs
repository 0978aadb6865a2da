//! One entry on each line; blank lines are passed over.

use std::io::Read;

use super::{Appetite, BYTE_ORDER_MARK, InputError, InputFault, MAX_ENTRY_BYTES, Place, Span, Texts};

/// Reads entries, one on each line.
pub struct Lines<R> {
    source: R,
    appetite: Appetite,
    /// The beginning of a line whose end was not read yet.
    rest: Vec<u8>,
    /// Number of the line that comes next.
    line: u64,
    ended: bool,
}

impl<R: Read> Lines<R> {
    /// Reads from here.
    pub fn new(source: R) -> Self {
        Lines { source, appetite: Appetite::new(), rest: Vec::new(), line: 1, ended: false }
    }

    fn read(&mut self) -> Result<Texts, InputError> {
        loop {
            let searched = self.rest.len();
            let mut bytes = std::mem::take(&mut self.rest);
            self.ended = self.appetite.read(&mut self.source, &mut bytes)? == 0;
            if self.ended {
                return Ok(self.cut(bytes));
            }
            if let Some(last) = memchr::memrchr(b'\n', &bytes[searched..]) {
                self.rest = bytes.split_off(searched + last + 1);
                return Ok(self.cut(bytes));
            }
            if bytes.len() > MAX_ENTRY_BYTES {
                self.ended = true;
                return Err(InputFault::TooLong { max_bytes: MAX_ENTRY_BYTES }.at(self.line));
            }
            self.rest = bytes;
        }
    }

    /// Cuts whole lines.
    fn cut(&mut self, bytes: Vec<u8>) -> Texts {
        let mut spans = Vec::new();
        let mut start = 0;
        if self.line == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            start = BYTE_ORDER_MARK.len();
        }
        while start < bytes.len() {
            let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
            if !bytes[start..end].trim_ascii().is_empty() {
                let place = Place { number: self.line, line: self.line, column: 0 };
                spans.push(Span { place, start, end });
            }
            self.line += 1;
            start = end + 1;
        }
        Texts { bytes, spans }
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Result<Texts, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.read() {
                Ok(texts) if texts.is_empty() => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
                found => return Some(found),
            }
        }
        None
    }
}
