//! Judges an entry, or many: one on each line.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use gongkai::input::{Batch, Batches, Format, InputError, Place};
use gongkai_core::{Context, Report};
use serde_json::json;

use super::answer::{Answer, body, json};
use super::parameters::{Body, CheckQuery, Path, Query, media_type, other_media_type};
use super::problem::Problem;
use super::service::Service;
use crate::items;

const JSON: &str = "application/json";
const NDJSON: &str = "application/x-ndjson";
/// Longer ones are judged beside the requests.
const SHORT: usize = 64 << 10;
/// Where an entry begins that is alone.
const ALONE: Place = Place { number: 1, line: 1, column: 0 };

/// Entries that name their items.
pub async fn any(
    State(service): State<Service>,
    Query(query): Query<CheckQuery>,
    headers: HeaderMap,
    Body(bytes): Body,
) -> Answer {
    match media_type(&headers).as_str() {
        JSON if bytes.len() <= SHORT => one(&service, &query, None, &bytes),
        JSON => {
            let own = service.clone();
            service.at_length(move || one(&own, &query, None, &bytes)).await?
        }
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
    Path(item): Path<(String, String)>,
    Query(query): Query<CheckQuery>,
    headers: HeaderMap,
    Body(bytes): Body,
) -> Answer {
    if media_type(&headers) != JSON {
        return Err(other_media_type(JSON));
    }
    if bytes.len() <= SHORT {
        return one(&service, &query, Some(&item), &bytes);
    }
    let own = service.clone();
    service.at_length(move || one(&own, &query, Some(&item), &bytes)).await?
}

fn one(service: &Service, query: &CheckQuery, item: Option<&(String, String)>, entry: &[u8]) -> Answer {
    let context = service.context(query.stage(), query.today());
    let item = match item {
        Some((domain, item)) => service.item(domain, item)?,
        None => service.items.named_in(entry, ALONE)?,
    };
    let report = items::judge(item, entry, ALONE, &context)?;
    service.metrics.judged(&report);
    if query.told { json(&report.told()) } else { json(&report) }
}

/// A report for each line, or why there is none; empty lines have none.
fn lines(service: &Service, query: &CheckQuery, bytes: &Bytes) -> Answer {
    let context = service.context(query.stage(), query.today());
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
    let judged: Result<Report, Problem> = service
        .items
        .named_in(text, place)
        .and_then(|item| items::judge(item, text, place, context))
        .map_err(Problem::from);
    match judged {
        Ok(report) => {
            service.metrics.judged(&report);
            let line = if query.told { json!(report.told()) } else { json!(report) };
            answers.extend_from_slice(line.to_string().as_bytes());
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
