//! The page with the form of an entry: the same whether it is new, stored, refused or stale.

use askama::Template;
use axum::http::StatusCode;
use gongkai_core::text::Lang;
use gongkai_core::{ItemRef, Report};
use gongkai_widgets::form::drawn::{Answer as Asked, Sheet};
use jiff::civil::Date;
use serde_json::Value;

use super::rows::title;
use crate::app::App;
use crate::catalogue::Found;
use crate::county;
use crate::failure::Answer;
use crate::guidance::{self, GuidanceRow};
use crate::page::{Crumb, Page, html_with};
use crate::sidebar::Sidebar;
use crate::store::entries::Stored;
use crate::texts;

/// What stands in the form.
#[derive(Debug)]
pub(crate) enum Content {
    /// An entry, with what there is to say about it.
    Entry { entry: Value, report: Option<Report> },
    /// What a form without scripts asked for: rows, a look at what is wrong.
    Asked(Asked),
    /// What is no entry; the widget could not show it, so it is left as text alone.
    Raw(String),
}

/// What the page is about, besides what it finds out by itself.
pub(crate) struct FormParts<'a> {
    pub found: &'a Found,
    /// None for a new entry.
    pub stored: Option<&'a Stored>,
    pub content: Content,
    /// Why nothing or not everything was done.
    pub alert: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/edit.html")]
struct EditPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    /// Where the widget fetches the pack.
    pack_address: String,
    /// The item is no longer in its domain's guideline.
    is_former: bool,
    item: String,
    base: String,
    publisher: &'static str,
    /// The server's day, so that browser and server judge alike.
    today: String,
    guidance: Vec<GuidanceRow>,
    /// Where the form is posted to.
    action: String,
    version: i64,
    id: Option<i64>,
    /// What the browser calls a draft of this entry.
    draft_key: String,
    is_sample: bool,
    is_published: bool,
    has_draft: bool,
    content: Drawn,
    alert: Option<String>,
}

/// What the page holds of the entry.
enum Drawn {
    /// The entry and its report as JSON for the widget; as a form for whoever has no scripts, or none yet.
    Form { value: String, report: Option<String>, html: String },
    /// A text that is no entry.
    Raw(String),
}

/// What the browser calls a draft of the entry with this id, or of a new one.
pub(crate) fn draft_key(id: Option<i64>) -> String {
    id.map_or_else(|| "new".to_owned(), |id| format!("entry-{id}"))
}

fn drawn(content: Content, item: ItemRef<'_>, today: Date, lang: Lang) -> anyhow::Result<Drawn> {
    let sheet = Sheet::new(item, today, lang).with_calendar(gongkai::calendar()).with_ready_list();
    Ok(match content {
        Content::Raw(text) => Drawn::Raw(text),
        Content::Asked(answer) => {
            let html = sheet.with_answer(&answer).draw();
            Drawn::Form { value: answer.output(item).to_string(), report: None, html }
        }
        Content::Entry { entry, report } => {
            let sheet = sheet.with_entry(&entry);
            let html = match &report {
                Some(report) => sheet.with_report(report).draw(),
                None => sheet.draw(),
            };
            let report = report.as_ref().map(serde_json::to_string).transpose()?;
            Drawn::Form { value: entry.to_string(), report, html }
        }
    })
}

pub(crate) fn answer(app: &App, status: StatusCode, page: Page, parts: FormParts<'_>) -> Answer {
    let FormParts { found, stored, content, alert } = parts;
    let item = found.item();
    let base = format!("{}/{}", item.pack.id, item.id);
    let content = drawn(content, item, app.clock.today(), page.lang)?;
    let mut page = page;
    page.has_problem = alert.is_some();
    page.title = stored
        .map_or_else(|| texts::new_entry(&item.name, page.lang), |stored| title(&stored.title, page.lang));
    html_with(
        status,
        &EditPage {
            sidebar: Sidebar::for_admin(&app.catalogue(), Some(&item.pack.id), Some(item)),
            crumbs: vec![
                Crumb::new(page.t.admin_home, "/admin"),
                Crumb::new(&item.pack.name, format!("/admin/{}", item.pack.id)),
                Crumb::new(&item.name, format!("/admin/{base}")),
            ],
            pack_address: found.pack_address().to_owned(),
            is_former: !found.is_current,
            item: item.id.clone(),
            publisher: county::department(item.pack),
            today: gongkai_core::date::write(app.clock.today()),
            guidance: guidance::rows(item, page.lang),
            action: stored.map_or_else(
                || format!("/admin/{base}/new"),
                |stored| format!("/admin/entries/{}", stored.id),
            ),
            base,
            version: stored.map_or(0, |stored| stored.version),
            id: stored.map(|stored| stored.id),
            draft_key: draft_key(stored.map(|stored| stored.id)),
            is_sample: stored.is_some_and(|stored| stored.is_sample),
            is_published: stored.is_some_and(|stored| stored.published.is_some()),
            has_draft: stored.is_some_and(|stored| stored.draft.is_some()),
            content,
            alert,
            page,
        },
    )
}
