//! Which address is answered by what.

use std::time::Duration;

use axum::Router;
use axum::error_handling::HandleErrorLayer;
use axum::extract::{DefaultBodyLimit, State};
use axum::middleware;
use axum::routing::{get, post};
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;

use super::answer::{Answer, lasting};
use super::parameters::{Nothing, Query};
use super::service::Service;
use super::{assets, check, due, form, import, limits, lookup, reading, watch};
use crate::args::ServeOptions;

/// All routes with their limits. Health and figures are answered whatever else is asked.
pub fn router(service: Service, options: &ServeOptions) -> Router {
    let guarded = Router::new()
        .route("/v1/domains", get(lookup::domains))
        .route("/v1/domains/{domain}/items", get(lookup::items))
        .route("/v1/navigation", get(lookup::navigation))
        .route("/v1/items/{domain}/{item}/schema", get(lookup::schema))
        .route("/v1/items/{domain}/{item}/form", get(lookup::form))
        .route("/v1/items/{domain}/{item}/form/html", post(form::draw))
        .route("/v1/items/{domain}/{item}/form/entry", post(form::posted))
        .route("/v1/items/{domain}/{item}/example", get(lookup::example))
        .route("/v1/items/{domain}/{item}/check", post(check::of_item))
        .route("/v1/check", post(check::any))
        .route("/v1/reading", post(reading::data))
        .route("/v1/reading/html", post(reading::html))
        .route("/v1/due", get(due::of_text))
        .route("/v1/items/{domain}/{item}/due", get(due::of_item))
        .route("/v1/import", post(import::import))
        .route("/v1/assets", get(assets::list))
        .layer(
            ServiceBuilder::new()
                .layer(HandleErrorLayer::new(limits::given_up))
                .load_shed()
                // One count over all routes; the plain layer would count for each route by itself.
                .layer(GlobalConcurrencyLimitLayer::new(options.concurrency))
                .timeout(Duration::from_secs(options.timeout)),
        );
    Router::new()
        .merge(guarded)
        .route("/dist/{*path}", get(assets::serve))
        .route("/openapi.json", get(openapi))
        .route("/healthz", get(watch::alive))
        .route("/readyz", get(watch::ready))
        .route("/metrics", get(watch::metrics))
        .fallback(limits::nothing_here)
        .method_not_allowed_fallback(limits::no_such_method)
        .layer(DefaultBodyLimit::max(options.max_body << 20))
        .layer(CatchPanicLayer::custom(limits::panicked))
        .layer(middleware::from_fn_with_state(service.clone(), watch::watch))
        .with_state(service)
}

async fn openapi(State(service): State<Service>, _: Query<Nothing>) -> Answer {
    lasting(&service.openapi)
}
