//! Fetching packs, calendar and menu.

use std::fmt::Display;

use crate::boundary::Hooks;

/// A document could not be had.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LoadError {
    /// The code in the event `gongkai-error`.
    pub code: &'static str,
    /// The address and what is wrong with it.
    pub message: String,
}

/// Fetches a document, reads it and hands it over.
pub(crate) fn document<T: 'static, E: Display + 'static>(
    hooks: &Hooks,
    address: &str,
    read: fn(&str) -> Result<T, E>,
    done: impl FnOnce(Result<T, LoadError>) + 'static,
) {
    let asked = address.to_owned();
    hooks.load(address, move |status, text| {
        let (code, reason) = match status {
            0 => ("no-answer", text),
            200..300 => match read(&text) {
                Ok(document) => return done(Ok(document)),
                Err(error) => ("unreadable", error.to_string()),
            },
            _ => ("not-found", format!("status {status}")),
        };
        done(Err(LoadError { code, message: format!("{asked}: {reason}") }));
    });
}
