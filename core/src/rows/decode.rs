//! Tables as UTF-8, whatever they were saved in; the encoding is told by the same rule as that of imported documents.

use std::fmt;
use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, UTF_8};

use crate::import::reader::encoding;

/// How much is looked at to tell the encoding.
const SAMPLE_BYTES: usize = 64 << 10;
/// How much is asked for at first, and at most: neither a slow sender nor a large file costs much.
const LEAST_READ_BYTES: usize = 4 << 10;
const MOST_READ_BYTES: usize = 256 << 10;

/// A table as UTF-8. A record that goes on for too long is an error, so that a quotation mark that nobody closes does
/// not fill the memory.
pub(super) struct Decoded<R> {
    source: R,
    /// How much to ask for next.
    appetite_bytes: usize,
    /// Bytes as they were read.
    raw: Vec<u8>,
    /// Text that was not asked for yet, from `given` on.
    text: Vec<u8>,
    given: usize,
    /// None: the bytes are passed on, UTF-8 or not; whoever cuts rows says which is not.
    decoder: Option<Decoder>,
    max_record_bytes: usize,
    record_bytes: usize,
    /// The last byte so far, as it was in the source.
    last: u8,
    ended: bool,
}

/// A record that is too long.
#[derive(Debug)]
struct TooLong(usize);

/// Bytes that stand for no text.
#[derive(Debug)]
struct NoText;

impl fmt::Display for TooLong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a row is longer than {} bytes", self.0)
    }
}

impl fmt::Display for NoText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the bytes stand for no text")
    }
}

impl std::error::Error for TooLong {}
impl std::error::Error for NoText {}

/// How long a record may be, when that is the error.
pub(super) fn too_long(error: &io::Error) -> Option<usize> {
    Some(error.get_ref()?.downcast_ref::<TooLong>()?.0)
}

/// Whether the error is that of bytes that stand for no text.
pub(super) fn is_no_text(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<NoText>())
}

impl<R: Read> Decoded<R> {
    pub fn new(source: R, max_record_bytes: usize) -> Self {
        Decoded {
            source,
            appetite_bytes: LEAST_READ_BYTES,
            raw: Vec::new(),
            text: Vec::new(),
            given: 0,
            decoder: None,
            max_record_bytes,
            record_bytes: 0,
            last: b'\n',
            ended: false,
        }
    }

    /// A record starts here.
    pub fn begin_record(&mut self) {
        self.record_bytes = 0;
    }

    /// Tells the encoding, and the character between cells: that of comma, tabulator and semicolon which the first
    /// line has most of, outside quotation marks.
    pub fn delimiter(&mut self) -> io::Result<u8> {
        while !self.ended && self.raw.len() < SAMPLE_BYTES {
            self.ended = self.read_more()? == 0;
        }
        let told = encoding::tell(&self.raw, None);
        self.raw.drain(..told.mark_bytes);
        self.decoder = (told.encoding != UTF_8).then(|| told.encoding.new_decoder_without_bom_handling());
        self.take()?;
        let mut quoted = false;
        let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
        for byte in &self.text {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' | b'\r' if !quoted => break,
                _ => counts.iter_mut().filter(|(sign, _)| sign == byte && !quoted).for_each(|(_, n)| *n += 1),
            }
        }
        // Of the same number the first one counts.
        Ok(counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| sign))
    }

    /// Reads once, behind what is there; 0 at the end.
    fn read_more(&mut self) -> io::Result<usize> {
        let length = self.raw.len();
        self.raw.resize(length + self.appetite_bytes, 0);
        let result = loop {
            match self.source.read(&mut self.raw[length..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let read = result.as_ref().map_or(0, |read| *read);
        self.raw.truncate(length + read);
        if read == self.appetite_bytes {
            self.appetite_bytes = (self.appetite_bytes * 2).min(MOST_READ_BYTES);
        }
        result
    }

    /// Turns what was read into text whose lines all end in the same way, so that they can be counted.
    fn take(&mut self) -> io::Result<()> {
        self.text.drain(..self.given);
        self.given = 0;
        let before = self.text.len();
        self.decode()?;
        let mut last = self.last;
        self.last = self.text[before..].last().copied().unwrap_or(last);
        if last == b'\r' || memchr::memchr(b'\r', &self.text[before..]).is_some() {
            let mut written = before;
            for at in before..self.text.len() {
                let byte = std::mem::replace(&mut last, self.text[at]);
                // Of a return and a line feed one is left.
                if (byte, last) != (b'\r', b'\n') {
                    self.text[written] = if last == b'\r' { b'\n' } else { last };
                    written += 1;
                }
            }
            self.text.truncate(written);
        }
        if self.ended && !matches!(self.last, b'\n' | b'\r') {
            self.last = b'\n';
            self.text.push(b'\n');
        }
        Ok(())
    }

    /// Turns what was read into text.
    fn decode(&mut self) -> io::Result<()> {
        let Some(decoder) = &mut self.decoder else {
            self.text.append(&mut self.raw);
            return Ok(());
        };
        let mut at = 0;
        loop {
            let used = self.text.len();
            // Two bytes of GB18030 become three.
            self.text.resize(used + (self.raw.len() - at) * 3 / 2 + 16, 0);
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(
                &self.raw[at..],
                &mut self.text[used..],
                self.ended,
            );
            at += read;
            self.text.truncate(used + written);
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    self.raw.clear();
                    return Err(io::Error::new(io::ErrorKind::InvalidData, NoText));
                }
            }
        }
        self.raw.clear();
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.ended = self.read_more()? == 0;
            self.take()?;
        }
        let rest = &self.text[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        self.record_bytes += length;
        if self.record_bytes > self.max_record_bytes + MOST_READ_BYTES {
            return Err(io::Error::other(TooLong(self.max_record_bytes)));
        }
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    fn decoded(bytes: &[u8]) -> String {
        let mut source = Decoded::new(bytes, 1 << 20);
        source.delimiter().expect("memory can be read");
        let mut text = String::new();
        source.read_to_string(&mut text).expect("it is text");
        text
    }

    #[test]
    fn the_encodings_of_spreadsheets_are_told_apart() {
        let text = "学校名称,形成日期\n武陵区第一小学,2026年9月1日\n㐂𠀀,\n".repeat(9000);
        let (gb, _, _) = GB18030.encode(&text);
        let utf16: Vec<u8> =
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert!(decoded(text.as_bytes()) == text);
        assert!(decoded(text.replace('\n', "\r\n").as_bytes()) == text);
        assert!(decoded(text.replace('\n', "\r").as_bytes()) == text);
        assert!(decoded(text.trim_end().as_bytes()) == text);
        assert!(decoded(format!("\u{feff}{text}").as_bytes()) == text);
        assert!(decoded(&gb) == text);
        assert!(decoded(&utf16) == text);
    }

    #[test]
    fn the_sign_between_cells_is_told_by_the_headings() {
        for (text, sign) in [("a,b\n1;2;3;4", b','), ("a\tb,c\td", b'\t'), ("\"a,b,c\";d", b';'), ("a", b',')]
        {
            assert_eq!(Decoded::new(text.as_bytes(), 100).delimiter().ok(), Some(sign), "{text}");
        }
    }

    #[test]
    fn what_is_no_text_and_what_never_ends_is_an_error() {
        let mut source = Decoded::new(&b"a,\xff\xff\xff"[..], 100);
        assert!(source.delimiter().is_err_and(|error| is_no_text(&error)));
        let mut source = Decoded::new(io::repeat(b'x'), 1 << 20);
        assert!(io::copy(&mut source, &mut io::sink()).is_err_and(|error| too_long(&error).is_some()));
    }
}
