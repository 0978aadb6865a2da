//! The first page of the column: all domains, a search, what is new.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use super::links::{EntryLink, links};
use crate::app::App;
use crate::county::COLUMN_NAME;
use crate::failure::Answer;
use crate::page::{Page, html};
use crate::store::lists;
use crate::texts;
use crate::visit::Visit;

/// Entries shown as new.
const NEW_ENTRIES: usize = 5;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    page: Page,
    domains: Vec<DomainCard>,
    newest: Vec<EntryLink>,
    total: String,
}

struct DomainCard {
    id: String,
    name: String,
    items: String,
    /// None when nothing is public yet.
    published: Option<String>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Answer {
    let (counts, mut newest) = app
        .database
        .run(|connection| Ok((lists::counts(connection)?, lists::recently_published(connection)?)))
        .await?;
    newest.entries.truncate(NEW_ENTRIES);
    let catalogue = app.catalogue();
    let domains = catalogue.packs().map(|pack| {
        let published = counts.of_pack(&pack.id).published;
        DomainCard {
            id: pack.id.clone(),
            name: pack.name.clone(),
            items: texts::item_count(pack.items.len(), visit.lang),
            published: (published > 0).then(|| texts::published_count(published, visit.lang)),
        }
    });
    let items = catalogue.packs().map(|pack| pack.items.len()).sum();
    html(&HomePage {
        page: Page::new(&visit, texts::of(visit.lang).column).with_meta("ColumnName", COLUMN_NAME),
        domains: domains.collect(),
        newest: links(&app, &newest.entries, visit.lang),
        total: texts::total(catalogue.packs().len(), items, counts.all().published, visit.lang),
    })
}
