//! The pages for editors.

pub(crate) mod domain;
pub(crate) mod edit;
pub(crate) mod form;
pub(crate) mod home;
pub(crate) mod imports;
pub(crate) mod item;
pub(crate) mod remove;
pub(crate) mod rows;
pub(crate) mod save;

use crate::app::App;
use crate::failure::Failure;
use crate::page::Page;
use crate::session::Editor;
use crate::store::sessions;
use crate::texts;
use crate::visit::Visit;

/// A page for a signed-in editor, with the message that was left for it.
async fn page(app: &App, visit: &Visit, editor: Editor, title: &str) -> Result<Page, Failure> {
    let mut page = Page::new(visit, title);
    if visit.is_repeatable {
        let key = editor.session.key.clone();
        let flash = app.database.run(move |connection| sessions::take_flash(connection, &key)).await?;
        if let Some(flash) = flash {
            // What was done, and to which draft of the browser.
            let (done, draft) = flash.split_once(' ').unwrap_or((&flash, ""));
            page.flash = texts::flash(done, visit.lang);
            page.saved_draft = draft.to_owned();
        }
    }
    page.editor = Some(editor);
    Ok(page)
}
