//! Records of an Excel 97–2003 file, and the numbers and texts in them.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// Kinds of records.
pub(super) mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000a;
    pub const DATE_MODE: u16 = 0x0022;
    pub const PASSWORD: u16 = 0x002f;
    pub const FONT: u16 = 0x0031;
    pub const GO_ON: u16 = 0x003c;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const COLUMNS: u16 = 0x007d;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00bd;
    pub const BLANKS: u16 = 0x00be;
    pub const RICH_LABEL: u16 = 0x00d6;
    pub const CELL_FORMAT: u16 = 0x00e0;
    pub const MERGED: u16 = 0x00e5;
    pub const SHARED_TEXTS: u16 = 0x00fc;
    pub const SHARED_LABEL: u16 = 0x00fd;
    pub const EXTERNAL: u16 = 0x01ae;
    pub const BLANK: u16 = 0x0201;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const TRUTH: u16 = 0x0205;
    pub const TEXT_RESULT: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const SHORT_NUMBER: u16 = 0x027e;
    pub const NUMBER_FORMAT: u16 = 0x041e;
    pub const BEGIN: u16 = 0x0809;
}

/// A record. What did not fit into it follows in records of its own.
#[derive(Debug, Clone)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub pieces: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// The first piece.
    pub fn data(&self) -> &'a [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// A number of two bytes.
    pub fn short(&self, at: usize) -> Option<u16> {
        short(self.data(), at)
    }
}

/// The records from a place in the stream on.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
    /// The stream ends in the middle of a record.
    pub is_cut: bool,
}

impl<'a> Records<'a> {
    pub fn new(stream: &'a [u8], at: usize) -> Self {
        Records { stream, at, is_cut: false }
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = short(self.stream, self.at)?;
        let length = usize::from(short(self.stream, self.at + 2)?);
        let from = self.at + 4;
        let data = self.stream.get(from..from + length);
        if data.is_none() {
            self.is_cut = true;
        }
        self.at = from + length;
        Some((kind, data?))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.one()?;
        let mut pieces = vec![data];
        while short(self.stream, self.at) == Some(kind::GO_ON) {
            let Some((_, data)) = self.one() else { break };
            pieces.push(data);
        }
        Some(Record { kind, pieces })
    }
}

pub(super) fn short(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

pub(super) fn double(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at + 8)?.try_into().ok()?))
}

/// A number in four bytes: a whole one or the first half of a broken one, perhaps in hundredths.
pub(super) fn short_number(data: &[u8], at: usize) -> Option<f64> {
    let bits = long(data, at)?;
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    Some(if bits & 1 == 0 { number } else { number / 100.0 })
}

/// Reads across the pieces of a record.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    pieces: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

/// A text with the places, in units of UTF-16, from which other fonts hold.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub units: Vec<u16>,
    pub fonts: Vec<(u16, u16)>,
}

impl<'a> Cursor<'a> {
    pub fn new(pieces: &'a [&'a [u8]], at: usize) -> Self {
        Cursor { pieces, piece: 0, at }
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            let piece = self.pieces.get(self.piece)?;
            if let Some(byte) = piece.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.piece += 1;
            self.at = 0;
        }
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn long(&mut self) -> Option<u32> {
        Some(u32::from(self.short()?) | u32::from(self.short()?) << 16)
    }

    fn skip(&mut self, mut count: usize) {
        while let Some(piece) = self.pieces.get(self.piece) {
            let left = piece.len().saturating_sub(self.at);
            if count <= left {
                self.at += count;
                return;
            }
            count -= left;
            self.piece += 1;
            self.at = 0;
        }
    }

    /// A text with its length before it, in two bytes or in one. None where the record ends before it begins.
    pub fn text(&mut self, has_long_length: bool) -> Option<Text> {
        let length = if has_long_length { self.short()? } else { u16::from(self.byte()?) };
        let flags = self.byte()?;
        let font_count = if flags & 8 != 0 { self.short()? } else { 0 };
        let extra = if flags & 4 != 0 { self.long()? } else { 0 };
        let mut text = Text::default();
        let mut is_wide = flags & 1 != 0;
        let mut left = usize::from(length);
        while left > 0 {
            let Some(piece) = self.pieces.get(self.piece) else { break };
            if self.at >= piece.len() {
                self.piece += 1;
                self.at = 0;
                // The characters that follow say anew how wide they are.
                let Some(flags) = self.byte() else { break };
                is_wide = flags & 1 != 0;
                continue;
            }
            let rest = &piece[self.at..];
            let width = if is_wide { 2 } else { 1 };
            let count = left.min(rest.len() / width);
            if count == 0 {
                self.at = piece.len();
                continue;
            }
            if is_wide {
                text.units.extend(
                    rest[..count * 2].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])),
                );
            } else {
                text.units.extend(rest[..count].iter().map(|byte| u16::from(*byte)));
            }
            self.at += count * width;
            left -= count;
        }
        for _ in 0..font_count {
            let (Some(from), Some(font)) = (self.short(), self.short()) else { break };
            text.fonts.push((from, font));
        }
        self.skip(extra as usize);
        Some(text)
    }
}

/// The encoding of texts before Excel 97.
pub(super) fn encoding(code_page: u16) -> &'static Encoding {
    match code_page {
        936 | 10008 | 54936 => GB18030,
        950 | 10002 => BIG5,
        932 => SHIFT_JIS,
        949 => EUC_KR,
        65001 => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// Text of before Excel 97, with its length before it.
pub(super) fn narrow_text<'a>(
    data: &'a [u8],
    at: usize,
    has_long_length: bool,
    encoding: &'static Encoding,
) -> Cow<'a, str> {
    let (length, from) = if has_long_length {
        (usize::from(short(data, at).unwrap_or(0)), at + 2)
    } else {
        (usize::from(data.get(at).copied().unwrap_or(0)), at + 1)
    };
    let end = (from + length).min(data.len());
    encoding.decode_without_bom_handling(data.get(from..end).unwrap_or_default()).0
}
