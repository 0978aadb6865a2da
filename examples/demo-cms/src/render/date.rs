//! Stored times as pages show them.

/// A stored local time as lists show it: `YYYY-MM-DD HH:MM`.
pub(crate) fn minute(stored: &str) -> String {
    stored.get(..16).unwrap_or(stored).replace('T', " ")
}

/// The day of a stored local time: `YYYY-MM-DD`.
pub(crate) fn day_of(stored: &str) -> &str {
    stored.get(..10).unwrap_or(stored)
}
