//! An import as a whole: the document, what was found in it, and the way to each domain.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use gongkai_core::import::places::on_document;
use gongkai_core::import::questions::open_questions;

use super::super::page;
use super::outcome::{Badge, badge};
use super::{domain_name, notes};
use crate::app::App;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html};
use crate::render::date::minute;
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::imports::{self, State as ImportState};
use crate::store::local_packs;
use crate::texts;
use crate::texts::import::Texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "admin/imports/overview.html")]
struct OverviewPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    i: &'static Texts,
    id: i64,
    badge: Badge,
    is_open: bool,
    uploaded: String,
    sha256: String,
    domains: Vec<DomainRow>,
    questions: Vec<String>,
    assumptions: Vec<String>,
}

struct DomainRow {
    /// From 1.
    number: usize,
    name: String,
    title: Option<String>,
    items: String,
    open: Option<String>,
    /// The pack that it was accepted as.
    accepted: Option<String>,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    EntryId(id): EntryId,
) -> Answer {
    let lang = visit.lang;
    let (stored, accepted) = app
        .database
        .run(move |connection| Ok((imports::get(connection, id)?, local_packs::of_import(connection, id)?)))
        .await?;
    let stored = stored.ok_or(Failure::NOT_FOUND)?;
    let report = &stored.report;
    let domains = report.domains.iter().zip(&stored.work).enumerate().map(|(index, (domain, work))| {
        let open = open_questions(report, domain, &work.decisions).len();
        DomainRow {
            number: index + 1,
            name: domain_name(domain, lang),
            title: domain.title.clone(),
            items: texts::item_count(domain.items.len(), lang),
            open: (open > 0).then(|| texts::import::open_count(open, lang)),
            accepted: accepted
                .iter()
                .rfind(|(number, _)| *number as usize == index)
                .map(|(_, pack)| pack.clone()),
        }
    });
    let words = texts::of(lang);
    html(&OverviewPage {
        page: page(&app, &visit, editor, &report.document.name).await?,
        sidebar: Sidebar::for_admin(&app.catalogue(), None, None),
        crumbs: vec![
            Crumb::new(words.admin_home, "/admin"),
            Crumb::new(words.import_table, "/admin/imports"),
        ],
        i: texts::import::of(lang),
        id,
        badge: badge(stored.state, lang),
        is_open: stored.state == ImportState::Open,
        uploaded: texts::import::uploaded(&stored.uploaded_by, &minute(&stored.uploaded_at), lang),
        sha256: report.document.sha256.clone(),
        domains: domains.collect(),
        questions: notes::whole(&on_document(&report.not_understood), lang),
        assumptions: notes::whole(&on_document(&report.assumed), lang),
    })
}
