//! The number of an entry in an address.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use crate::failure::Failure;

/// The number of an entry; an address without one is not found.
pub(crate) struct EntryId(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for EntryId {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let path = Path::<i64>::from_request_parts(parts, state).await;
        path.map(|Path(id)| EntryId(id)).map_err(|_| Failure::NOT_FOUND)
    }
}
