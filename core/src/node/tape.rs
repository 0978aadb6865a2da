//! The pieces of a JSON document in one row, and how they get there.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::Node;

/// Deeper values are not looked into; as deep as the JSON reader goes.
const MAX_DEPTH: u32 = 127;

/// With more members than this, repeated names are found by sorting.
const FEW_MEMBERS: usize = 64;

/// Room for the pieces of an entry of usual size.
const USUAL_PIECES: usize = 96;

/// A piece of a document. The length of an array or object counts all its pieces and its own.
#[derive(Debug, Clone)]
pub(super) enum Piece<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    /// A text with escapes.
    OwnText(Box<str>),
    Array(usize),
    Object(usize),
    /// Something too deep to be an entry's value.
    TooDeep,
    /// The name of a member that a later one of the same name takes the place of.
    Superseded,
}

impl Piece<'_> {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Piece::Text(text) => Some(text),
            Piece::OwnText(text) => Some(text),
            _ => None,
        }
    }
}

impl PartialEq for Piece<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Piece::Null, Piece::Null) => true,
            (Piece::Bool(one), Piece::Bool(other)) => one == other,
            (Piece::Number(one), Piece::Number(other)) => one == other,
            (Piece::Array(one), Piece::Array(other)) | (Piece::Object(one), Piece::Object(other)) => {
                one == other
            }
            _ => self.text().is_some() && self.text() == other.text(),
        }
    }
}

/// A JSON document as a row of pieces.
pub(crate) struct Tape<'a>(Vec<Piece<'a>>);

impl<'a> Tape<'a> {
    /// Reads a document.
    ///
    /// # Errors
    /// Not JSON, not UTF-8, or nested deeper than 127.
    pub fn parse(json: &'a [u8]) -> Result<Self, serde_json::Error> {
        // The whole text is looked through at once; the reader would do it for every piece.
        let Ok(text) = simdutf8::basic::from_utf8(json) else {
            return Err(Error::custom("invalid UTF-8"));
        };
        let mut tape = Tape(Vec::with_capacity(USUAL_PIECES));
        let mut reader = serde_json::Deserializer::from_str(text);
        Writer(&mut tape).deserialize(&mut reader)?;
        reader.end()?;
        Ok(tape)
    }

    /// The document itself.
    pub fn root(&self) -> Node<'_> {
        Node { pieces: &self.0 }
    }

    fn push(&mut self, value: &'a Value, depth: u32) {
        let at = self.0.len();
        let piece = match value {
            Value::Null => Piece::Null,
            Value::Bool(bool) => Piece::Bool(*bool),
            Value::Number(number) => number.as_f64().map_or(Piece::TooDeep, Piece::Number),
            Value::String(text) => Piece::Text(text),
            Value::Array(_) | Value::Object(_) if depth == 0 => Piece::TooDeep,
            Value::Array(_) => Piece::Array(0),
            Value::Object(_) => Piece::Object(0),
        };
        let goes_on = matches!(piece, Piece::Array(_) | Piece::Object(_));
        self.0.push(piece);
        match value {
            Value::Array(items) if goes_on => {
                items.iter().for_each(|item| self.push(item, depth - 1));
                self.0[at] = Piece::Array(self.0.len() - at);
            }
            Value::Object(map) if goes_on => {
                for (key, value) in map {
                    self.0.push(Piece::Text(key));
                    self.push(value, depth - 1);
                }
                self.0[at] = Piece::Object(self.0.len() - at);
            }
            _ => {}
        }
    }

    /// As JSON readers do, the last of several members of one name counts.
    fn supersede(&mut self, names: &[u32]) {
        let text = |at: u32| self.0[at as usize].text().unwrap_or_default();
        let mut order = names.to_vec();
        // The sort is stable: of one name, the last one of the document stands last.
        order.sort_by(|one, other| text(*one).cmp(text(*other)));
        let superseded: Vec<u32> =
            order.windows(2).filter(|pair| text(pair[0]) == text(pair[1])).map(|pair| pair[0]).collect();
        for at in superseded {
            self.0[at as usize] = Piece::Superseded;
        }
    }
}

impl<'a> From<&'a Value> for Tape<'a> {
    fn from(value: &'a Value) -> Self {
        let mut tape = Tape(Vec::with_capacity(USUAL_PIECES));
        tape.push(value, MAX_DEPTH);
        tape
    }
}

/// Writes the next value of a document behind what is there.
struct Writer<'t, 'a>(&'t mut Tape<'a>);

/// The same for the name of a member.
struct NameWriter<'t, 'a>(&'t mut Tape<'a>);

impl<'de: 'a, 'a> DeserializeSeed<'de> for Writer<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de: 'a, 'a> DeserializeSeed<'de> for NameWriter<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_str(Writer(self.0))
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Writer<'_, 'a> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.0.push(Piece::Null);
        Ok(())
    }

    fn visit_bool<E: Error>(self, bool: bool) -> Result<(), E> {
        self.0.0.push(Piece::Bool(bool));
        Ok(())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.0.0.push(Piece::Number(number));
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "rules compare magnitudes; no element counts beyond 2^53")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.visit_f64(number as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "rules compare magnitudes; no element counts beyond 2^53")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.visit_f64(number as f64)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.0.0.push(Piece::Text(text));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.0.push(Piece::OwnText(text.into()));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let at = self.0.0.len();
        self.0.0.push(Piece::Array(0));
        while items.next_element_seed(Writer(self.0))?.is_some() {}
        self.0.0[at] = Piece::Array(self.0.0.len() - at);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let tape = self.0;
        let at = tape.0.len();
        tape.0.push(Piece::Object(0));
        // Marks of the names so far: two names with the same mark may be the same.
        let mut marks = 0u128;
        let mut may_repeat = false;
        let mut members = 0;
        loop {
            let name = tape.0.len();
            if map.next_key_seed(NameWriter(tape))?.is_none() {
                break;
            }
            let mark = mark(tape.0[name].text().unwrap_or_default());
            may_repeat |= marks & mark != 0;
            marks |= mark;
            members += 1;
            map.next_value_seed(Writer(tape))?;
        }
        let length = tape.0.len() - at;
        tape.0[at] = Piece::Object(length);
        if may_repeat || members > FEW_MEMBERS {
            let mut names = Vec::with_capacity(members);
            let mut name = at + 1;
            while name < tape.0.len() {
                names.push(u32::try_from(name).map_err(A::Error::custom)?);
                name += 1 + Node { pieces: &tape.0[name + 1..] }.length();
            }
            tape.supersede(&names);
        }
        Ok(())
    }
}

/// One bit of 128 for a name.
fn mark(name: &str) -> u128 {
    let bytes = name.as_bytes();
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u32::from(*byte));
    let sum = byte(0) * 3
        + byte(bytes.len() / 2) * 7
        + byte(bytes.len().wrapping_sub(1)) * 13
        + byte(bytes.len() / 3) * 31;
    1 << ((sum + bytes.len() as u32 * 37) % 128)
}
