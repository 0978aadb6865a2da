//! Writing JSON.

use serde::Serialize;

/// A value as JSON text.
///
/// The `Display` of a JSON value does the same, but brings a second writer with indentation along: 2 KB compressed.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    // Everything written here has texts for keys, so that nothing can fail.
    serde_json::to_string(value).unwrap_or_default()
}
