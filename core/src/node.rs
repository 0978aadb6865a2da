//! What the check reads: a JSON document as a tree that borrows its texts.
//!
//! An entry comes as bytes, as in a file or a request, or as a [`Value`] that a host already holds. Both become the
//! same tree, without copying texts; members of an object stand in a row, since entries list them in the order of the
//! form more often than not, and a row is then quicker than any map.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Deeper values are not looked into; as deep as the JSON reader goes.
const MAX_DEPTH: u32 = 127;

/// With more members than this, repeated names are found by sorting.
const FEW_MEMBERS: usize = 32;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    Array(Vec<Node<'a>>),
    Object(Object<'a>),
    /// Something too deep to be an entry's value.
    TooDeep,
}

/// A JSON object: its members in the order of the document, each name once.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Object<'a>(Vec<(Cow<'a, str>, Node<'a>)>);

impl<'a> Node<'a> {
    /// Reads a document.
    ///
    /// # Errors
    /// Not JSON, or nested deeper than 127.
    pub fn parse(json: &'a [u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(json)
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Node::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Node::Bool(bool) => Some(*bool),
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Node<'a>]> {
        match self {
            Node::Array(items) => Some(items),
            _ => None,
        }
    }

    pub fn as_object(&self) -> Option<&Object<'a>> {
        match self {
            Node::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The member of an object.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.as_object()?.get(key)
    }

    /// The day that a text names.
    pub fn as_date(&self) -> Option<jiff::civil::Date> {
        self.as_str().and_then(crate::date::parse)
    }

    fn of(value: &'a Value, depth: u32) -> Self {
        match value {
            Value::Null => Node::Null,
            Value::Bool(bool) => Node::Bool(*bool),
            Value::Number(number) => number.as_f64().map_or(Node::TooDeep, Node::Number),
            Value::String(text) => Node::Text(Cow::Borrowed(text)),
            Value::Array(_) | Value::Object(_) if depth == 0 => Node::TooDeep,
            Value::Array(items) => Node::Array(items.iter().map(|item| Node::of(item, depth - 1)).collect()),
            Value::Object(map) => Node::Object(Object(
                map.iter()
                    .map(|(key, value)| (Cow::Borrowed(key.as_str()), Node::of(value, depth - 1)))
                    .collect(),
            )),
        }
    }
}

impl<'a> From<&'a Value> for Node<'a> {
    fn from(value: &'a Value) -> Self {
        Node::of(value, MAX_DEPTH)
    }
}

impl<'a> Object<'a> {
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.get_near(key, &mut 0)
    }

    /// The same, looked for from a place on; the place is then moved behind what was found.
    pub fn get_near(&self, key: &str, place: &mut usize) -> Option<&Node<'a>> {
        let (before, after) = self.0.split_at_checked(*place)?;
        let found = after.iter().position(|(name, _)| name == key).map(|index| *place + index);
        let found = found.or_else(|| before.iter().position(|(name, _)| name == key))?;
        *place = found + 1;
        Some(&self.0[found].1)
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| &**key)
    }

    pub fn values(&self) -> impl Iterator<Item = &Node<'a>> {
        self.0.iter().map(|(_, value)| value)
    }

    /// As JSON readers do, the last of several members of one name counts.
    fn of_members(mut members: Vec<(Cow<'a, str>, Node<'a>)>) -> Self {
        let is_superseded: Vec<bool> = if members.len() <= FEW_MEMBERS {
            if !(1..members.len()).any(|at| repeats(&members[..at], &members[at].0)) {
                return Object(members);
            }
            (0..members.len()).map(|at| repeats(&members[at + 1..], &members[at].0)).collect()
        } else {
            let mut order: Vec<usize> = (0..members.len()).collect();
            // The sort is stable: of one name, the last one of the document stands last.
            order.sort_by(|one, other| members[*one].0.cmp(&members[*other].0));
            let mut is_superseded = vec![false; members.len()];
            for pair in order.windows(2) {
                is_superseded[pair[0]] = members[pair[0]].0 == members[pair[1]].0;
            }
            is_superseded
        };
        let mut is_superseded = is_superseded.into_iter();
        members.retain(|_| !is_superseded.next().unwrap_or_default());
        Object(members)
    }
}

/// Whether the name stands among these members. Names of one object mostly differ in length or at their ends.
fn repeats(members: &[(Cow<'_, str>, Node<'_>)], wanted: &str) -> bool {
    members.iter().any(|(name, _)| {
        name.len() == wanted.len() && name.as_bytes().last() == wanted.as_bytes().last() && name == wanted
    })
}

impl<'de: 'a, 'a> Deserialize<'de> for Node<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor(std::marker::PhantomData))
    }
}

struct NodeVisitor<'a>(std::marker::PhantomData<&'a ()>);

impl<'de: 'a, 'a> Visitor<'de> for NodeVisitor<'a> {
    type Value = Node<'a>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<'a>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, bool: bool) -> Result<Node<'a>, E> {
        Ok(Node::Bool(bool))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node<'a>, E> {
        Ok(Node::Number(number))
    }

    #[expect(clippy::cast_precision_loss, reason = "rules compare magnitudes; no element counts beyond 2^53")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Node<'a>, E> {
        Ok(Node::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "rules compare magnitudes; no element counts beyond 2^53")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Node<'a>, E> {
        Ok(Node::Number(number as f64))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'a>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'a>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'a>, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element()? {
            nodes.push(node);
        }
        Ok(Node::Array(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'a>, A::Error> {
        let mut members = Vec::new();
        while let Some(key) = map.next_key_seed(Key)? {
            if members.is_empty() {
                members.reserve(8);
            }
            members.push((key, map.next_value()?));
        }
        Ok(Node::Object(Object::of_members(members)))
    }
}

/// The name of a member; serde's own reader of such texts copies them always.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_and_its_text_become_the_same_tree() {
        let value = json!({ "a": [1, -2.5, "文\n字", null, true], "b": { "c": {} }, "d": [] });
        let text = value.to_string();
        assert_eq!(Node::parse(text.as_bytes()).expect("it is JSON"), Node::from(&value));
    }

    #[test]
    fn of_several_members_of_one_name_the_last_counts() {
        let many: String = (0..40).map(|number| format!("\"k{}\":{number},", number % 20)).collect();
        for text in [r#"{"a":1,"b":2,"a":3,"a":4,"b":5}"#.to_owned(), format!("{{{many}\"z\":0}}")] {
            let value: Value = serde_json::from_str(&text).expect("it is JSON");
            let node = Node::parse(text.as_bytes()).expect("it is JSON");
            let object = node.as_object().expect("it is an object");
            assert_eq!(object.len(), value.as_object().expect("it is an object").len());
            for key in object.keys() {
                assert_eq!(node.get(key).and_then(Node::as_f64), value[key].as_f64(), "{key}");
            }
        }
    }

    #[test]
    fn depth_has_an_end() {
        let mut value = json!("x");
        for _ in 0..1000 {
            value = json!([value]);
        }
        let mut node = &Node::from(&value);
        let mut depth = 0;
        while let Some([inner]) = node.as_array() {
            node = inner;
            depth += 1;
        }
        assert_eq!((node, depth), (&Node::TooDeep, MAX_DEPTH));
        let text = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        assert!(Node::parse(text.as_bytes()).is_err());
    }
}
