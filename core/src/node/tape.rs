//! The pieces of a JSON document in one row, and how they get there.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::names::Names;
use super::{Node, plain};

/// Deeper values are not looked into; as deep as the JSON reader goes.
pub(super) const MAX_DEPTH: u32 = 127;

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

/// Room that is not kept: that of a row that no entry has.
const MOST_PIECES: usize = 4096;

thread_local! {
    /// The room of the row before: asking for memory takes as long as judging a few fields.
    static ROOM: Cell<Vec<Piece<'static>>> = const { Cell::new(Vec::new()) };
}

/// A JSON document as a row of pieces.
pub(crate) struct Tape<'a>(Vec<Piece<'a>>);

impl Drop for Tape<'_> {
    fn drop(&mut self) {
        let mut pieces = std::mem::take(&mut self.0);
        if pieces.capacity() <= MOST_PIECES {
            pieces.clear();
            // None is left to be mapped: it is the same room, for pieces that borrow from elsewhere.
            let room = pieces.into_iter().map(|_| Piece::Null).collect();
            let _ = ROOM.try_with(|kept| kept.set(room));
        }
    }
}

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
        Tape::parse_plain(text).map_or_else(|| Tape::parse_any(text), Ok)
    }

    /// The same by the quick reader alone, see [`plain`].
    pub(super) fn parse_plain(text: &'a str) -> Option<Self> {
        let mut tape = Tape::empty();
        plain::parse(text, &mut tape.0)?;
        Some(tape)
    }

    /// The same by the general reader alone.
    pub(super) fn parse_any(text: &'a str) -> Result<Self, serde_json::Error> {
        let mut tape = Tape::empty();
        let mut reader = serde_json::Deserializer::from_str(text);
        Writer(&mut tape).deserialize(&mut reader)?;
        reader.end()?;
        Ok(tape)
    }

    fn empty() -> Self {
        let mut room = ROOM.try_with(Cell::take).unwrap_or_default();
        room.reserve(USUAL_PIECES);
        Tape(room)
    }

    #[cfg(test)]
    pub(super) fn pieces(&self) -> &[Piece<'a>] {
        &self.0
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
}

impl<'a> From<&'a Value> for Tape<'a> {
    fn from(value: &'a Value) -> Self {
        let mut tape = Tape::empty();
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
        let mut names = Names::of(at);
        while map.next_key_seed(NameWriter(tape))?.is_some() {
            names.add(&mut tape.0);
            map.next_value_seed(Writer(tape))?;
        }
        names.end(&mut tape.0);
        tape.0[at] = Piece::Object(tape.0.len() - at);
        Ok(())
    }
}
