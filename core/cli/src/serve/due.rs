//! Counts a time limit from a day.

use axum::http::StatusCode;
use gongkai_core::time_limit::TimeLimit;

use super::answer::{Answer, json};
use super::parameters::{DueQuery, Query};
use super::problem::Problem;
use crate::command::due::{Count, limit_of};

pub async fn due(Query(query): Query<DueQuery>) -> Answer {
    let limit = match (&query.limit, &query.item) {
        (Some(text), None) => TimeLimit::parse(text),
        (None, Some(address)) => limit_of(address)?,
        _ => {
            return Err(Problem::new(
                StatusCode::BAD_REQUEST,
                "request-malformed",
                "limit 和 item 须指定且只能指定一个",
                "one of limit and item is needed, not both",
            ));
        }
    };
    json(&Count::new(&limit, query.from)?.document())
}
