//! An entry for everybody: every element by its name, and how it was made public.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use gongkai_core::Reading;
use gongkai_core::field::Field;
use serde_json::Value;

use crate::app::App;
use crate::catalogue::Found;
use crate::document;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html};
use crate::render::date::minute;
use crate::render::value::drawn;
use crate::store::entries;
use crate::texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/entry.html")]
struct EntryPage {
    page: Page,
    crumbs: Vec<Crumb>,
    is_sample: bool,
    publisher: String,
    published: String,
    reading: Reading,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, EntryId(id): EntryId) -> Answer {
    let stored = app.database.run(move |connection| entries::get(connection, id)).await?;
    let stored = stored.ok_or(Failure::NOT_FOUND)?;
    let published = stored.published.as_deref().ok_or(Failure::NOT_FOUND)?;
    let entry: Value = serde_json::from_str(published)?;
    let made_by = text(&entry, "edition");
    let catalogue = app.catalogue();
    let found = catalogue.find(&stored.pack, &stored.item).ok_or(Failure::NOT_FOUND)?;
    let as_made = catalogue.find_as_made(&stored.pack, &stored.item, &made_by);
    let item = found.item();
    let fields = fields(as_made.as_ref().unwrap_or(&found), &found);
    let published_at = minute(stored.published_at.as_deref().unwrap_or_default());
    let (title, publisher) = (document::title(&entry), text(&entry, "publisher"));
    let page = Page::new(&visit, &title)
        .with_meta("ColumnName", &item.name)
        .with_meta("ArticleTitle", &title)
        .with_meta("PubDate", &published_at)
        .with_meta("ContentSource", &publisher);
    html(&EntryPage {
        page,
        crumbs: vec![
            Crumb::new(texts::of(visit.lang).column, "/"),
            Crumb::new(&item.pack.name, format!("/d/{}", item.pack.id)),
            Crumb::new(&item.name, format!("/d/{}/{}", item.pack.id, item.id)),
        ],
        is_sample: stored.is_sample,
        reading: Reading::new(fields, &entry, visit.lang),
        publisher,
        published: published_at,
    })
}

fn text(entry: &Value, key: &str) -> String {
    entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The fields that an entry can hold: those of the edition that it was made by, and those that were added since,
/// because it may have been changed by the form of now.
fn fields<'a>(as_made: &'a Found, now: &'a Found) -> Vec<&'a Field> {
    let made: Vec<&Field> = as_made.item().item.fields.iter().collect();
    let added = now.item().item.fields.iter().filter(|field| made.iter().all(|known| known.key != field.key));
    made.iter().copied().chain(added).collect()
}
