//! Forms that were posted: read only with the token of the session they were made for.

use std::sync::Arc;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderMap};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;

use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, html_with};
use crate::session::{self, Editor, sign_in_address};
use crate::store::sessions::Session;
use crate::visit::Visit;

/// A form posted by a signed-in editor.
pub(crate) struct Posted<T> {
    pub editor: Editor,
    pub form: T,
}

/// A form posted by anybody, with the session that it was made for.
pub(crate) struct PostedByAnybody<T> {
    pub session: Session,
    pub form: T,
}

/// What every form has, and what must not be lost when it is refused.
#[derive(Deserialize)]
#[serde(from = "Vec<(String, String)>")]
struct Common {
    csrf: String,
    entry: Option<String>,
}

impl From<Vec<(String, String)>> for Common {
    fn from(controls: Vec<(String, String)>) -> Self {
        let text =
            |name: &str| controls.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
        // Forms without scripts post each value under the place that it has in the entry.
        let typed = controls.iter().filter(|(name, text)| name.starts_with('/') && !text.is_empty());
        let typed: Vec<String> = typed.map(|(name, text)| format!("{name}: {text}")).collect();
        Common {
            csrf: text("csrf").unwrap_or_default(),
            entry: text("entry").or_else(|| (!typed.is_empty()).then(|| typed.join("\n"))),
        }
    }
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused {
    page: Page,
    /// What was typed, to be copied.
    typed: Option<String>,
    sign_in: String,
}

impl<T: DeserializeOwned> FromRequest<Arc<App>> for Posted<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let read = Read::new(request, app).await?;
        let editor = read.session.clone().filter(|session| read.fits(session)).and_then(Editor::of);
        match editor {
            Some(editor) => Ok(Posted { form: read.form().map_err(IntoResponse::into_response)?, editor }),
            None if read.session.is_none() && read.common.entry.is_none() => {
                Err(Redirect::to(&sign_in_address("/admin")).into_response())
            }
            None => Err(refused(&read.visit, read.common.entry)),
        }
    }
}

impl<T: DeserializeOwned> FromRequest<Arc<App>> for PostedByAnybody<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let read = Read::new(request, app).await?;
        match read.session.clone().filter(|session| read.fits(session)) {
            Some(session) => {
                Ok(PostedByAnybody { form: read.form().map_err(IntoResponse::into_response)?, session })
            }
            None => Err(refused(&read.visit, read.common.entry)),
        }
    }
}

/// A form as it came.
struct Read {
    visit: Visit,
    session: Option<Session>,
    body: Bytes,
    common: Common,
}

impl Read {
    async fn new(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
        if !is_form(request.headers()) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let session = session::find(app, request.headers()).await?;
        let body = Bytes::from_request(request, app).await.map_err(IntoResponse::into_response)?;
        let common = parse(&body).map_err(IntoResponse::into_response)?;
        Ok(Read { visit, session, body, common })
    }

    fn fits(&self, session: &Session) -> bool {
        session.csrf.as_bytes().ct_eq(self.common.csrf.as_bytes()).into()
    }

    fn form<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        parse(&self.body)
    }
}

/// The page that says that a form was not made for whoever sent it.
pub(crate) fn refused(visit: &Visit, typed: Option<String>) -> Response {
    let title = crate::texts::of(visit.lang).refused_title;
    let refused = Refused { page: Page::new(visit, title), typed, sign_in: sign_in_address("/admin") };
    html_with(StatusCode::FORBIDDEN, &refused).unwrap_or_else(Failure::into_response)
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_urlencoded::from_bytes(body).map_err(|_| Failure(StatusCode::BAD_REQUEST))
}
