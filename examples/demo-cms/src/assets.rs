//! Files: the style sheet and the mark in the program, the widgets in their folder.

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

use crate::app::App;

const STYLE: &str = include_str!("../assets/site.css");
const MARK: &str = include_str!("../assets/mark.svg");

/// What is served from files. Only these are compressed: a page with a secret in it must not be,
/// because its compressed length would tell about the secret.
pub(crate) fn router<S: Clone + Send + Sync + 'static>(app: &App) -> Router<S> {
    // Modules and the WebAssembly beside them belong together, so each is asked for again; most answers are 304.
    let widgets = ServeDir::new(&app.dist)
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false);
    Router::new()
        .nest_service("/widgets", widgets)
        .route("/assets/site.css", get(|| async { fixed("text/css; charset=utf-8", STYLE) }))
        .route("/assets/mark.svg", get(|| async { fixed("image/svg+xml", MARK) }))
        .layer(CompressionLayer::new())
}

fn fixed(kind: &'static str, text: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    response
}
