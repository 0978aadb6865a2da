//! The first page for editors: where things stand and what was changed last.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use super::page;
use super::rows::{EntryRow, rows};
use crate::app::App;
use crate::failure::Answer;
use crate::page::{Page, html};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::lists::{self, Count};
use crate::texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "admin/home.html")]
struct HomePage {
    page: Page,
    sidebar: Sidebar,
    count: Count,
    rows: Vec<EntryRow>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, editor: Editor) -> Answer {
    let (counts, recent) =
        app.database.run(|connection| Ok((lists::counts(connection)?, lists::recent(connection)?))).await?;
    let title = texts::of(visit.lang).admin_home;
    html(&HomePage {
        page: page(&app, &visit, editor, title).await?,
        sidebar: Sidebar::for_admin(&app.catalogue(), None, None),
        count: counts.all(),
        rows: rows(&app, recent.entries, visit.lang),
    })
}
