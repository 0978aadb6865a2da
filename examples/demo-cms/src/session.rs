//! Sessions: a random token in a cookie, its SHA-256 in the database.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{HeaderMap, HeaderValue};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::clock::seconds;
use crate::store::sessions::{self, Session};
use crate::visit::cookie;

/// Name of the cookie that holds the token.
const COOKIE_NAME: &str = "session";
/// How long somebody stays signed in, in seconds.
const SIGNED_IN_S: i64 = 8 * 60 * 60;
/// How long a sign-in page stays good, in seconds.
const SIGNING_IN_S: i64 = 60 * 60;

/// The signed-in editor of a page. Others are sent to the sign-in page.
#[derive(Debug, Clone)]
pub(crate) struct Editor {
    pub session: Session,
    pub name: String,
}

impl Editor {
    /// The editor behind a session, when it is one of a signed-in person.
    pub fn of(session: Session) -> Option<Self> {
        let name = session.account.clone()?;
        Some(Editor { session, name })
    }
}

impl FromRequestParts<Arc<App>> for Editor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let session = find(app, &parts.headers).await?;
        session
            .and_then(Editor::of)
            .ok_or_else(|| Redirect::to(&sign_in_address(parts.uri.path())).into_response())
    }
}

/// The address of the sign-in page that leads on to a page.
pub(crate) fn sign_in_address(next: &str) -> String {
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("/admin/sign-in?{query}")
}

/// The session that a request belongs to.
pub(crate) async fn find(app: &App, headers: &HeaderMap) -> Result<Option<Session>, Response> {
    let Some(key) = cookie(headers, COOKIE_NAME).map(key) else {
        return Ok(None);
    };
    let found = app.database.run(move |connection| sessions::find(connection, &key, seconds()));
    found.await.map_err(IntoResponse::into_response)
}

/// Opens a session and gives the cookie that leads to it.
pub(crate) fn open(
    connection: &rusqlite::Connection,
    account: Option<i64>,
) -> anyhow::Result<(Session, HeaderValue)> {
    let token = random_text(32)?;
    let csrf = random_text(32)?;
    let lasts_s = if account.is_some() { SIGNED_IN_S } else { SIGNING_IN_S };
    let key = key(&token);
    let now = seconds();
    sessions::open(connection, &key, account, &csrf, now, now + lasts_s)?;
    let session = sessions::find(connection, &key, now)?;
    let session = session.ok_or_else(|| anyhow::anyhow!("the session was just stored"))?;
    let cookie = format!("{COOKIE_NAME}={token}; Path=/; Max-Age={lasts_s}; HttpOnly; SameSite=Strict");
    Ok((session, HeaderValue::from_str(&cookie)?))
}

/// The cookie that makes a browser forget its session.
pub(crate) fn forgetting() -> HeaderValue {
    HeaderValue::from_static("session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
}

/// A random text of hexadecimal digits, two for each byte.
pub(crate) fn random_text(bytes: usize) -> anyhow::Result<String> {
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random).map_err(|error| anyhow::anyhow!("no random numbers: {error}"))?;
    let mut text = String::with_capacity(2 * bytes);
    for byte in random {
        write!(text, "{byte:02x}")?;
    }
    Ok(text)
}

/// What the database keeps of a token: a reader of the file cannot sign in with it.
fn key(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
