//! The search: public entries by their words, domains and items by their names or pinyin.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::links::{EntryLink, links};
use crate::app::App;
use crate::catalogue::Named;
use crate::failure::Answer;
use crate::page::{Page, PageNumber, Pager, html};
use crate::store::lists::{self, Listed};
use crate::texts;
use crate::visit::Visit;

/// Longest search, in characters.
const MAX_QUERY_CHARS: usize = 100;
/// Words that are looked for at most.
const MAX_WORDS: usize = 8;
/// Names that are shown at most.
const MAX_NAMES: usize = 20;

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    q: String,
    #[serde(flatten)]
    number: PageNumber,
}

#[derive(Template)]
#[template(path = "public/search.html")]
struct SearchPage<'a> {
    page: Page,
    /// None when nothing was searched for.
    summary: Option<String>,
    names: Vec<Named<'a>>,
    entries: Vec<EntryLink>,
    pager: Option<Pager>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Query(wish): Query<Wish>) -> Answer {
    let query: String = wish.q.trim().chars().take(MAX_QUERY_CHARS).collect();
    let words = query.to_lowercase();
    let words: Vec<String> = words.split_whitespace().take(MAX_WORDS).map(str::to_owned).collect();
    let number = wish.number.get();
    let found = if words.is_empty() {
        Listed { entries: Vec::new(), total: 0 }
    } else {
        app.database.run(move |connection| lists::search(connection, &words, number)).await?
    };
    let catalogue = app.catalogue();
    let mut names = catalogue.named(&query);
    let summary = texts::found(found.total, names.len(), visit.lang);
    names.truncate(MAX_NAMES);
    let texts = texts::of(visit.lang);
    let title =
        if query.is_empty() { texts.search.to_owned() } else { format!("{} - {}", query, texts.search) };
    let mut page = Page::new(&visit, title);
    page.query.clone_from(&query);
    html(&SearchPage {
        page,
        summary: (!query.is_empty()).then_some(summary),
        names,
        entries: links(&app, &found.entries, visit.lang),
        pager: Pager::new(number, found.total, &[("q", &query)], visit.lang),
    })
}
