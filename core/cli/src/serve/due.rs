//! Counts a time limit from a day.

use axum::extract::State;
use gongkai_core::time_limit::TimeLimit;

use super::answer::{Answer, json};
use super::parameters::{DueQuery, FromQuery, Path, Query};
use super::service::Service;
use crate::command::due::Count;
use crate::failure::Failure;

/// A time limit as printed.
pub async fn of_text(Query(query): Query<DueQuery>) -> Answer {
    json(&Count::new(&TimeLimit::parse(&query.limit), query.from)?.document())
}

/// The time limit of an item.
pub async fn of_item(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    Query(query): Query<FromQuery>,
) -> Answer {
    let found = service.item(&domain, &item)?;
    let limit = found.time_limit.as_ref().ok_or_else(|| Failure::LimitMissing(format!("{domain}/{item}")))?;
    json(&Count::new(limit, query.from)?.document())
}
