//! Entries in lists for editors: title, state, findings.

use gongkai_core::text::Lang;

use crate::app::App;
use crate::catalogue::{Catalogue, Found};
use crate::document;
use crate::render::date::minute;
use crate::store::entries::Stored;
use crate::texts;

/// One entry in a list.
#[derive(Debug)]
pub(crate) struct EntryRow {
    pub id: i64,
    pub title: String,
    pub is_sample: bool,
    pub is_published: bool,
    pub has_draft: bool,
    /// Findings that stand in the way of publication, in words; none when there are none.
    pub to_mend: Option<String>,
    /// The other findings.
    pub to_note: Option<String>,
    pub updated: String,
    /// Domain and item, where the list holds entries of several.
    pub place: String,
}

/// The entries ready to be listed.
pub(crate) fn rows(app: &App, entries: Vec<Stored>, lang: Lang) -> Vec<EntryRow> {
    let catalogue = app.catalogue();
    entries.into_iter().map(|entry| row(app, &catalogue, &entry, lang)).collect()
}

fn row(app: &App, catalogue: &Catalogue, entry: &Stored, lang: Lang) -> EntryRow {
    let found = catalogue.find(&entry.pack, &entry.item);
    let item = found.as_ref().map(Found::item);
    let count = item.map(|item| document::count_issues(entry.current(), item, app.clock.today()));
    let count = count.unwrap_or_default();
    EntryRow {
        id: entry.id,
        title: title(&entry.title, lang),
        is_sample: entry.is_sample,
        is_published: entry.published.is_some(),
        has_draft: entry.draft.is_some(),
        to_mend: (count.blocking > 0).then(|| texts::to_mend(count.blocking, lang)),
        to_note: (count.other > 0).then(|| texts::to_note(count.other, lang)),
        updated: minute(&entry.updated_at),
        place: item.map_or_else(
            || format!("{}/{}", entry.pack, entry.item),
            |item| format!("{} · {}", item.pack.name, item.name),
        ),
    }
}

/// A title that can be clicked, also when none was given.
pub(crate) fn title(title: &str, lang: Lang) -> String {
    if title.is_empty() { texts::of(lang).untitled.to_owned() } else { title.to_owned() }
}
