//! A domain for everybody: its categories and items with counts.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};

use crate::app::App;
use crate::categories::{CategoryRows, ItemRow, categories, former};
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
    former: Vec<ItemRow>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Path(domain): Path<String>) -> Answer {
    let catalogue = app.catalogue();
    let mut counts = app.database.run(|connection| lists::counts(connection)).await?;
    counts.keep_published();
    let former = former(&catalogue, &domain, &counts, visit.lang);
    let menu = catalogue.menu(&domain);
    let name = catalogue.domain_name(&domain).filter(|_| menu.is_some() || !former.is_empty());
    let name = name.ok_or(Failure::NOT_FOUND)?;
    html(&DomainPage {
        page: Page::new(&visit, name).with_meta("ColumnName", name),
        sidebar: Sidebar::for_public(&catalogue, Some(&domain), None),
        crumbs: vec![Crumb::new(texts::of(visit.lang).column, "/")],
        guideline: catalogue.pack(&domain).map(|pack| pack.title.clone()).unwrap_or_default(),
        categories: menu.map_or_else(Vec::new, |menu| categories(menu, &counts, visit.lang)),
        former,
        domain,
    })
}
