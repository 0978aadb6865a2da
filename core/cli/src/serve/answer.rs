//! Bodies with their media type.

use axum::body::Bytes;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::problem::Problem;

/// What a request is answered with.
pub type Answer = Result<Response, Problem>;

/// A body of this media type.
pub fn body(kind: &'static str, bytes: impl Into<Bytes>) -> Response {
    let mut response = bytes.into().into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// A document as JSON.
pub fn json(document: &impl Serialize) -> Answer {
    let bytes = serde_json::to_vec(document).map_err(|error| Problem::internal(&error))?;
    Ok(body("application/json", bytes))
}

/// A document that is the same until another version of the program runs.
pub fn lasting(document: &impl Serialize) -> Answer {
    let mut response = json(document)?;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("max-age=300"));
    Ok(response)
}
