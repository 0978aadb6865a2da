//! Watches each request: counts it, and writes a line that has nothing in it of what the request was about.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::body;
use super::problem::Problem;
use super::service::Service;

/// The route of a request that there is none for.
const NO_ROUTE: &str = "none";

/// Counts and logs.
pub async fn watch(State(service): State<Service>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let begun = service.metrics.begun();
    let method = request.method().clone();
    // The pattern and not the path: people put anything into paths.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    drop(begun);
    let route = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let (status, time) = (response.status().as_u16(), start.elapsed());
    service.metrics.answered(route, status, time);
    let microseconds = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(%method, route, status, microseconds, "request");
    } else {
        tracing::info!(%method, route, status, microseconds, "request");
    }
    response
}

/// The process is alive.
pub async fn alive() -> Response {
    body("application/json", r#"{"status":"ok"}"#)
}

/// Requests are welcome; not any more once the process has been asked to end.
pub async fn ready(State(service): State<Service>) -> Response {
    if service.ready.is_true() {
        return alive().await;
    }
    Problem::new(
        axum::http::StatusCode::SERVICE_UNAVAILABLE,
        "ending",
        "服务即将停止",
        "the service is ending",
    )
    .into_response()
}

/// The figures.
pub async fn metrics(State(service): State<Service>) -> Result<Response, Problem> {
    let written = service.metrics.write().map_err(|error| Problem::internal(&error))?;
    Ok(body("application/openmetrics-text; version=1.0.0; charset=utf-8", written))
}
