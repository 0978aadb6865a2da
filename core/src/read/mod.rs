//! Reads the documents that this library wrote: packs, menus, calendars, reports.
//!
//! The readers that serde derives suit every format and stop at the first fault, letting go of what was read so far in
//! every possible place; in the browser that is a quarter of all code. Here the text becomes a tree first, a structure
//! takes its members from it by name, and the first fault is noted while reading goes on.

mod documents;

use std::cell::Cell;

use serde_json::Value;

/// A document cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
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
    /// Something is of another type, or none of the values that it may have.
    #[error("{0} is of another type or value")]
    Unfit(&'static str),
}

/// A text is no document of this library, or one of another version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// Not JSON, or a member is missing or of another type.
    #[error("unreadable document, expected “{expected}”: {reason}")]
    Unreadable {
        /// Format that was expected.
        expected: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// Another format or another version of it.
    #[error("format “{found}”, expected “{expected}”")]
    FormatUnknown {
        /// Format that was expected.
        expected: &'static str,
        /// What the document says.
        found: String,
    },
}

/// Reads a document and makes sure that it is of the expected format.
pub(crate) fn document<T: Readable>(
    json: &str,
    expected: &'static str,
    format_of: fn(&T) -> &String,
) -> Result<T, DocumentError> {
    let document: T =
        read(json).map_err(|error| DocumentError::Unreadable { expected, reason: error.to_string() })?;
    let found = format_of(&document);
    if found != expected {
        return Err(DocumentError::FormatUnknown { expected, found: found.clone() });
    }
    Ok(document)
}

/// Reads a document.
///
/// # Errors
/// The text is not JSON; a member is missing, of another type or none of the values that it may have.
pub(crate) fn read<T: Readable>(json: &str) -> Result<T, ReadError> {
    let document: Value = serde_json::from_str(json)
        .map_err(|error| ReadError::NotJson { line: error.line(), column: error.column() })?;
    let fault = Cell::new(None);
    let place = Place { value: Some(&document), name: "the document", fault: &fault };
    let read = T::read(&place);
    fault.get().map_or(Ok(read), Err)
}

/// What can be read from a place in a document.
pub(crate) trait Readable: Sized {
    /// The value; any value after a fault was noted.
    fn read(place: &Place<'_>) -> Self;
}

/// A place in a document.
pub(crate) struct Place<'a> {
    /// `None`: nothing is there.
    value: Option<&'a Value>,
    /// The member that it is, or that it is part of.
    name: &'static str,
    /// The first fault in the document.
    fault: &'a Cell<Option<ReadError>>,
}

impl<'a> Place<'a> {
    /// The member of this name.
    fn member(&self, name: &'static str) -> Place<'a> {
        let members = self.value.and_then(Value::as_object);
        if members.is_none() {
            self.note_fault();
        }
        Place { value: members.and_then(|members| members.get(name)), name, fault: self.fault }
    }

    /// What stands here, or the default of its type when there is nothing.
    fn or_default<T: Readable + Default>(&self) -> T {
        if self.value.is_some() { T::read(self) } else { T::default() }
    }

    fn note_fault(&self) {
        if self.fault.get().is_none() {
            let fault = if self.value.is_some() { ReadError::Unfit } else { ReadError::Missing };
            self.fault.set(Some(fault(self.name)));
        }
    }

    /// The value in the only form that fits.
    fn expect<T: Default>(&self, fitting: Option<T>) -> T {
        fitting.unwrap_or_else(|| {
            self.note_fault();
            T::default()
        })
    }

    fn text(&self) -> &'a str {
        self.expect(self.value.and_then(Value::as_str))
    }

    /// Which of the names stands here.
    fn position(&self, names: &[&str]) -> usize {
        let name = self.value.and_then(Value::as_str);
        self.expect(names.iter().position(|known| Some(*known) == name))
    }
}

impl Readable for String {
    fn read(place: &Place<'_>) -> Self {
        place.text().to_owned()
    }
}

impl Readable for crate::rules::texts::Watched {
    fn read(_: &Place<'_>) -> Self {
        // No document holds it.
        Self::default()
    }
}

impl Readable for bool {
    fn read(place: &Place<'_>) -> Self {
        place.expect(place.value.and_then(Value::as_bool))
    }
}

impl Readable for u32 {
    fn read(place: &Place<'_>) -> Self {
        place.expect(place.value.and_then(Value::as_u64).and_then(|number| number.try_into().ok()))
    }
}

impl Readable for f64 {
    fn read(place: &Place<'_>) -> Self {
        place.expect(place.value.and_then(Value::as_f64))
    }
}

impl Readable for Value {
    fn read(place: &Place<'_>) -> Self {
        place.expect(place.value.cloned())
    }
}

impl<T: Readable> Readable for Option<T> {
    fn read(place: &Place<'_>) -> Self {
        match place.value {
            None | Some(Value::Null) => None,
            Some(_) => Some(T::read(place)),
        }
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(place: &Place<'_>) -> Self {
        let rows = place.expect(place.value.and_then(Value::as_array).map(Vec::as_slice));
        rows.iter().map(|row| T::read(&Place { value: Some(row), ..*place })).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{ReadError, read};
    use crate::{Calendar, Pack, Report};

    const REPORT: &str = r#"{
        "format": "gongkai-report/1", "pack": "90-a", "edition": "1", "item": "b", "stage": "publish",
        "checked_on": "2026-09-01", "verdict": "blocked",
        "issues": [
            { "code": "number-out-of-range", "severity": "error", "blocks": true, "path": "/elements/c",
              "element": "c", "params": { "min": 1.5, "max": 2, "allowed": ["d"], "row": 1 }, "basis": "e",
              "repair": { "amount": [1, -1, 1.5, "f", null, true] } },
            { "code": "elements-blank", "severity": "warning", "blocks": false, "path": "", "repair": null }
        ]
    }"#;

    #[test]
    fn a_document_is_read_as_serde_reads_it() {
        let expected: Report = serde_json::from_str(REPORT).expect("it is a report");
        assert_eq!(read::<Report>(REPORT), Ok(expected));
        super::documents::assert_names_are_those_of_serde();
    }

    #[test]
    fn the_first_fault_is_named() {
        let fault = |from: &str, to: &str| read::<Report>(&REPORT.replace(from, to)).err();
        assert_eq!(fault("\"pack\"", "\"sack\""), Some(ReadError::Missing("pack")));
        assert_eq!(fault("\"90-a\"", "90"), Some(ReadError::Unfit("pack")));
        assert_eq!(fault("\"publish\"", "\"print\""), Some(ReadError::Unfit("stage")));
        assert_eq!(fault("elements-blank", "all-blank"), Some(ReadError::Unfit("code")));
        assert_eq!(fault("\"row\": 1", "\"row\": -1"), Some(ReadError::Unfit("row")));
        assert_eq!(fault("[\"d\"]", "[1]"), Some(ReadError::Unfit("allowed")));
        assert_eq!(fault("{", ""), Some(ReadError::NotJson { line: 2, column: 17 }));
        assert_eq!(read::<Report>("[]"), Err(ReadError::Unfit("the document")));
        assert!(Pack::from_json("{}").is_err());
        assert!(Calendar::from_json("{ \"format\": \"gongkai-working-days/1\", \"off\": [1] }").is_err());
    }
}
