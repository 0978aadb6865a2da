//! An item for editors: all its entries.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};

use super::page;
use super::rows::{EntryRow, rows};
use crate::app::App;
use crate::failure::{Answer, Failure};
use crate::guidance::{self, GuidanceRow};
use crate::page::{Crumb, Page, PageNumber, Pager, html};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::lists;
use crate::texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "admin/item.html")]
struct ItemPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    base: String,
    guidance: Vec<GuidanceRow>,
    rows: Vec<EntryRow>,
    /// The item is no longer in its domain's guideline.
    is_former: bool,
    pager: Option<Pager>,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path((domain, id)): Path<(String, String)>,
    Query(number): Query<PageNumber>,
) -> Answer {
    let catalogue = app.catalogue();
    let found = catalogue.find(&domain, &id).ok_or(Failure::NOT_FOUND)?;
    let item = found.item();
    let number = number.get();
    let listed = app.database.run(move |connection| lists::of_item(connection, &domain, &id, number)).await?;
    html(&ItemPage {
        page: page(&app, &visit, editor, &item.name).await?,
        sidebar: Sidebar::for_admin(&catalogue, Some(&item.pack.id), Some(item)),
        crumbs: vec![
            Crumb::new(texts::of(visit.lang).admin_home, "/admin"),
            Crumb::new(&item.pack.name, format!("/admin/{}", item.pack.id)),
        ],
        base: format!("{}/{}", item.pack.id, item.id),
        guidance: guidance::rows(item, visit.lang),
        is_former: !found.is_current,
        rows: rows(&app, listed.entries, visit.lang),
        pager: Pager::new(number, listed.total, &[], visit.lang),
    })
}
