//! Removing a local pack, after a page that asks: the shipped one takes its place again.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};

use super::super::page;
use super::discard::{AskPage, Nothing};
use crate::app::App;
use crate::csrf::Posted;
use crate::entry_id::EntryId;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, html};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::{local_packs, sessions};
use crate::texts;
use crate::visit::Visit;

pub(crate) async fn ask(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    EntryId(id): EntryId,
) -> Answer {
    let all = app.database.run(|connection| local_packs::all(connection)).await?;
    let pack = all.into_iter().find(|pack| pack.id == id && pack.is_in_use).ok_or(Failure::NOT_FOUND)?;
    let (words, around) = (texts::import::of(visit.lang), texts::of(visit.lang));
    let comes_back = gongkai::pack(&pack.pack).is_some();
    html(&AskPage {
        page: page(&app, &visit, editor, words.remove_question).await?,
        sidebar: Sidebar::for_admin(&app.catalogue(), Some(&pack.pack), None),
        crumbs: vec![
            Crumb::new(around.admin_home, "/admin"),
            Crumb::new(around.import_table, "/admin/imports"),
        ],
        question: words.remove_question,
        consequence: if comes_back { words.remove_back } else { words.remove_gone },
        button: words.remove,
        action: format!("/admin/packs/{id}/remove"),
        name: format!("{} · {}", pack.name, texts::import::edition_of(&pack.edition, visit.lang)),
        back: "/admin/imports".to_owned(),
    })
}

pub(crate) async fn remove(
    State(app): State<Arc<App>>,
    EntryId(id): EntryId,
    Posted { editor, form: Nothing {} }: Posted<Nothing>,
) -> Answer {
    let (now, key) = (app.clock.now(), editor.session.key);
    let done = app.change_packs(move |transaction| {
        let done = local_packs::remove(transaction, id, now)?;
        if done {
            sessions::set_flash(transaction, &key, "pack-removed")?;
        }
        Ok(done)
    });
    if !done.await? {
        return Err(Failure::NOT_FOUND);
    }
    Ok(Redirect::to("/admin/imports").into_response())
}
