//! Judges an entry, or many: one on each line.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use gongkai::input::{Batch, Batches, Format, InputError, Place};
use gongkai_core::{Context, ItemRef};
use serde_json::json;

use super::answer::{Answer, body};
use super::parameters::{Body, CheckQuery, Path, Query, media_type, other_media_type};
use super::problem::Problem;
use super::service::Service;
use crate::items;

const JSON: &str = "application/json";
const NDJSON: &str = "application/x-ndjson";

/// Entries that name their items.
pub async fn any(
    State(service): State<Service>,
    Query(query): Query<CheckQuery>,
    headers: HeaderMap,
    Body(bytes): Body,
) -> Answer {
    match media_type(&headers).as_str() {
        JSON => one(service, query, None, bytes).await,
        NDJSON => {
            let own = service.clone();
            service.at_length(move || lines(&own, &query, &bytes)).await?
        }
        _ => Err(other_media_type("application/json / application/x-ndjson")),
    }
}

/// An entry of the item that the path names.
pub async fn of_item(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    Query(query): Query<CheckQuery>,
    headers: HeaderMap,
    Body(bytes): Body,
) -> Answer {
    if media_type(&headers) != JSON {
        return Err(other_media_type(JSON));
    }
    let item = service.item(&domain, &item)?;
    one(service, query, Some(item), bytes).await
}

/// An entry of an item, by default of the one that it names.
async fn one(service: Service, query: CheckQuery, item: Option<ItemRef<'static>>, entry: Bytes) -> Answer {
    let (own, length) = (service.clone(), entry.len());
    let judged = move || {
        let item = item.map_or_else(|| own.items.named_in(&entry, Place::ALONE), Ok)?;
        let context = own.context(query.stage, query.today);
        Ok(body(JSON, report(&own, item, &entry, Place::ALONE, &context, query.told)?))
    };
    service.by_length(length, judged).await?
}

/// The report on an entry as JSON.
fn report(
    service: &Service,
    item: ItemRef<'_>,
    entry: &[u8],
    place: Place,
    context: &Context<'_>,
    is_told: bool,
) -> Result<Vec<u8>, Problem> {
    let report = items::judge(item, entry, place, context)?;
    service.metrics.judged(&report);
    let written = if is_told { serde_json::to_vec(&report.told()) } else { serde_json::to_vec(&report) };
    written.map_err(|error| Problem::internal(&error))
}

/// A report for each line, or why there is none; empty lines have none.
fn lines(service: &Service, query: &CheckQuery, bytes: &Bytes) -> Answer {
    let context = service.context(query.stage, query.today);
    let batches = Batches::open(&bytes[..], "".as_ref(), Some(Format::Ndjson), None)
        .map_err(|error| unreadable(&error))?;
    let mut answers = Vec::with_capacity(bytes.len());
    for batch in batches {
        match batch {
            Ok(Batch::Json(texts)) => {
                for (place, text) in texts.iter() {
                    write_line(service, query, &context, text, place, &mut answers);
                }
            }
            Ok(_) => {}
            Err(error) => write_failure(&unreadable(&error), None, &mut answers),
        }
    }
    Ok(body(NDJSON, answers))
}

fn write_line(
    service: &Service,
    query: &CheckQuery,
    context: &Context<'_>,
    text: &[u8],
    place: Place,
    answers: &mut Vec<u8>,
) {
    let item = service.items.named_in(text, place).map_err(Problem::from);
    match item.and_then(|item| report(service, item, text, place, context, query.told)) {
        Ok(line) => {
            answers.extend(line);
            answers.push(b'\n');
        }
        Err(problem) => write_failure(&problem, Some(place), answers),
    }
}

fn write_failure(problem: &Problem, place: Option<Place>, answers: &mut Vec<u8>) {
    let line = json!({
        "failure": { "code": problem.code, "line": place.map(|place| place.line), "message": problem.message() }
    });
    answers.extend_from_slice(line.to_string().as_bytes());
    answers.push(b'\n');
}

fn unreadable(error: &InputError) -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "entry-unreadable",
        format!("无法读取：{error}"),
        format!("cannot be read: {error}"),
    )
}
