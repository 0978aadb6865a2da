//! A domain for everybody: its categories and items with counts.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};

use crate::app::App;
use crate::categories::{CategoryRows, categories};
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html};
use crate::sidebar::Sidebar;
use crate::store::lists;
use crate::texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/domain.html")]
struct DomainPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    domain: String,
    guideline: String,
    categories: Vec<CategoryRows>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Path(domain): Path<String>) -> Answer {
    let pack = app.catalogue.pack(&domain).ok_or(Failure::NOT_FOUND)?;
    let menu = app.catalogue.menu(&domain).ok_or(Failure::NOT_FOUND)?;
    let counts = app.database.run(|connection| lists::counts(connection)).await?;
    html(&DomainPage {
        page: Page::new(&visit, &pack.name).with_meta("ColumnName", &pack.name),
        sidebar: Sidebar::for_public(&app.catalogue, Some(&domain), None),
        crumbs: vec![Crumb::new(texts::of(visit.lang).column, "/")],
        domain: pack.id.clone(),
        guideline: pack.title.clone(),
        categories: categories(menu, &counts, visit.lang),
    })
}
