//! Saving the form of an entry: as a draft whatever it says, to the public only without faults.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use gongkai_core::{Stage, Verdict, posted};
use gongkai_widgets::form::drawn::Answer as Asked;
use serde::Deserialize;
use serde_json::Value;

use super::form::{self, Content, FormParts, draft_key};
use super::page;
use crate::app::App;
use crate::catalogue::Found;
use crate::csrf::{Posted, control};
use crate::document;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::session::Editor;
use crate::store::entries::{self, Change, Draft, Publication, Stored};
use crate::store::sessions;
use crate::texts;
use crate::visit::Visit;

/// What was posted: the entry as the widget writes it, or the controls of the form that works without scripts.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Vec<(String, String)>")]
pub(crate) struct EntryForm {
    entry: String,
    version: i64,
    /// None: no button was pressed that saves.
    action: Option<Action>,
    controls: Vec<(String, String)>,
}

impl EntryForm {
    /// The entry, or the one with which a form without scripts was drawn.
    fn text_of_entry(&self) -> &str {
        let named = |name| control(&self.controls, name);
        named(posted::WHOLE).or_else(|| named(posted::DRAWN)).unwrap_or(&self.entry)
    }
}

impl From<Vec<(String, String)>> for EntryForm {
    fn from(controls: Vec<(String, String)>) -> Self {
        let text = |name| control(&controls, name);
        EntryForm {
            entry: text("entry").unwrap_or_default().to_owned(),
            version: text("version").and_then(|version| version.parse().ok()).unwrap_or_default(),
            action: text("action").and_then(Action::named),
            controls,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Draft,
    Publish,
}

impl Action {
    fn named(name: &str) -> Option<Self> {
        match name {
            "draft" => Some(Action::Draft),
            "publish" => Some(Action::Publish),
            _ => None,
        }
    }
}

/// One posted form with everything that is known about it.
struct Save {
    app: Arc<App>,
    visit: Visit,
    editor: Editor,
    form: EntryForm,
    found: Found,
    stored: Option<Stored>,
    /// Key of the draft in the browser that this has stored; empty until it has.
    saved_draft: String,
}

pub(crate) async fn create(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((domain, id)): Path<(String, String)>,
    Posted { editor, form }: Posted<EntryForm>,
) -> Answer {
    // The guideline may have been replaced since the form was opened; what was typed is kept all the same.
    let found = app.catalogue().find(&domain, &id).ok_or(Failure::NOT_FOUND)?;
    Save { app, visit, editor, form, found, stored: None, saved_draft: String::new() }.run().await
}

pub(crate) async fn save(
    State(app): State<Arc<App>>,
    visit: Visit,
    EntryId(id): EntryId,
    Posted { editor, form }: Posted<EntryForm>,
) -> Answer {
    let stored = app.database.run(move |connection| entries::get(connection, id)).await?;
    let Some(stored) = stored else {
        return save_deleted(app, visit, editor, form).await;
    };
    let found = app.catalogue().find(&stored.pack, &stored.item).ok_or(Failure::NOT_FOUND)?;
    Save { app, visit, editor, form, found, stored: Some(stored), saved_draft: String::new() }.run().await
}

/// The entry was deleted meanwhile: what was typed is offered as a new one.
async fn save_deleted(app: Arc<App>, visit: Visit, editor: Editor, form: EntryForm) -> Answer {
    let mut entry: Value = serde_json::from_str(form.text_of_entry()).unwrap_or_default();
    let id = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
    let found = app.catalogue().find(id("pack"), id("item")).ok_or(Failure::NOT_FOUND)?;
    if let Some(answer) = Asked::read(found.item(), &form.controls, visit.lang) {
        entry = answer.output(found.item());
    }
    let alert = texts::of(visit.lang).deleted_meanwhile.to_owned();
    let content = Content::Entry { entry, report: None };
    Save { app, visit, editor, form, found, stored: None, saved_draft: String::new() }
        .show(StatusCode::CONFLICT, content, Some(alert))
        .await
}

impl Save {
    async fn run(mut self) -> Answer {
        if let Some(answer) = Asked::read(self.found.item(), &self.form.controls, self.visit.lang) {
            if answer.is_asking {
                return self.show(StatusCode::OK, Content::Asked(answer), None).await;
            }
            self.form.entry = answer.output(self.found.item()).to_string();
        }
        let entry = match document::read(&self.form.entry, self.found.item()) {
            Ok(entry) => entry,
            Err(unusable) => {
                let alert = texts::unusable(unusable, self.visit.lang);
                let content = Content::Raw(self.form.entry.clone());
                return self.show(StatusCode::UNPROCESSABLE_ENTITY, content, Some(alert)).await;
            }
        };
        if self.stored.as_ref().is_some_and(|stored| stored.version != self.form.version) {
            return self.stale(&entry).await;
        }
        match self.form.action {
            Some(Action::Draft) => self.draft(entry).await,
            Some(Action::Publish) => self.publish(entry).await,
            None => Err(Failure(StatusCode::BAD_REQUEST)),
        }
    }

    async fn draft(mut self, entry: Value) -> Answer {
        let report = document::check(&entry, self.found.item(), Stage::Draft, self.app.clock.today());
        if self.keep_draft(&entry).await? == Change::Stale {
            return self.stale(&entry).await;
        }
        let flash = if report.issues.is_empty() { "draft-saved" } else { "draft-saved-with-issues" };
        self.done(flash).await
    }

    async fn publish(mut self, entry: Value) -> Answer {
        let today = self.app.clock.today();
        let mut dated = entry.clone();
        document::date_channels(&mut dated, self.found.item(), today);
        let report = document::check(&dated, self.found.item(), Stage::Publish, today);
        // The draft is kept in any case; publishing needs its id.
        if self.keep_draft(&entry).await? == Change::Stale {
            return self.stale(&entry).await;
        }
        if report.verdict == Verdict::Blocked {
            let blocking = report.issues.iter().filter(|issue| issue.blocks).count();
            let alert = texts::blocked(blocking, self.visit.lang);
            let content = Content::Entry { entry, report: Some(report) };
            return self.show(StatusCode::UNPROCESSABLE_ENTITY, content, Some(alert)).await;
        }
        let publication = Publication {
            title: document::title(&dated),
            json: dated.to_string(),
            search_text: document::search_text(&dated),
            now: self.app.clock.now(),
        };
        let stored = self.stored.as_ref().ok_or(Failure::NOT_FOUND)?;
        let (id, version) = (stored.id, stored.version);
        let change = self
            .app
            .database
            .run(move |connection| entries::publish(connection, id, version, &publication))
            .await?;
        if change == Change::Stale {
            return self.stale(&entry).await;
        }
        let flash = if report.issues.is_empty() { "published" } else { "published-with-issues" };
        self.done(flash).await
    }

    /// Stores what was posted, to the letter, and reads it again.
    async fn keep_draft(&mut self, entry: &Value) -> Result<Change, Failure> {
        let draft =
            Draft { title: document::title(entry), json: self.form.entry.clone(), now: self.app.clock.now() };
        let known = self.stored.as_ref().map(|stored| (stored.id, stored.version));
        let found = self.found.clone();
        let (change, stored) = self
            .app
            .database
            .run(move |connection| {
                let (id, change) = match known {
                    None => {
                        let item = found.item();
                        (entries::create(connection, &item.pack.id, &item.id, &draft)?, Change::Made)
                    }
                    Some((id, version)) => (id, entries::save_draft(connection, id, version, &draft)?),
                };
                Ok((change, entries::get(connection, id)?))
            })
            .await?;
        if change == Change::Made {
            self.saved_draft = draft_key(known.map(|(id, _)| id));
        }
        self.stored = stored;
        Ok(change)
    }

    async fn done(self, flash: &'static str) -> Answer {
        let stored = self.stored.ok_or(Failure::NOT_FOUND)?;
        let key = self.editor.session.key;
        let flash = format!("{flash} {}", self.saved_draft);
        self.app.database.run(move |connection| sessions::set_flash(connection, &key, &flash)).await?;
        Ok(Redirect::to(&format!("/admin/entries/{}", stored.id)).into_response())
    }

    /// Somebody else was faster. Everything typed stays; saving again replaces what the other one saved.
    async fn stale(self, entry: &Value) -> Answer {
        let alert = self.stored.as_ref().map_or_else(
            || texts::of(self.visit.lang).deleted_meanwhile.to_owned(),
            |stored| texts::stale(&crate::render::date::minute(&stored.updated_at), self.visit.lang),
        );
        let content = Content::Entry { entry: entry.clone(), report: None };
        self.show(StatusCode::CONFLICT, content, Some(alert)).await
    }

    async fn show(self, status: StatusCode, content: Content, alert: Option<String>) -> Answer {
        let mut page = page(&self.app, &self.visit, self.editor, &self.found.item().name).await?;
        page.saved_draft = self.saved_draft;
        let parts = FormParts { found: &self.found, stored: self.stored.as_ref(), content, alert };
        form::answer(&self.app, status, page, parts)
    }
}
