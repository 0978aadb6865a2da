//! Public entries in lists.

use gongkai_core::reading::day_words;
use gongkai_core::text::Lang;

use crate::app::App;
use crate::catalogue::Found;
use crate::render::date::day_of;
use crate::store::entries::Stored;

/// One public entry in a list.
#[derive(Debug)]
pub(crate) struct EntryLink {
    pub id: i64,
    pub title: String,
    pub is_sample: bool,
    /// Day of publication, as written and in words.
    pub published_on: String,
    pub published: String,
    /// Domain and item, where the list holds entries of several.
    pub place: String,
}

/// The entries ready to be listed.
pub(crate) fn links(app: &App, entries: &[Stored], lang: Lang) -> Vec<EntryLink> {
    let catalogue = app.catalogue();
    let link = |entry: &Stored| {
        let published_on = day_of(entry.published_at.as_deref().unwrap_or_default());
        let found = catalogue.find(&entry.pack, &entry.item);
        let item = found.as_ref().map(Found::item);
        EntryLink {
            id: entry.id,
            title: published_title(entry),
            is_sample: entry.is_sample,
            published_on: published_on.to_owned(),
            published: day_words(published_on, lang),
            place: item.map(|item| format!("{} · {}", item.pack.name, item.name)).unwrap_or_default(),
        }
    };
    entries.iter().map(link).collect()
}

/// The title that the public sees; the one being worked on may differ.
fn published_title(entry: &Stored) -> String {
    let published = entry.published.as_deref().unwrap_or_default();
    let published: serde_json::Value = serde_json::from_str(published).unwrap_or_default();
    crate::document::title(&published)
}
