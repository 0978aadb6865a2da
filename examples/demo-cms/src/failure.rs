//! What goes wrong, and the page that says so.

use std::any::Any;

use askama::Template;
use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::page::Page;
use crate::texts;
use crate::visit::Visit;

/// A request that cannot be answered as wished; [`pages`] gives it its page.
#[derive(Debug)]
pub(crate) struct Failure(pub StatusCode);

impl Failure {
    pub const NOT_FOUND: Failure = Failure(StatusCode::NOT_FOUND);
}

/// What a handler answers.
pub(crate) type Answer = Result<Response, Failure>;

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

/// Our own fault: logged, without anything that a visitor sent.
impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        let error: anyhow::Error = error.into();
        tracing::error!("{error:#}");
        Failure(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

pub(crate) fn from_panic(_panic: Box<dyn Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    explanation: &'static str,
}

/// Gives answers that say no the page that explains it, whoever gave them.
pub(crate) async fn pages(visit: Visit, request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_server_error() {
        let route = matched.as_ref().map_or("no route", MatchedPath::as_str);
        tracing::error!("{status} at {method} {route}");
    }
    let is_page =
        response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let (title, explanation) = texts::error(status, visit.lang);
    let page = ErrorPage { page: Page::new(&visit, title), explanation };
    let Ok(html) = page.render() else {
        return response;
    };
    *response.body_mut() = Body::from(html);
    response.headers_mut().remove(CONTENT_LENGTH);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
