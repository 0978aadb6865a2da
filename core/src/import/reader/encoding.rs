//! Which encoding a text is in: what its mark says, else UTF-8 when it is that, else what it declares, else a guess
//! among those used for Chinese.
//!
//! One rule for whole pages and for tables of which only the beginning is at hand.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a text the guess is made of.
const GUESS_BYTES: usize = 256 << 10;

/// The encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextEncoding {
    /// Which one.
    pub encoding: &'static Encoding,
    /// Length of the mark before the text, in bytes.
    pub mark_bytes: usize,
    /// Nothing says so, or something else is said that cannot be.
    pub is_guessed: bool,
}

/// Tells the encoding of a text from it or its beginning.
///
/// `declared` is the label that the text itself gives, such as `gb2312`. Not being valid in the last few bytes is no
/// fault, since a character may be cut in two there.
///
/// # Example
/// ```
/// use gongkai_core::import::reader::encoding::tell;
///
/// assert_eq!(tell("学校".as_bytes(), Some("gb2312")).encoding.name(), "UTF-8");
/// assert_eq!(tell(b"\xbd\xcc\xd3\xfd", Some("gb2312")).encoding.name(), "gb18030");
/// assert!(tell(b"\xbd\xcc\xd3\xfd", Some("utf-8")).is_guessed);
/// ```
#[must_use]
pub fn tell(bytes: &[u8], declared: Option<&str>) -> TextEncoding {
    let certain = |encoding, mark_bytes| TextEncoding { encoding, mark_bytes, is_guessed: false };
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        return certain(encoding, mark_bytes);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return TextEncoding { encoding, mark_bytes: 0, is_guessed: true };
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // GBK is a part of GB 18030, and one decoder reads both.
    let declared = declared.map(|encoding| if encoding == GBK { GB18030 } else { encoding });
    if is_utf8(bytes) {
        // Text without a character beyond ASCII reads the same in all of them.
        let is_other = declared.is_some_and(|encoding| encoding != UTF_8) && !bytes.is_ascii();
        return TextEncoding { encoding: UTF_8, mark_bytes: 0, is_guessed: is_other };
    }
    // A page that says it is UTF-16 could not have said so in ASCII.
    if let Some(encoding) = declared.filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding))
        && is_valid(bytes, encoding)
    {
        return certain(encoding, 0);
    }
    TextEncoding { encoding: guess(bytes, declared), mark_bytes: 0, is_guessed: true }
}

/// The text of bytes in an encoding; what stands for nothing becomes U+FFFD. True when there was such.
pub(super) fn decode<'a>(bytes: &'a [u8], told: TextEncoding) -> (Cow<'a, str>, bool) {
    told.encoding.decode_without_bom_handling(bytes.get(told.mark_bytes..).unwrap_or_default())
}

/// Whether so little of a text could not be decoded that it is text all the same.
pub(super) fn is_mostly_text(text: &str) -> bool {
    let lost =
        text.chars().filter(|char| matches!(char, '\u{fffd}' | '\0'..='\u{8}' | '\u{e}'..='\u{1a}')).count();
    // A damaged page loses a few characters; other data loses a large part.
    lost * 50 <= text.chars().count()
}

/// Whether bytes are UTF-8, or its beginning.
fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

fn is_valid(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0; 4096];
    let mut at = 0;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(&bytes[at..], &mut buffer, false);
        at += read;
        match result {
            encoding_rs::DecoderResult::InputEmpty => return true,
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::Malformed(..) => return false,
        }
    }
}

/// Chinese text in UTF-16 has few characters of ASCII, but line ends, separators and tags are, with their zero byte always
/// on one side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    // Letters and digits do not count: 开 is U+5F00, 一 is U+4E00, the blank between ideographs U+3000.
    let is_mark =
        |byte: u8| matches!(byte, b'\r' | b'\n' | b'\t' | b' ' | b',' | b';' | b'<' | b'>' | b'"' | b'=');
    let (mut little, mut big) = (0, 0);
    for pair in sample.chunks_exact(2) {
        little += usize::from(pair[1] == 0 && is_mark(pair[0]));
        big += usize::from(pair[0] == 0 && is_mark(pair[1]));
    }
    let least = (sample.len() / 256).max(4);
    if little >= least && little / 4 > big {
        Some(UTF_16LE)
    } else if big >= least && big / 4 > little {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if is_valid(bytes, GB18030) && !matches!(declared, Some(encoding) if encoding == BIG5) {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&bytes[..bytes.len().min(GUESS_BYTES)], bytes.len() <= GUESS_BYTES);
        let guessed = detector.guess(None, Utf8Detection::Deny);
        // Bytes of Big5 are mostly valid in GB 18030 too; other guesses mean nothing where the text is Chinese.
        return if guessed == BIG5 && is_valid(bytes, BIG5) { BIG5 } else { GB18030 };
    }
    if is_valid(bytes, BIG5) {
        return BIG5;
    }
    // Damaged text: the one that loses the least.
    let sample = &bytes[..bytes.len().min(GUESS_BYTES)];
    let lost = |encoding: &'static Encoding| {
        encoding.decode_without_bom_handling(sample).0.chars().filter(|char| *char == '\u{fffd}').count()
    };
    [GB18030, BIG5, UTF_8].into_iter().min_by_key(|encoding| lost(encoding)).unwrap_or(GB18030)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "义务教育领域基层政务公开标准目录，序号、公开事项、公开内容（要素）";

    #[test]
    fn marks_then_utf8_then_declarations_count() {
        let (gbk, _, _) = GBK.encode(TEXT);
        let (big5, _, _) = BIG5.encode("義務教育領域基層政務公開標準目錄，序號、公開事項、公開內容（要素）");
        let utf16: Vec<u8> =
            "\u{feff}".encode_utf16().chain(TEXT.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        let plain16: Vec<u8> =
            format!("{TEXT},\r\n{TEXT},\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let told = |bytes: &[u8], declared| {
            let told = tell(bytes, declared);
            (told.encoding.name(), told.is_guessed)
        };
        assert_eq!(told(TEXT.as_bytes(), None), ("UTF-8", false));
        assert_eq!(told(TEXT.as_bytes(), Some("gbk")), ("UTF-8", true));
        assert_eq!(told(&TEXT.as_bytes()[..TEXT.len() - 1], None), ("UTF-8", false));
        assert_eq!(told(&gbk, Some("gb2312")), ("gb18030", false));
        assert_eq!(told(&gbk[..gbk.len() - 1], Some("gb2312")), ("gb18030", false));
        assert_eq!(told(&gbk, Some("utf-8")), ("gb18030", true));
        assert_eq!(told(&gbk, None), ("gb18030", true));
        assert_eq!(told(&big5, Some("big5")), ("Big5", false));
        assert_eq!(told(&big5, None), ("Big5", true));
        assert_eq!(told(&utf16, None), ("UTF-16BE", false));
        assert_eq!(told(&plain16, None), ("UTF-16LE", true));
        assert_eq!(told(b"a,b", Some("gbk")), ("UTF-8", false));
    }
}
