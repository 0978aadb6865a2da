//! Taking away: deleting a draft and withdrawing what is public, each after a page that asks.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use super::page;
use super::rows::title;
use crate::app::App;
use crate::csrf::Posted;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html_with};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::entries::{self, Change, Stored};
use crate::store::sessions;
use crate::texts;
use crate::visit::Visit;

#[derive(Debug, Deserialize)]
pub(crate) struct Confirmation {
    #[serde(default)]
    version: i64,
}

/// What is to be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Removal {
    /// A draft of which nothing is public.
    Draft,
    /// Changes to something public.
    Changes,
    /// Something public.
    Publication,
}

#[derive(Template)]
#[template(path = "admin/remove.html")]
struct RemovePage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    question: &'static str,
    consequence: &'static str,
    button: &'static str,
    action: String,
    entry_title: String,
    id: i64,
    version: i64,
    alert: Option<String>,
}

pub(crate) async fn ask_delete(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    EntryId(id): EntryId,
) -> Answer {
    let stored = find(&app, id).await?;
    let removal = deletion(&stored)?;
    ask(&app, &visit, editor, &stored, removal, StatusCode::OK).await
}

pub(crate) async fn ask_withdraw(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    EntryId(id): EntryId,
) -> Answer {
    let stored = find(&app, id).await?;
    if stored.published.is_none() {
        return Err(Failure::NOT_FOUND);
    }
    ask(&app, &visit, editor, &stored, Removal::Publication, StatusCode::OK).await
}

pub(crate) async fn delete(
    State(app): State<Arc<App>>,
    visit: Visit,
    EntryId(id): EntryId,
    Posted { editor, form }: Posted<Confirmation>,
) -> Answer {
    let stored = find(&app, id).await?;
    let removal = deletion(&stored)?;
    remove(&app, &visit, editor, &stored, removal, form.version).await
}

pub(crate) async fn withdraw(
    State(app): State<Arc<App>>,
    visit: Visit,
    EntryId(id): EntryId,
    Posted { editor, form }: Posted<Confirmation>,
) -> Answer {
    let stored = find(&app, id).await?;
    remove(&app, &visit, editor, &stored, Removal::Publication, form.version).await
}

async fn find(app: &App, id: i64) -> Result<Stored, Failure> {
    let stored = app.database.run(move |connection| entries::get(connection, id)).await?;
    stored.ok_or(Failure::NOT_FOUND)
}

/// What deleting would take away; what is public without changes has to be withdrawn first.
fn deletion(stored: &Stored) -> Result<Removal, Failure> {
    match (&stored.draft, &stored.published) {
        (_, None) => Ok(Removal::Draft),
        (Some(_), Some(_)) => Ok(Removal::Changes),
        (None, Some(_)) => Err(Failure::NOT_FOUND),
    }
}

async fn remove(
    app: &App,
    visit: &Visit,
    editor: Editor,
    stored: &Stored,
    removal: Removal,
    version: i64,
) -> Answer {
    let (id, now, key) = (stored.id, app.clock.now(), editor.session.key.clone());
    let flash = match removal {
        Removal::Draft => "deleted",
        Removal::Changes => "changes-deleted",
        Removal::Publication => "withdrawn",
    };
    let change = app
        .database
        .run(move |connection| {
            let change = if removal == Removal::Publication {
                entries::withdraw(connection, id, version, now)?
            } else {
                entries::delete_draft(connection, id, version, now)?
            };
            if change == Change::Made {
                sessions::set_flash(connection, &key, flash)?;
            }
            Ok(change)
        })
        .await?;
    if change == Change::Stale {
        return ask(app, visit, editor, stored, removal, StatusCode::CONFLICT).await;
    }
    let address = match removal {
        Removal::Draft => format!("/admin/{}/{}", stored.pack, stored.item),
        Removal::Changes | Removal::Publication => format!("/admin/entries/{id}"),
    };
    Ok(Redirect::to(&address).into_response())
}

async fn ask(
    app: &App,
    visit: &Visit,
    editor: Editor,
    stored: &Stored,
    removal: Removal,
    status: StatusCode,
) -> Answer {
    let texts = texts::of(visit.lang);
    let catalogue = app.catalogue();
    let found = catalogue.find(&stored.pack, &stored.item).ok_or(Failure::NOT_FOUND)?;
    let item = found.item();
    let (question, consequence, button, last) = match removal {
        Removal::Draft => (texts.delete_question, texts.delete_consequence, texts.delete, "delete"),
        Removal::Changes => (texts.discard_question, texts.discard_consequence, texts.discard, "delete"),
        Removal::Publication => {
            (texts.withdraw_question, texts.withdraw_consequence, texts.withdraw, "withdraw")
        }
    };
    let alert = (status == StatusCode::CONFLICT)
        .then(|| texts::stale_removal(&crate::render::date::minute(&stored.updated_at), visit.lang));
    let mut page = page(app, visit, editor, question).await?;
    page.has_problem = alert.is_some();
    html_with(
        status,
        &RemovePage {
            page,
            sidebar: Sidebar::for_admin(&catalogue, Some(&item.pack.id), Some(item)),
            crumbs: vec![
                Crumb::new(texts.admin_home, "/admin"),
                Crumb::new(&item.pack.name, format!("/admin/{}", item.pack.id)),
                Crumb::new(&item.name, format!("/admin/{}/{}", item.pack.id, item.id)),
            ],
            question,
            consequence,
            button,
            action: format!("/admin/entries/{}/{last}", stored.id),
            entry_title: title(&stored.title, visit.lang),
            id: stored.id,
            version: stored.version,
            alert,
        },
    )
}
