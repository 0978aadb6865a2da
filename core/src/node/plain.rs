//! The quick reader: JSON as machines write it, straight from its bytes into a row of pieces.
//!
//! It only ever gives up. What is not plain — an escape, a fraction — is handed to the general reader piece by piece,
//! and a document in which anything is amiss as a whole; its word is the last one, and its errors are those that
//! users see.

use super::names::Names;
use super::tape::{MAX_DEPTH, Piece};

/// Whole numbers with so many digits at most are the same in binary.
const EXACT_DIGITS: usize = 15;

/// Reads a document into an empty row; `None`: the general reader has to be asked.
pub(super) fn parse<'a>(text: &'a str, pieces: &mut Vec<Piece<'a>>) -> Option<()> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, pieces };
    reader.skip_blanks();
    reader.value(MAX_DEPTH)?;
    reader.skip_blanks();
    (reader.at == text.len()).then_some(())
}

struct Reader<'a, 'p> {
    text: &'a str,
    bytes: &'a [u8],
    /// The next byte to be read.
    at: usize,
    pieces: &'p mut Vec<Piece<'a>>,
}

impl<'a> Reader<'a, '_> {
    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Whether this byte comes next, behind blanks; it is then read.
    fn takes(&mut self, byte: u8) -> bool {
        if self.next() != Some(byte) {
            self.skip_blanks();
            if self.next() != Some(byte) {
                return false;
            }
        }
        self.at += 1;
        true
    }

    /// Reads a value, which begins at once.
    fn value(&mut self, depth: u32) -> Option<()> {
        let piece = match self.next()? {
            b'"' => self.string()?,
            b'{' => return self.object(depth.checked_sub(1)?),
            b'[' => return self.array(depth.checked_sub(1)?),
            b'n' => self.word("null", Piece::Null)?,
            b't' => self.word("true", Piece::Bool(true))?,
            b'f' => self.word("false", Piece::Bool(false))?,
            _ => self.number()?,
        };
        self.pieces.push(piece);
        Some(())
    }

    fn word(&mut self, word: &str, piece: Piece<'a>) -> Option<Piece<'a>> {
        let is_next = self.bytes[self.at..].starts_with(word.as_bytes());
        self.at += word.len();
        is_next.then_some(piece)
    }

    fn array(&mut self, depth: u32) -> Option<()> {
        self.at += 1;
        let start = self.pieces.len();
        self.pieces.push(Piece::Array(0));
        if !self.takes(b']') {
            loop {
                self.skip_blanks();
                self.value(depth)?;
                if !self.takes(b',') {
                    break;
                }
            }
            if !self.takes(b']') {
                return None;
            }
        }
        self.pieces[start] = Piece::Array(self.pieces.len() - start);
        Some(())
    }

    fn object(&mut self, depth: u32) -> Option<()> {
        self.at += 1;
        let start = self.pieces.len();
        self.pieces.push(Piece::Object(0));
        if !self.takes(b'}') {
            let mut names = Names::of(start);
            loop {
                self.skip_blanks();
                if self.next() != Some(b'"') {
                    return None;
                }
                let name = self.string()?;
                self.pieces.push(name);
                names.add(self.pieces);
                if !self.takes(b':') {
                    return None;
                }
                self.skip_blanks();
                self.value(depth)?;
                if !self.takes(b',') {
                    break;
                }
            }
            if !self.takes(b'}') {
                return None;
            }
            names.end(self.pieces);
        }
        self.pieces[start] = Piece::Object(self.pieces.len() - start);
        Some(())
    }

    /// Reads a text, beginning at its quotation mark.
    fn string(&mut self) -> Option<Piece<'a>> {
        let start = self.at + 1;
        let end = start + plain_length(&self.bytes[start..]);
        match self.bytes.get(end)? {
            b'"' => {
                self.at = end + 1;
                self.text.get(start..end).map(Piece::Text)
            }
            b'\\' => self.escaped(end),
            _ => None,
        }
    }

    /// The same for a text with an escape at a place.
    fn escaped(&mut self, mut place: usize) -> Option<Piece<'a>> {
        let start = self.at;
        while *self.bytes.get(place)? == b'\\' {
            place += 2;
            place += plain_length(self.bytes.get(place..)?);
        }
        self.at = place + 1;
        serde_json::from_str(self.text.get(start..self.at)?).ok().map(Piece::OwnText)
    }

    fn number(&mut self) -> Option<Piece<'a>> {
        let rest = &self.bytes[self.at..];
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let digits = &rest[..rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len())];
        let start = self.at;
        self.at += digits.len();
        let is_plain = (1..=EXACT_DIGITS).contains(&digits.len())
            && (digits[0] != b'0' || digits.len() == 1)
            && digits.iter().all(u8::is_ascii_digit);
        if is_plain {
            let number = digits.iter().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
            return Some(Piece::Number(number));
        }
        serde_json::from_str(self.text.get(start..self.at)?).ok().map(Piece::Number)
    }
}

/// How many bytes there are before a quotation mark, a backslash or a control character.
fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let found = not_plain(u64::from_le_bytes(*word));
        if found != 0 {
            return index * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let is_not_plain = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    bytes.len() - rest.len() + rest.iter().position(is_not_plain).unwrap_or(rest.len())
}

/// The high bit of each of eight bytes that ends a plain text; behind the first one others may be set too.
fn not_plain(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // A byte below a limit borrows from its high bit.
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word;
    let is = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    (below(word, 0x20) | is(b'"') | is(b'\\')) & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{Node, Tape};
    use super::*;

    /// What readers treat in their own way.
    const SEEDS: &[&str] = &[
        r#"{"format":"gongkai-entry/1","title":"第1号示例","elements":{"a":["小学","初中"],"b":{"c":12.50}},"nil":null}"#,
        r#" [ { "a" : 1 , "b" : -0 , "a" : [ ] , "\u0061" : { } } , true , false , null , "甲\n乙\\\"丙" ] "#,
        r#"{"k":0.1,"l":1e3,"m":123456789012345,"n":1234567890123456,"o":18446744073709551616,"p":1E-400,"q":01}"#,
        r#"{"😀":"\ud83d\ude00","x-host":"\/\b\f\t","y":"\ud800","z":"é\u00e9"}"#,
        "{\r\n\t\"一\": \"二\",\n\t\"三\": [1, 22, 333]\n}\n",
        "[[[[[[[[\"12345678901234567\",\"1234567\",\"12345678\"]]]]]]]]",
    ];

    /// What is put into them.
    const PIECES: &[&str] = &[
        "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "1", "null", "true", "\n", " ",
        "\u{1}", "\u{7f}", "甲", "\\u00", "\\ud800", "\"a\":1,", "\u{feff}", "9999999", "\u{2028}",
    ];

    /// A linear congruential generator will do; the documents only have to be many.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).expect("31 bits") % limit
        }
    }

    fn mutated(random: &mut Random) -> String {
        let mut text: Vec<char> = SEEDS[random.below(SEEDS.len())].chars().collect();
        for _ in 0..random.below(4) {
            let start = random.below(text.len() + 1);
            let end = (start + random.below(3)).min(text.len());
            let piece = PIECES[random.below(PIECES.len())];
            text.splice(start..end, piece.chars().take(random.below(9)));
        }
        text.into_iter().collect()
    }

    /// Whether a node holds what a JSON reader makes a value of.
    fn is_same(node: Node<'_>, value: &Value) -> bool {
        match value {
            Value::Null => node.is_null(),
            Value::Bool(bool) => node.as_bool() == Some(*bool),
            Value::Number(number) => node.as_f64().map(f64::to_bits) == number.as_f64().map(f64::to_bits),
            Value::String(text) => node.as_str() == Some(text),
            Value::Array(items) => node.as_array().is_some_and(|array| {
                array.iter().count() == items.len()
                    && array.iter().zip(items).all(|(node, value)| is_same(node, value))
            }),
            Value::Object(map) => node.as_object().is_some_and(|object| {
                object.keys().count() == map.len()
                    && object
                        .members()
                        .all(|(key, node)| map.get(key).is_some_and(|value| is_same(node, value)))
            }),
        }
    }

    #[test]
    fn both_readers_take_the_same_documents_for_the_same() {
        let mut random = Random(2019);
        let (mut plain, mut taken) = (0, 0);
        for _ in 0..200_000 {
            let text = mutated(&mut random);
            let quick = Tape::parse_plain(&text).map(|tape| format!("{:?}", tape.pieces()));
            let general = Tape::parse_any(&text).ok().map(|tape| format!("{:?}", tape.pieces()));
            assert!(quick.is_none() || quick == general, "{text}: {quick:?}, {general:?}");
            let value = serde_json::from_str::<Value>(&text).ok();
            let tape = Tape::parse(text.as_bytes()).ok();
            assert_eq!(tape.is_some(), value.is_some(), "{text}");
            if let (Some(tape), Some(value)) = (tape, value) {
                assert!(is_same(tape.root(), &value), "{text}");
                plain += usize::from(quick.is_some());
                taken += 1;
            }
        }
        assert!(taken > 50_000 && taken < 150_000, "{taken} of the documents are JSON");
        assert_eq!(plain, taken, "what is JSON is read by the quick reader");
    }

    #[test]
    fn plain_texts_end_where_they_should() {
        let mut random = Random(2020);
        for _ in 0..100_000 {
            let bytes: Vec<u8> = (0..random.below(40))
                .map(|_| match random.below(30) {
                    0 => b'"',
                    1 => b'\\',
                    2 => u8::try_from(random.below(0x22)).expect("it is small"),
                    _ => u8::try_from(random.below(0x100)).expect("it is a byte") | 0x20,
                })
                .collect();
            let end = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20));
            assert_eq!(plain_length(&bytes), end.unwrap_or(bytes.len()), "{bytes:?}");
        }
    }
}
