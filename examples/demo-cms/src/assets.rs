//! What widgets and pages load: style sheet and mark in the program, the widgets in their folder, local packs.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::Uri;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

use crate::app::App;
use crate::failure::{Answer, Failure};

const STYLE: &str = include_str!("../assets/site.css");
const MARK: &str = include_str!("../assets/mark.svg");

/// What is served from files. Only these are compressed: a page with a secret in it must not be,
/// because its compressed length would tell about the secret.
pub(crate) fn router(app: &App) -> Router<Arc<App>> {
    // Modules and the WebAssembly beside them belong together, so each is asked for again; most answers are 304.
    let widgets = ServeDir::new(&app.dist)
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false);
    Router::new()
        .nest_service("/widgets", widgets)
        .route("/assets/site.css", get(|| async { fixed("text/css; charset=utf-8", STYLE) }))
        .route("/assets/mark.svg", get(|| async { fixed("image/svg+xml", MARK) }))
        .route("/packs/{file}", get(pack))
        .route("/navigation/{file}", get(navigation))
        .layer(CompressionLayer::new())
}

/// A local pack. Its address has a digest of it, so that it can be kept for good.
async fn pack(State(app): State<Arc<App>>, uri: Uri) -> Answer {
    let json = app.catalogue().pack_json(uri.path()).ok_or(Failure::NOT_FOUND)?;
    Ok(kept(json))
}

/// The menu of a site with local packs. A page that was made before the last change gets the menu of now.
async fn navigation(State(app): State<Arc<App>>, uri: Uri) -> Answer {
    let catalogue = app.catalogue();
    match catalogue.navigation_json() {
        Some(json) if catalogue.navigation_address() == uri.path() => Ok(kept(json)),
        _ => Ok(Redirect::temporary(catalogue.navigation_address()).into_response()),
    }
}

fn kept(json: Bytes) -> Response {
    let mut response = json.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}

fn fixed(kind: &'static str, text: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    response
}
