//! What a call answers: a document, or why there is none.

use serde_json::json;

/// Why a call has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Stable, such as `pack-unreadable`.
    pub code: &'static str,
    /// For people, in English.
    pub message: String,
}

impl Failure {
    pub(crate) fn new(code: &'static str, message: impl ToString) -> Self {
        Failure { code, message: message.to_string() }
    }
}

/// The JSON text of a document, or a failure.
pub type Answer = Result<String, Failure>;

/// First byte of an answer that is a document.
const DOCUMENT: u8 = 0;
/// First byte of an answer that is a failure.
const FAILURE: u8 = 1;

/// An answer as it crosses the boundary: a byte that says which, then JSON.
#[must_use]
pub fn to_bytes(answer: &Answer) -> Vec<u8> {
    let (first, text) = match answer {
        Ok(text) => (DOCUMENT, text.clone()),
        Err(failure) => (FAILURE, json!({ "code": failure.code, "message": failure.message }).to_string()),
    };
    let mut bytes = Vec::with_capacity(text.len() + 1);
    bytes.push(first);
    bytes.extend_from_slice(text.as_bytes());
    bytes
}
