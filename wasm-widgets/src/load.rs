//! Fetching packs, calendar and menu.

use gloo::net::http::Request;

/// A document could not be had.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum LoadError {
    /// No answer.
    #[error("{address}: {reason}")]
    NoAnswer { address: String, reason: String },
    /// An answer that is no document.
    #[error("{address}: status {status}")]
    Status { address: String, status: u16 },
    /// A document that cannot be read.
    #[error("{address}: {reason}")]
    Unreadable { address: String, reason: String },
}

impl LoadError {
    /// The code in the event `gongkai-error`.
    pub fn code(&self) -> &'static str {
        match self {
            LoadError::NoAnswer { .. } => "no-answer",
            LoadError::Status { .. } => "not-found",
            LoadError::Unreadable { .. } => "unreadable",
        }
    }
}

/// Fetches a text.
pub(crate) async fn text(address: &str) -> Result<String, LoadError> {
    let no_answer = |error: gloo::net::Error| LoadError::NoAnswer {
        address: address.to_owned(),
        reason: error.to_string(),
    };
    let response = Request::get(address).send().await.map_err(no_answer)?;
    if !response.ok() {
        return Err(LoadError::Status {
            address: address.to_owned(),
            status: response.status(),
        });
    }
    response.text().await.map_err(no_answer)
}

/// Fetches a document and reads it.
pub(crate) async fn document<T, E: std::fmt::Display>(
    address: &str,
    read: impl Fn(&str) -> Result<T, E>,
) -> Result<T, LoadError> {
    read(&text(address).await?).map_err(|error| LoadError::Unreadable {
        address: address.to_owned(),
        reason: error.to_string(),
    })
}
