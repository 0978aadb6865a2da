//! The form of an item as HTML, and what such a form has posted.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use gongkai_core::ItemRef;
use gongkai_core::text::Lang;
use gongkai_widgets::form::drawn::{Answer as Posted, Sheet};
use serde_json::{Value, json};

use super::answer::{Answer, body, json};
use super::parameters::{Body, FormQuery, Path, Query, media_type, other_media_type};
use super::problem::Problem;
use super::service::Service;
use crate::failure::Failure;

const JSON: &str = "application/json";
const POSTED: &str = "application/x-www-form-urlencoded";

/// Draws the form with the entry that comes as JSON, or with what such a form has posted.
pub async fn draw(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    Query(query): Query<FormQuery>,
    headers: HeaderMap,
    Body(bytes): Body,
) -> Answer {
    let item = service.item(&domain, &item)?;
    let kind = media_type(&headers);
    if kind != JSON && kind != POSTED {
        return Err(other_media_type("application/json / application/x-www-form-urlencoded"));
    }
    let own = service.clone();
    service.at_length(move || drawn(&own, item, &query, &bytes, kind == POSTED)).await?
}

fn drawn(
    service: &Service,
    item: ItemRef<'_>,
    query: &FormQuery,
    bytes: &Bytes,
    is_posted: bool,
) -> Result<Response, Problem> {
    let (mut entry, mut answer) = (None, None);
    if is_posted {
        answer = Some(read(item, bytes, query.lang)?);
    } else {
        let value: Value = serde_json::from_slice(bytes).map_err(Failure::NotJson)?;
        if !value.is_object() && !value.is_null() {
            return Err(Problem::malformed("an entry is a JSON object, and null is a new one"));
        }
        entry = value.is_object().then_some(value);
    }
    let mut sheet = Sheet::new(item, query.today, query.lang).with_calendar(gongkai::calendar());
    if let Some(local) = service.local() {
        sheet = sheet.with_local(local);
    }
    if let Some(entry) = &entry {
        sheet = sheet.with_entry(entry);
    }
    if let Some(answer) = &answer {
        sheet = sheet.with_answer(answer);
    }
    if query.issues {
        sheet = sheet.with_issues(true);
    }
    Ok(body("text/html; charset=utf-8", sheet.draw()))
}

/// The entry in what such a form has posted, and whether the editor asked the form for something instead of saving.
pub async fn posted(
    State(service): State<Service>,
    Path((domain, item)): Path<(String, String)>,
    Query(query): Query<FormQuery>,
    headers: HeaderMap,
    Body(bytes): Body,
) -> Answer {
    let item = service.item(&domain, &item)?;
    if media_type(&headers) != POSTED {
        return Err(other_media_type(POSTED));
    }
    let answer = read(item, &bytes, query.lang)?;
    json(&json!({ "entry": answer.output(item), "asking": answer.is_asking, "issues": answer.shows_issues }))
}

fn read(item: ItemRef<'_>, body: &[u8], lang: Lang) -> Result<Posted, Problem> {
    let pairs: Vec<_> = form_urlencoded::parse(body).collect();
    Ok(Posted::read(item, &pairs, lang).ok_or(Failure::NoForm)?)
}
