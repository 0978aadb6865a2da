//! Discarding an import, after a page that asks.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use super::super::page;
use crate::app::App;
use crate::csrf::Posted;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::imports::{self, State as ImportState};
use crate::store::sessions;
use crate::texts;
use crate::visit::Visit;

/// A page that asks before something is taken away.
#[derive(Template)]
#[template(path = "admin/imports/ask.html")]
pub(super) struct AskPage {
    pub page: Page,
    pub sidebar: Sidebar,
    pub crumbs: Vec<Crumb>,
    pub question: &'static str,
    pub consequence: &'static str,
    pub button: &'static str,
    pub action: String,
    /// What is taken away.
    pub name: String,
    /// Where to go instead.
    pub back: String,
}

#[derive(Deserialize)]
pub(crate) struct Nothing {}

pub(crate) async fn ask(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    EntryId(id): EntryId,
) -> Answer {
    let stored = app.database.run(move |connection| imports::get(connection, id)).await?;
    let stored = stored.filter(|stored| stored.state == ImportState::Open).ok_or(Failure::NOT_FOUND)?;
    let (words, around) = (texts::import::of(visit.lang), texts::of(visit.lang));
    let back = format!("/admin/imports/{id}");
    html(&AskPage {
        page: page(&app, &visit, editor, words.discard_question).await?,
        sidebar: Sidebar::for_admin(&app.catalogue(), None, None),
        crumbs: vec![
            Crumb::new(around.admin_home, "/admin"),
            Crumb::new(around.import_table, "/admin/imports"),
            Crumb::new(&stored.report.document.name, &back),
        ],
        question: words.discard_question,
        consequence: words.discard_consequence,
        button: words.discard,
        action: format!("/admin/imports/{id}/discard"),
        name: stored.report.document.name,
        back,
    })
}

pub(crate) async fn discard(
    State(app): State<Arc<App>>,
    EntryId(id): EntryId,
    Posted { editor, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    let (now, key) = (app.clock.now(), editor.session.key);
    let done = app.database.run(move |connection| {
        let done = imports::discard(connection, id, now)?;
        if done {
            sessions::set_flash(connection, &key, "import-discarded")?;
        }
        Ok(done)
    });
    if !done.await? {
        return Err(Failure::NOT_FOUND);
    }
    Ok(Redirect::to("/admin/imports").into_response())
}
