//! Reads an official table and says what was understood of it.

use axum::extract::State;
use axum::http::StatusCode;
use gongkai_core::text::Lang;

use super::answer::{Answer, json};
use super::parameters::{Body, ImportQuery, Query};
use super::problem::Problem;
use super::service::Service;
use crate::command::import::understood;

pub async fn import(
    State(service): State<Service>,
    Query(query): Query<ImportQuery>,
    Body(bytes): Body,
) -> Answer {
    let report = service.at_length(move || understood(&query.name, &bytes)).await?;
    let report = report.map_err(|error| {
        let (zh, en) = (error.told(Lang::Zh), error.told(Lang::En));
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "document-unreadable", zh, en)
    })?;
    json(&report)
}
