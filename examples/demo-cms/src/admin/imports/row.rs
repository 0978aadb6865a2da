//! One row of an import: looked at, corrected, confirmed or left out.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use gongkai_core::import::decide::{Decisions, FieldDecision};
use gongkai_core::import::questions::{open_questions, same_printed};
use gongkai_core::import::report::ImportedDomain;

use super::super::page;
use super::row_form::{self, RowParts};
use super::typed::Typed;
use super::{Opened, Place};
use crate::app::App;
use crate::csrf::Posted;
use crate::failure::{Answer, Failure};
use crate::session::Editor;
use crate::store::imports::{self, State as ImportState};
use crate::store::sessions;
use crate::texts;
use crate::visit::Visit;

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, editor: Editor, place: Place) -> Answer {
    let opened = Opened::new(&app, place).await?;
    let row = place.row.ok_or(Failure::NOT_FOUND)?;
    let page = page(&app, &visit, editor, "").await?;
    let is_open = opened.stored.state == ImportState::Open;
    let parts = RowParts { opened, row, typed: None, faults: Vec::new(), alert: None, is_open };
    row_form::answer(&app, StatusCode::OK, page, parts)
}

pub(crate) async fn save(
    State(app): State<Arc<App>>,
    visit: Visit,
    place: Place,
    Posted { editor, form }: Posted<Vec<(String, String)>>,
) -> Answer {
    let opened = Opened::new(&app, place).await?;
    let row = place.row.filter(|row| *row < opened.domain().items.len()).ok_or(Failure::NOT_FOUND)?;
    let goes_on = form.iter().any(|(name, value)| name == "action" && value == "next");
    let typed = Typed::posted(form);
    let item = &opened.domain().items[row];
    let faults = typed.faults(item, opened.work().decisions.item(row), visit.lang);
    if !faults.is_empty() {
        let page = page(&app, &visit, editor, "").await?;
        let is_open = opened.stored.state == ImportState::Open;
        let parts = RowParts { opened, row, typed: Some(typed), faults, alert: None, is_open };
        return row_form::answer(&app, StatusCode::UNPROCESSABLE_ENTITY, page, parts);
    }
    let (domain, posted, now) = (opened.domain().clone(), typed.clone(), app.clock.now());
    let key = editor.session.key.clone();
    let kept = app.database.run(move |connection| {
        let kept = imports::work(connection, place.import, place.domain, now, |work| {
            decide(&domain, row, &posted, &mut work.decisions);
        })?;
        if kept {
            sessions::set_flash(connection, &key, "row-saved")?;
        }
        Ok(kept)
    });
    if !kept.await? {
        let page = page(&app, &visit, editor, "").await?;
        let alert = Some(texts::import::of(visit.lang).closed);
        let parts = RowParts { opened, row, typed: Some(typed), faults: Vec::new(), alert, is_open: false };
        return row_form::answer(&app, StatusCode::CONFLICT, page, parts);
    }
    let address = if goes_on { next_question(&app, place, row, editor).await? } else { None };
    let page_of_row = row / super::review::PAGE_SIZE + 1;
    let address =
        address.unwrap_or_else(|| format!("{}?page={page_of_row}#row-{}", place.address(), row + 1));
    Ok(Redirect::to(&address).into_response())
}

/// Lays the decisions of a form down, also for the rows alike for which they are to hold.
fn decide(domain: &ImportedDomain, row: usize, typed: &Typed, decisions: &mut Decisions) {
    let Some(item) = domain.items.get(row) else { return };
    let decided = typed.decisions(item, decisions.item(row));
    let is_named =
        |names: &[String], decision: &FieldDecision| names.iter().any(|name| name == decision.field().name());
    for decision in decided.iter().filter(|decision| is_named(&typed.same, decision)) {
        for other in same_printed(domain, row, decision.field()) {
            let others = decisions.items.entry(other).or_default();
            // What somebody decided about the other row on its own stays.
            if others.field(decision.field()).is_none() {
                others.decide(decision.clone());
            }
        }
    }
    let own = decisions.items.entry(row).or_default();
    own.left_out = typed.is_left_out;
    own.is_seen = typed.is_seen;
    for decision in decided {
        own.decide(decision);
    }
    own.fields.retain(|decision| !is_named(&typed.undo, decision));
    decisions.items.retain(|_, decisions| *decisions != Default::default());
}

/// The row with the next open question after this one, from the top again after the last.
async fn next_question(
    app: &App,
    place: Place,
    row: usize,
    editor: Editor,
) -> Result<Option<String>, Failure> {
    let opened = Opened::new(app, place).await?;
    let open = open_questions(&opened.stored.report, opened.domain(), &opened.work().decisions);
    let next = open.iter().find(|question| question.item > row).or(open.first());
    if let Some(question) = next {
        let anchor = question.field.map_or("f-seen", super::notes::anchor);
        return Ok(Some(format!("{}/rows/{}#{anchor}", place.address(), question.item + 1)));
    }
    let key = editor.session.key;
    app.database.run(move |connection| sessions::set_flash(connection, &key, "rows-done")).await?;
    Ok(Some(place.address()))
}
