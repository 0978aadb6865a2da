//! Reads the documents that were written by this library: packs, menus, calendars, reports.
//!
//! The readers that serde derives suit every format, and in the browser that generality costs more than all rules
//! together. Here the text becomes a tree once, and a structure takes its members from it in its own order, so that
//! of all that is derived only the short path is compiled. Members that nobody asks for are passed over.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

/// A document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReadError {
    /// No JSON at all.
    #[error("not JSON, line {line}, column {column}")]
    NotJson {
        /// Number of the line, from 1.
        line: usize,
        /// Number of the column, from 1.
        column: usize,
    },
    /// A member of an object is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A member of an object is of another type, or none of the values that it may have.
    #[error("{0} is of another type or value")]
    Unfit(&'static str),
}

/// What errors say until the member is known in which they happened.
const SOMETHING: &str = "the document";

impl Error for ReadError {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        ReadError::Unfit(SOMETHING)
    }
    // The texts of serde quote the input and list what was expected; each would bring its formatter along.
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        ReadError::Unfit(SOMETHING)
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        ReadError::Unfit(SOMETHING)
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        ReadError::Missing(SOMETHING)
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        ReadError::Unfit(SOMETHING)
    }
    fn missing_field(field: &'static str) -> Self {
        ReadError::Missing(field)
    }
}

/// Reads a document.
///
/// # Errors
/// The text is not JSON; a member is missing, of another type or none of the values that it may have.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Result<T, ReadError> {
    let document: Value = serde_json::from_str(json).map_err(|error| ReadError::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    T::deserialize(Reader(Some(&document)))
}

/// A value, or the place of one that is missing: only what is optional can be read from that.
#[derive(Clone, Copy)]
struct Reader<'a>(Option<&'a Value>);

const UNFIT: ReadError = ReadError::Unfit(SOMETHING);

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Some(Value::Null) => visitor.visit_unit(),
            Some(Value::Bool(_)) => self.deserialize_bool(visitor),
            Some(Value::Number(_)) => self.deserialize_f64(visitor),
            Some(Value::String(_)) => self.deserialize_string(visitor),
            Some(Value::Array(_)) => self.deserialize_seq(visitor),
            Some(Value::Object(members)) => visitor.visit_map(Members(members.iter(), None)),
            None => Err(UNFIT),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_bool(self.0.and_then(Value::as_bool).ok_or(UNFIT)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let number = self.0.ok_or(UNFIT)?;
        if let Some(number) = number.as_u64() {
            visitor.visit_u64(number)
        } else if let Some(number) = number.as_i64() {
            visitor.visit_i64(number)
        } else {
            visitor.visit_f64(number.as_f64().ok_or(UNFIT)?)
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_u64(self.0.and_then(Value::as_u64).ok_or(UNFIT)?)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_i64(self.0.and_then(Value::as_i64).ok_or(UNFIT)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_str(self.0.and_then(Value::as_str).ok_or(UNFIT)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            None | Some(Value::Null) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_seq(Rows(self.0.and_then(Value::as_array).ok_or(UNFIT)?.iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let object = self.0.and_then(Value::as_object).ok_or(UNFIT)?;
        let mut members = InOrder { object, fields, asked_for: SOMETHING };
        visitor.visit_seq(&mut members).map_err(|error| match error {
            ReadError::Missing(SOMETHING) => ReadError::Missing(members.asked_for),
            other => other,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let (name, content) = match self.0 {
            Some(Value::String(name)) => (name, None),
            Some(Value::Object(object)) if object.len() == 1 => {
                object.iter().next().map(|(name, content)| (name, Some(content))).ok_or(UNFIT)?
            }
            _ => return Err(UNFIT),
        };
        let index = variants.iter().position(|variant| variant == name);
        let index = index.and_then(|index| u32::try_from(index).ok()).ok_or(UNFIT)?;
        visitor.visit_enum(Variant { index, content })
    }

    forward_to_deserialize_any! {
        i8 i32 i64 i128 u8 u16 u64 u128 f32 char str bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        map identifier ignored_any
    }
}

/// The members of an object in the order of a structure's fields.
struct InOrder<'a> {
    object: &'a Map<String, Value>,
    fields: &'static [&'static str],
    asked_for: &'static str,
}

impl<'de> SeqAccess<'de> for InOrder<'_> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some((field, rest)) = self.fields.split_first() else {
            return Ok(None);
        };
        self.fields = rest;
        self.asked_for = field;
        let member = self.object.get(*field);
        match seed.deserialize(Reader(member)) {
            Ok(value) => Ok(Some(value)),
            // Then the structure takes its default, if it has one.
            Err(_) if member.is_none() => Ok(None),
            Err(ReadError::Unfit(SOMETHING)) => Err(ReadError::Unfit(field)),
            Err(error) => Err(error),
        }
    }
}

/// The rows of an array.
struct Rows<'a>(std::slice::Iter<'a, Value>);

impl<'de> SeqAccess<'de> for Rows<'_> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        self.0.next().map(|row| seed.deserialize(Reader(Some(row)))).transpose()
    }
}

/// The members of an object as they come, and the value of the last key asked for.
struct Members<'a>(serde_json::map::Iter<'a>, Option<&'a Value>);

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadError> {
        let Some((key, value)) = self.0.next() else {
            return Ok(None);
        };
        self.1 = Some(value);
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        seed.deserialize(Reader(self.1))
    }
}

/// A variant by its number, with what it holds.
struct Variant<'a> {
    index: u32,
    content: Option<&'a Value>,
}

impl<'de, 'a> EnumAccess<'de> for Variant<'a> {
    type Error = ReadError;
    type Variant = Reader<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Reader<'a>), ReadError> {
        let variant: U32Deserializer<ReadError> = self.index.into_deserializer();
        Ok((seed.deserialize(variant)?, Reader(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        if self.0.is_some() { Err(UNFIT) } else { Ok(()) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, ReadError> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.deserialize_struct("", fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::time_limit::Trigger;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Sheet {
        sheet_name: String,
        #[serde(default)]
        is_open: bool,
        limit: Option<f64>,
        #[serde(default)]
        rows: Vec<Row>,
        repair: Option<Value>,
        trigger: Trigger,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Row {
        year: i16,
    }

    #[test]
    fn a_document_is_read_as_serde_json_reads_it() {
        for text in [
            r#"{ "trigger": "formed-or-changed", "sheet-name": "a" }"#,
            r#"{ "sheet-name": "a", "is-open": true, "limit": 2, "rows": [{ "year": 2026, "more": 1 }],
                "repair": { "x": [1, -1, 1.5, "s", null, true] }, "trigger": { "event": "e" } }"#,
            r#"{ "sheet-name": "a", "limit": null, "repair": null, "trigger": { "event": "e" } }"#,
        ] {
            let expected: Sheet = serde_json::from_str(text).expect("the text is a sheet");
            assert_eq!(read::<Sheet>(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn errors_name_the_member() {
        for (text, error) in [
            ("{", ReadError::NotJson { line: 1, column: 1 }),
            ("[]", UNFIT),
            ("{}", ReadError::Missing("sheet-name")),
            (r#"{ "sheet-name": null }"#, ReadError::Unfit("sheet-name")),
            (r#"{ "sheet-name": "a", "rows": [{}] }"#, ReadError::Missing("year")),
            (r#"{ "sheet-name": "a", "rows": [{ "year": 70000 }] }"#, ReadError::Unfit("year")),
            (r#"{ "sheet-name": "a", "rows": [1] }"#, ReadError::Unfit("rows")),
            (r#"{ "sheet-name": "a", "trigger": "never" }"#, ReadError::Unfit("trigger")),
            (r#"{ "sheet-name": "a", "trigger": { "formed-or-changed": 1 } }"#, ReadError::Unfit("trigger")),
        ] {
            assert_eq!(read::<Sheet>(text), Err(error), "{text}");
        }
    }
}
