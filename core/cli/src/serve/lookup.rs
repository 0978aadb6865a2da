//! What there is: domains, items, their schemas, form models and examples, the menu.

use axum::extract::State;
use gongkai_core::Pack;
use serde_json::Value;

use super::answer::{Answer, json, lasting};
use super::parameters::{DayQuery, Nothing, Path, Query};
use super::service::Service;
use crate::command::list;
use crate::find;

pub async fn domains(_: Query<Nothing>) -> Answer {
    lasting(&gongkai::packs().iter().map(list::domain).collect::<Value>())
}

pub async fn items(Path(domain): Path<String>, _: Query<Nothing>) -> Answer {
    let pack: &Pack = find::domain(&domain)?;
    lasting(&pack.items().map(list::item).collect::<Value>())
}

pub async fn navigation(State(service): State<Service>, _: Query<Nothing>) -> Answer {
    lasting(&service.navigation)
}

pub async fn schema(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    _: Query<Nothing>,
) -> Answer {
    lasting(&service.item(&domain, &item)?.json_schema())
}

pub async fn form(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    _: Query<Nothing>,
) -> Answer {
    lasting(&service.item(&domain, &item)?.form())
}

pub async fn example(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    Query(query): Query<DayQuery>,
) -> Answer {
    json(&service.item(&domain, &item)?.example(query.today))
}
