//! An item for everybody: what the guideline says, and what is public.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};

use super::links::{EntryLink, links};
use crate::app::App;
use crate::failure::{Answer, Failure};
use crate::guidance::{self, GuidanceRow};
use crate::page::{Crumb, Page, PageNumber, Pager, html};
use crate::sidebar::Sidebar;
use crate::store::lists;
use crate::texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/item.html")]
struct ItemPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    category: String,
    /// The item is no longer in its domain's guideline.
    is_former: bool,
    elements: Vec<String>,
    guidance: Vec<GuidanceRow>,
    entries: Vec<EntryLink>,
    pager: Option<Pager>,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((domain, id)): Path<(String, String)>,
    Query(number): Query<PageNumber>,
) -> Answer {
    let catalogue = app.catalogue();
    let found = catalogue.find(&domain, &id).ok_or(Failure::NOT_FOUND)?;
    let item = found.item();
    let number = number.get();
    let listed = app
        .database
        .run(move |connection| lists::published_of_item(connection, &domain, &id, number))
        .await?;
    html(&ItemPage {
        page: Page::new(&visit, &item.name).with_meta("ColumnName", &item.name),
        sidebar: Sidebar::for_public(&catalogue, Some(&item.pack.id), Some(item)),
        crumbs: vec![
            Crumb::new(texts::of(visit.lang).column, "/"),
            Crumb::new(&item.pack.name, format!("/d/{}", item.pack.id)),
        ],
        is_former: !found.is_current,
        category: item.category.clone(),
        elements: item.fields.iter().map(|field| field.name.clone()).collect(),
        guidance: guidance::rows(item, visit.lang),
        entries: links(&app, &listed.entries, visit.lang),
        pager: Pager::new(number, listed.total, &[], visit.lang),
    })
}
