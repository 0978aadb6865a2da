//! A domain for editors: its categories and items with counts.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};

use super::page;
use crate::app::App;
use crate::categories::{CategoryRows, categories};
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
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path(domain): Path<String>,
) -> Answer {
    let menu = app.catalogue.menu(&domain).ok_or(Failure::NOT_FOUND)?;
    let counts = app.database.run(|connection| lists::counts(connection)).await?;
    html(&DomainPage {
        page: page(&app, &visit, editor, &menu.name).await?,
        sidebar: Sidebar::for_admin(&app.catalogue, Some(&domain), None),
        crumbs: vec![Crumb::new(texts::of(visit.lang).admin_home, "/admin")],
        domain: domain.clone(),
        categories: categories(menu, &counts, visit.lang),
    })
}
