//! What the check reads: a JSON document that borrows its texts.
//!
//! An entry comes as bytes, as in a file or a request, or as a [`Value`] that a host already holds. Both are written
//! out into one row of pieces, in the order of the document, without copying texts; a [`Node`] is a place in that row.
//! Members of an object stand in a row too, since entries list them in the order of the form more often than not, and a
//! row is then quicker than any map. Bytes are read by [`plain`], and by serde_json wherever that one gives up.
//!
//! [`Value`]: serde_json::Value

mod names;
mod plain;
mod tape;

use tape::Piece;
pub(crate) use tape::Tape;

/// A JSON value.
#[derive(Clone, Copy)]
pub(crate) struct Node<'t> {
    /// From the value's own piece to the end of the document.
    pieces: &'t [Piece<'t>],
}

/// A JSON array.
#[derive(Clone, Copy, Default)]
pub(crate) struct Array<'t> {
    /// The items one after the other.
    pieces: &'t [Piece<'t>],
}

/// A JSON object: its members in the order of the document.
#[derive(Clone, Copy, Default)]
pub(crate) struct Object<'t> {
    /// Name, value, name, value.
    pieces: &'t [Piece<'t>],
}

impl<'t> Node<'t> {
    pub const NULL: Node<'static> = Node { pieces: &[Piece::Null] };

    pub fn is_null(self) -> bool {
        matches!(self.pieces[0], Piece::Null)
    }

    pub fn as_str(self) -> Option<&'t str> {
        self.pieces[0].text()
    }

    pub fn as_f64(self) -> Option<f64> {
        match self.pieces[0] {
            Piece::Number(number) => Some(number),
            _ => None,
        }
    }

    pub fn as_bool(self) -> Option<bool> {
        match self.pieces[0] {
            Piece::Bool(bool) => Some(bool),
            _ => None,
        }
    }

    pub fn as_array(self) -> Option<Array<'t>> {
        match self.pieces[0] {
            Piece::Array(length) => Some(Array { pieces: &self.pieces[1..length] }),
            _ => None,
        }
    }

    pub fn as_object(self) -> Option<Object<'t>> {
        match self.pieces[0] {
            Piece::Object(length) => Some(Object { pieces: &self.pieces[1..length] }),
            _ => None,
        }
    }

    /// The member of an object.
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        self.as_object()?.get(key)
    }

    /// The day that a text names.
    pub fn as_date(self) -> Option<jiff::civil::Date> {
        self.as_str().and_then(crate::date::parse)
    }

    /// The name of the JSON type.
    pub fn type_name(self) -> &'static str {
        match self.pieces[0] {
            Piece::Null | Piece::Superseded => "null",
            Piece::Bool(_) => "boolean",
            Piece::Number(_) => "number",
            Piece::Text(_) | Piece::OwnText(_) => "string",
            Piece::Array(_) => "array",
            Piece::Object(_) => "object",
            Piece::TooDeep => "nested",
        }
    }

    /// Whether the value counts as none, see [`crate::blank`].
    pub fn is_blank(self) -> bool {
        match &self.pieces[0] {
            Piece::Null => true,
            Piece::Text(text) => crate::blank::is_blank_text(text),
            Piece::OwnText(text) => crate::blank::is_blank_text(text),
            Piece::Array(length) => Array { pieces: &self.pieces[1..*length] }.iter().all(Node::is_blank),
            Piece::Object(length) => Object { pieces: &self.pieces[1..*length] }.values().all(Node::is_blank),
            Piece::Bool(_) | Piece::Number(_) | Piece::TooDeep | Piece::Superseded => false,
        }
    }

    /// The same as a value of its own.
    #[cfg(feature = "json-schema")]
    pub fn to_value(self) -> serde_json::Value {
        use serde_json::Value;
        match self.pieces[0] {
            Piece::Null | Piece::TooDeep | Piece::Superseded => Value::Null,
            Piece::Bool(bool) => Value::Bool(bool),
            Piece::Number(number) => crate::field::plain_number(number),
            Piece::Text(text) => text.into(),
            Piece::OwnText(ref text) => (**text).into(),
            Piece::Array(length) => {
                Array { pieces: &self.pieces[1..length] }.iter().map(Node::to_value).collect()
            }
            Piece::Object(length) => Object { pieces: &self.pieces[1..length] }
                .members()
                .map(|(key, value)| (key.to_owned(), value.to_value()))
                .collect(),
        }
    }

    /// How many pieces the value is made of.
    fn length(self) -> usize {
        match self.pieces[0] {
            Piece::Array(length) | Piece::Object(length) => length,
            _ => 1,
        }
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        // Members in another order count as different, which only ever lets a repetition pass.
        self.pieces[..self.length()] == other.pieces[..other.length()]
    }
}

impl<'t> Array<'t> {
    pub fn iter(self) -> impl Iterator<Item = Node<'t>> {
        let mut pieces = self.pieces;
        std::iter::from_fn(move || {
            (!pieces.is_empty()).then(|| {
                let node = Node { pieces };
                pieces = &pieces[node.length()..];
                node
            })
        })
    }
}

impl<'t> Object<'t> {
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        self.get_near(key, &mut 0)
    }

    /// The same, looked for from a place on; the place is then moved behind what was found.
    pub fn get_near(self, key: &str, place: &mut usize) -> Option<Node<'t>> {
        let find = |from: usize, to: usize| {
            let mut at = from;
            while at < to {
                let value = Node { pieces: &self.pieces[at + 1..] };
                let behind = at + 1 + value.length();
                if self.pieces[at].text() == Some(key) {
                    return Some((value, behind));
                }
                at = behind;
            }
            None
        };
        let start = *place;
        let (value, behind) = find(start, self.pieces.len()).or_else(|| find(0, start))?;
        *place = behind;
        Some(value)
    }

    pub fn is_empty(self) -> bool {
        self.pieces.is_empty()
    }

    pub fn members(self) -> impl Iterator<Item = (&'t str, Node<'t>)> {
        let mut pieces = self.pieces;
        std::iter::from_fn(move || {
            while let [name, rest @ ..] = pieces {
                let value = Node { pieces: rest };
                pieces = &rest[value.length()..];
                if let Some(name) = name.text() {
                    return Some((name, value));
                }
            }
            None
        })
    }

    #[cfg(test)]
    pub fn keys(self) -> impl Iterator<Item = &'t str> {
        self.members().map(|(key, _)| key)
    }

    pub fn values(self) -> impl Iterator<Item = Node<'t>> {
        self.members().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn parse(text: &str) -> Tape<'_> {
        Tape::parse(text.as_bytes()).expect("it is JSON")
    }

    #[test]
    fn a_value_and_its_text_become_the_same() {
        let value = json!({ "a": [1, -2.5, "文\n字", null, true], "b": { "c": {} }, "d": [] });
        let text = value.to_string();
        assert!(parse(&text).root() == Tape::from(&value).root());
        assert!(parse("[1]").root() != parse("[2]").root());
    }

    #[test]
    fn members_are_found_from_any_place() {
        let tape = parse(r#"{"a":{"x":[1,2]},"b":"two","c":3}"#);
        let object = tape.root().as_object().expect("it is an object");
        let mut place = 0;
        assert_eq!(object.get_near("b", &mut place).and_then(Node::as_str), Some("two"));
        assert_eq!(object.get_near("c", &mut place).and_then(Node::as_f64), Some(3.0));
        assert!(object.get_near("a", &mut place).is_some_and(|a| a.get("x").is_some()));
        assert!(object.get_near("d", &mut place).is_none());
        assert_eq!(object.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn of_several_members_of_one_name_the_last_counts() {
        let many: String = (0..80).map(|number| format!("\"k{}\":{number},", number % 40)).collect();
        for text in [r#"{"a":1,"b":2,"a":3,"a":4,"b":5}"#.to_owned(), format!("{{{many}\"z\":0}}")] {
            let value: Value = serde_json::from_str(&text).expect("it is JSON");
            let tape = parse(&text);
            let object = tape.root().as_object().expect("it is an object");
            assert_eq!(object.keys().count(), value.as_object().expect("it is an object").len());
            for key in object.keys() {
                assert_eq!(object.get(key).and_then(Node::as_f64), value[key].as_f64(), "{key}");
            }
        }
    }

    #[test]
    fn blanks_are_blank() {
        let tape = parse(r#"[null, "", " \u3000", [], {}, [null, {"a": ""}]]"#);
        assert!(tape.root().is_blank());
        assert!(!parse(r#"{"a": [0]}"#).root().is_blank());
    }

    #[test]
    fn depth_has_an_end() {
        let mut value = json!("x");
        for _ in 0..1000 {
            value = json!([value]);
        }
        let tape = Tape::from(&value);
        let mut node = tape.root();
        while let Some(inner) = node.as_array().and_then(|array| array.iter().next()) {
            node = inner;
        }
        assert_eq!(node.type_name(), "nested");
        let text = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        assert!(Tape::parse(text.as_bytes()).is_err());
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", "{", "[1,]", "{\"a\":1}x", "\"\\ud800\"", "1e999", "\u{feff}{}"] {
            assert!(Tape::parse(text.as_bytes()).is_err(), "{text}");
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        }
        assert!(Tape::parse(b"\"\xff\"").is_err());
    }
}
