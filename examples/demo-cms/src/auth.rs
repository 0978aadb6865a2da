//! Signing in and out.

use std::sync::Arc;
use std::time::Instant;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderMap, HeaderValue, RETRY_AFTER, SET_COOKIE};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::app::App;
use crate::csrf::{Posted, PostedByAnybody};
use crate::failure::{Answer, Failure};
use crate::page::{Page, html, html_with};
use crate::store::{accounts, sessions};
use crate::visit::Visit;
use crate::{session, texts};

/// Longest password that is compared, in bytes.
const MAX_PASSWORD_BYTES: usize = 1024;

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
struct SignInPage {
    page: Page,
    csrf: String,
    next: String,
    name: String,
    error: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct SignInForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct Nothing {}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let found = session::find(&app, &headers).await?;
    if found.as_ref().is_some_and(|session| session.account.is_some()) {
        return Ok(Redirect::to(safe(&wish.next)).into_response());
    }
    let (session, cookie) = match found {
        Some(session) => (session, None),
        None => {
            let opened = app.database.run(|connection| Ok(session::open(connection, None))).await;
            let opened = opened.map_err(IntoResponse::into_response)?;
            let (session, cookie) = opened.map_err(|error| Failure::from(error).into_response())?;
            (session, Some(cookie))
        }
    };
    let page = SignInPage {
        page: Page::new(&visit, texts::of(visit.lang).sign_in),
        csrf: session.csrf,
        next: safe(&wish.next).to_owned(),
        name: String::new(),
        error: None,
    };
    let mut response = html(&page).map_err(IntoResponse::into_response)?;
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

pub(crate) async fn sign_in(
    State(app): State<Arc<App>>,
    visit: Visit,
    PostedByAnybody { session, form }: PostedByAnybody<SignInForm>,
) -> Answer {
    let texts = texts::of(visit.lang);
    let refuse = |status: StatusCode, error: String| {
        let mut around = Page::new(&visit, texts.sign_in);
        around.has_problem = true;
        let page = SignInPage {
            page: around,
            csrf: session.csrf.clone(),
            next: safe(&form.next).to_owned(),
            name: form.name.clone(),
            error: Some(error),
        };
        html_with(status, &page)
    };
    if form.name.len() > 100 || form.password.len() > MAX_PASSWORD_BYTES {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, texts.sign_in_wrong.to_owned());
    }
    if let Err(wait) = app.throttle.begin(&form.name, Instant::now()) {
        let minutes = wait.as_secs().div_ceil(60);
        let error = texts::sign_in_pause(minutes, visit.lang);
        let mut response = refuse(StatusCode::TOO_MANY_REQUESTS, error)?;
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
        return Ok(response);
    }
    let Some(account) = compare(&app, form.name.clone(), form.password.clone()).await? else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, texts.sign_in_wrong.to_owned());
    };
    app.throttle.succeeded(&form.name);
    // A new token, so that one known before signing in is worth nothing after it.
    let opened = app.database.run(move |connection| {
        sessions::close(connection, &session.key)?;
        Ok(session::open(connection, Some(account)))
    });
    let (_, cookie) = opened.await??;
    let mut response = Redirect::to(safe(&form.next)).into_response();
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// The account that a name and a password belong to.
async fn compare(app: &Arc<App>, name: String, password: String) -> Result<Option<i64>, Failure> {
    let stored = app.database.run(move |connection| accounts::find(connection, &name)).await?;
    let app = Arc::clone(app);
    let compared = tokio::task::spawn_blocking(move || match stored {
        Some(account) => app.passwords.fits(&password, &account.password_hash).then_some(account.id),
        None => {
            app.passwords.fits_nobody(&password);
            None
        }
    });
    Ok(compared.await?)
}

pub(crate) async fn sign_out(
    State(app): State<Arc<App>>,
    Posted { editor, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    app.database.run(move |connection| sessions::close(connection, &editor.session.key)).await?;
    let mut response = Redirect::to("/").into_response();
    response.headers_mut().append(SET_COOKIE, session::forgetting());
    Ok(response)
}

/// The page to go on to: one of the editing pages, never another site.
fn safe(next: &str) -> &str {
    let is_plain = next.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte));
    if is_plain && next.starts_with("/admin/") { next } else { "/admin" }
}
