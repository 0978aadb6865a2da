//! A form with a file in it: read part by part, the token first, and never more kept than is allowed.

use std::sync::Arc;

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use subtle::ConstantTimeEq;

use crate::app::App;
use crate::csrf::refused;
use crate::failure::Failure;
use crate::session::{self, Editor, sign_in_address};
use crate::visit::Visit;

/// Longest file that is taken, in bytes.
pub(crate) const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;
/// Longest request that is read to its end. A file that is too long is read and forgotten up to here, so that the
/// browser gets to see the answer instead of a broken connection.
pub(crate) const MAX_UPLOAD_BYTES: usize = 4 * MAX_FILE_BYTES;
/// Longest file name that is kept, in characters.
const MAX_NAME_CHARS: usize = 200;

/// A form with a file, posted by a signed-in editor.
pub(crate) struct Upload {
    pub editor: Editor,
    pub file: UploadedFile,
}

/// What stood in the file field.
pub(crate) enum UploadedFile {
    Chosen { name: String, bytes: Vec<u8> },
    Missing,
    TooLong,
}

impl FromRequest<Arc<App>> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
        let session = session::find(app, request.headers()).await?;
        let Some(editor) = session.and_then(Editor::of) else {
            return Err(Redirect::to(&sign_in_address("/admin/imports/new")).into_response());
        };
        let parts = Multipart::from_request(request, app).await;
        let mut parts = parts.map_err(IntoResponse::into_response)?;
        let mut is_ours = false;
        loop {
            let part = match parts.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                Err(error) => {
                    let file = too_long(&error).map_err(IntoResponse::into_response)?;
                    return Ok(Upload { editor, file });
                }
            };
            match part.name() {
                Some("csrf") => {
                    let token = part.text().await.map_err(IntoResponse::into_response)?;
                    is_ours = editor.session.csrf.as_bytes().ct_eq(token.as_bytes()).into();
                }
                Some("file") if is_ours => {
                    let file = match file(part).await {
                        Ok(file) => file,
                        Err(error) => too_long(&error).map_err(IntoResponse::into_response)?,
                    };
                    return Ok(Upload { editor, file });
                }
                _ => break,
            }
        }
        if is_ours { Ok(Upload { editor, file: UploadedFile::Missing }) } else { Err(refused(&visit, None)) }
    }
}

async fn file(mut part: Field<'_>) -> Result<UploadedFile, MultipartError> {
    let name = part.file_name().unwrap_or_default();
    let name: String =
        name.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(MAX_NAME_CHARS).collect();
    let mut bytes = Vec::new();
    let mut is_too_long = false;
    while let Some(chunk) = part.chunk().await? {
        is_too_long |= bytes.len() + chunk.len() > MAX_FILE_BYTES;
        if is_too_long {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(if is_too_long {
        UploadedFile::TooLong
    } else if name.is_empty() && bytes.is_empty() {
        UploadedFile::Missing
    } else {
        UploadedFile::Chosen { name, bytes }
    })
}

fn too_long(error: &MultipartError) -> Result<UploadedFile, Failure> {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Ok(UploadedFile::TooLong)
    } else {
        Err(Failure(StatusCode::BAD_REQUEST))
    }
}
