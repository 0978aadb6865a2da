//! A domain for editors: its categories and items with counts.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};

use super::page;
use crate::app::App;
use crate::categories::{CategoryRows, ItemRow, categories, former};
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::lists;
use crate::texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "admin/domain.html")]
struct DomainPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    domain: String,
    categories: Vec<CategoryRows>,
    former: Vec<ItemRow>,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path(domain): Path<String>,
) -> Answer {
    let catalogue = app.catalogue();
    let counts = app.database.run(|connection| lists::counts(connection)).await?;
    let former = former(&catalogue, &domain, &counts, visit.lang);
    let menu = catalogue.menu(&domain);
    let name = catalogue.domain_name(&domain).filter(|_| menu.is_some() || !former.is_empty());
    let name = name.ok_or(Failure::NOT_FOUND)?;
    html(&DomainPage {
        page: page(&app, &visit, editor, name).await?,
        sidebar: Sidebar::for_admin(&catalogue, Some(&domain), None),
        crumbs: vec![Crumb::new(texts::of(visit.lang).admin_home, "/admin")],
        domain: domain.clone(),
        categories: menu.map_or_else(Vec::new, |menu| categories(menu, &counts, visit.lang)),
        former,
    })
}
