//! The page with the form of an entry: the same whether it is new, stored, refused or stale.

use askama::Template;
use axum::http::StatusCode;
use gongkai_core::{ItemRef, Report};
use serde_json::Value;

use super::rows::title;
use crate::app::App;
use crate::catalogue::Found;
use crate::county;
use crate::failure::Answer;
use crate::guidance::{self, GuidanceRow};
use crate::issues::{ShownIssue, in_words};
use crate::page::{Crumb, Page, html_with};
use crate::sidebar::Sidebar;
use crate::store::entries::Stored;
use crate::{document, texts};

/// What stands in the form.
#[derive(Debug)]
pub(crate) enum Content {
    /// An entry: the widget takes it over from the text in it.
    Entry { value: String, report: Option<String>, text: String },
    /// What is no entry; the widget could not show it, so it is left as text alone.
    Raw(String),
}

/// What the page is about, besides what it finds out by itself.
pub(crate) struct FormParts<'a> {
    pub found: &'a Found,
    /// None for a new entry.
    pub stored: Option<&'a Stored>,
    pub content: Content,
    pub issues: Vec<ShownIssue>,
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
    is_sample: bool,
    is_published: bool,
    has_draft: bool,
    content: Content,
    issues: Vec<ShownIssue>,
    alert: Option<String>,
}

/// An entry as the form starts with it.
pub(crate) fn content(entry: &Value, report: Option<&Report>) -> anyhow::Result<Content> {
    Ok(Content::Entry {
        value: entry.to_string(),
        report: report.map(serde_json::to_string).transpose()?,
        text: serde_json::to_string_pretty(entry)?,
    })
}

/// A new entry: the widget starts with nothing, people without it with the names of everything.
pub(crate) fn new_content(item: ItemRef<'_>) -> anyhow::Result<Content> {
    Ok(Content::Entry {
        value: document::blank(item).to_string(),
        report: None,
        text: serde_json::to_string_pretty(&document::blank_to_fill_in(item))?,
    })
}

/// The findings of a report, when there are any.
pub(crate) fn told(report: &Report, page: &Page) -> Vec<ShownIssue> {
    in_words(report, page.lang)
}

pub(crate) fn answer(app: &App, status: StatusCode, page: Page, parts: FormParts<'_>) -> Answer {
    let FormParts { found, stored, content, issues, alert } = parts;
    let item = found.item();
    let base = format!("{}/{}", item.pack.id, item.id);
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
            is_sample: stored.is_some_and(|stored| stored.is_sample),
            is_published: stored.is_some_and(|stored| stored.published.is_some()),
            has_draft: stored.is_some_and(|stored| stored.draft.is_some()),
            content,
            issues,
            alert,
            page,
        },
    )
}
