//! Asking for the form of an entry, stored or new.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use gongkai_core::Stage;

use super::form::{self, Content, FormParts};
use super::page;
use crate::app::App;
use crate::document;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::session::Editor;
use crate::store::entries;
use crate::visit::Visit;

pub(crate) async fn new(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path((domain, id)): Path<(String, String)>,
) -> Answer {
    let found = app.catalogue().find(&domain, &id).filter(|found| found.is_current);
    let found = found.ok_or(Failure::NOT_FOUND)?;
    let page = page(&app, &visit, editor, &found.item().name).await?;
    let content = Content::Entry { entry: document::blank(found.item()), report: None };
    let parts = FormParts { found: &found, stored: None, content, alert: None };
    form::answer(&app, StatusCode::OK, page, parts)
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    EntryId(id): EntryId,
) -> Answer {
    let stored = app.database.run(move |connection| entries::get(connection, id)).await?;
    let stored = stored.ok_or(Failure::NOT_FOUND)?;
    let found = app.catalogue().find(&stored.pack, &stored.item).ok_or(Failure::NOT_FOUND)?;
    let item = found.item();
    let page = page(&app, &visit, editor, &item.name).await?;
    let content = match document::read(stored.current(), item) {
        Ok(entry) => {
            let report = document::check(&entry, item, Stage::Draft, app.clock.today());
            Content::Entry { entry, report: (!report.issues.is_empty()).then_some(report) }
        }
        Err(_) => Content::Raw(stored.current().to_owned()),
    };
    let parts = FormParts { found: &found, stored: Some(&stored), content, alert: None };
    form::answer(&app, StatusCode::OK, page, parts)
}
