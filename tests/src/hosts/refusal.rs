//! What sites answer to a post past the form.

/// What a post past the form was answered with.
#[derive(Debug, serde::Deserialize)]
pub struct Refusal {
    /// The status of the answer.
    pub status: u16,
    /// Codes of the errors in the page that came back.
    pub codes: Vec<String>,
    /// The entry in the form that came back.
    pub kept: Option<String>,
}
