//! An entry as citizens read it.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use gongkai::input::Place;
use gongkai_core::Reading;
use gongkai_core::text::Lang;

use super::answer::{Answer, body, json};
use super::parameters::{Body, Query, ReadingQuery, media_type, other_media_type};
use super::problem::Problem;
use super::service::Service;
use crate::items;

const JSON: &str = "application/json";

/// As data.
pub async fn data(
    State(service): State<Service>,
    Query(query): Query<ReadingQuery>,
    headers: HeaderMap,
    Body(entry): Body,
) -> Answer {
    json(&reading(&service, query.lang, &headers, entry).await?)
}

/// As a fragment of HTML.
pub async fn html(
    State(service): State<Service>,
    Query(query): Query<ReadingQuery>,
    headers: HeaderMap,
    Body(entry): Body,
) -> Answer {
    let reading = reading(&service, query.lang, &headers, entry).await?;
    Ok(body("text/html; charset=utf-8", reading.to_html()))
}

/// What was public stays readable when its item is gone.
async fn reading(
    service: &Service,
    lang: Lang,
    headers: &HeaderMap,
    entry: Bytes,
) -> Result<Reading, Problem> {
    if media_type(headers) != JSON {
        return Err(other_media_type(JSON));
    }
    let (own, length) = (service.clone(), entry.len());
    service
        .by_length(length, move || {
            Ok(items::reading(own.items.named_in(&entry, Place::ALONE).ok(), &entry, lang)?)
        })
        .await?
}
