//! The first page about imports: what was uploaded, and which local tables the site publishes by.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use gongkai_core::text::Lang;

use super::super::page;
use crate::app::App;
use crate::failure::Answer;
use crate::page::{Crumb, Page, html};
use crate::render::date::minute;
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::imports::{self, Listed};
use crate::store::local_packs;
use crate::texts;
use crate::texts::import::Texts;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "admin/imports/list.html")]
struct ListPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    i: &'static Texts,
    imports: Vec<ImportRow>,
    packs: Vec<PackRow>,
}

struct ImportRow {
    id: i64,
    name: String,
    badge: super::outcome::Badge,
    accepted: Option<String>,
    size: String,
    uploaded: String,
}

struct PackRow {
    id: i64,
    pack: String,
    name: String,
    edition: String,
    accepted: String,
    is_usable: bool,
    replaces_shipped: bool,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, editor: Editor) -> Answer {
    let lang = visit.lang;
    let (listed, local) = app
        .database
        .run(|connection| Ok((imports::list(connection)?, local_packs::all(connection)?)))
        .await?;
    let catalogue = app.catalogue();
    let in_use = local.into_iter().filter(|pack| pack.is_in_use).map(|pack| PackRow {
        is_usable: catalogue.editions().any(|edition| edition.local == Some(pack.id)),
        replaces_shipped: gongkai::pack(&pack.pack).is_some(),
        edition: texts::import::edition_of(&pack.edition, lang),
        accepted: texts::import::accepted_by(&pack.accepted_by, &minute(&pack.accepted_at), lang),
        id: pack.id,
        pack: pack.pack,
        name: pack.name,
    });
    html(&ListPage {
        page: page(&app, &visit, editor, texts::of(lang).import_table).await?,
        sidebar: Sidebar::for_admin(&catalogue, None, None),
        crumbs: vec![Crumb::new(texts::of(lang).admin_home, "/admin")],
        i: texts::import::of(lang),
        packs: in_use.collect(),
        imports: listed.into_iter().map(|import| row(import, lang)).collect(),
    })
}

fn row(import: Listed, lang: Lang) -> ImportRow {
    let is_partly = import.accepted > 0 && import.accepted < import.domains;
    ImportRow {
        id: import.id,
        badge: super::outcome::badge(import.state, lang),
        accepted: is_partly.then(|| texts::import::accepted_of(import.accepted, import.domains, lang)),
        size: texts::import::size(import.domains, import.items, lang),
        uploaded: texts::import::uploaded(&import.uploaded_by, &minute(&import.uploaded_at), lang),
        name: import.name,
    }
}
