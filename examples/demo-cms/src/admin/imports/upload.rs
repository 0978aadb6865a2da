//! Uploading an official table: read at once, stored with what was understood of it, or refused with the reason.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use gongkai::import::Unread;
use gongkai_core::import::reader::Limits;
use gongkai_core::import::report::Outcome;
use gongkai_core::import::{ImportReport, Knowledge, understand};
use gongkai_core::text::Lang;

use super::super::page;
use crate::app::App;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html_with};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::{imports, sessions};
use crate::texts;
use crate::texts::import::Texts;
use crate::upload::{MAX_FILE_BYTES, Upload, UploadedFile};
use crate::visit::Visit;

/// Most bytes of a document when unpacked.
const MAX_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;
/// Most cells of a document.
const MAX_CELLS: usize = 400_000;

#[derive(Template)]
#[template(path = "admin/imports/upload.html")]
struct UploadPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    i: &'static Texts,
    /// The file that was refused.
    name: Option<String>,
    error: Option<String>,
}

pub(crate) async fn ask(State(app): State<Arc<App>>, visit: Visit, editor: Editor) -> Answer {
    answer(&app, &visit, editor, StatusCode::OK, None, None).await
}

pub(crate) async fn receive(
    State(app): State<Arc<App>>,
    visit: Visit,
    Upload { editor, file }: Upload,
) -> Answer {
    let words = texts::import::of(visit.lang);
    let (name, bytes) = match file {
        UploadedFile::Chosen { name, bytes } => (name, bytes),
        UploadedFile::Missing => {
            let error = words.file_missing.to_owned();
            return answer(&app, &visit, editor, StatusCode::UNPROCESSABLE_ENTITY, None, Some(error)).await;
        }
        UploadedFile::TooLong => {
            let error = words.file_too_long.to_owned();
            return answer(&app, &visit, editor, StatusCode::PAYLOAD_TOO_LARGE, None, Some(error)).await;
        }
    };
    let report = match read(&app, name.clone(), bytes).await? {
        Ok(report) => report,
        Err(error) => {
            let error = error.told(visit.lang);
            return answer(&app, &visit, editor, StatusCode::UNPROCESSABLE_ENTITY, Some(name), Some(error))
                .await;
        }
    };
    if report.outcome == Outcome::Refused {
        let error =
            report.why.as_ref().map_or_else(String::new, |why| why.in_language(visit.lang).to_owned());
        return answer(&app, &visit, editor, StatusCode::UNPROCESSABLE_ENTITY, Some(name), Some(error)).await;
    }
    let (by, now, key) = (editor.name.clone(), app.clock.now(), editor.session.key.clone());
    let id = app.database.run(move |connection| {
        let transaction = connection.transaction()?;
        let known = imports::open_with(&transaction, &report.document.sha256)?;
        let (id, flash) = match known {
            Some(id) => (id, "import-known"),
            None => (imports::create(&transaction, &report, &by, now)?, "import-read"),
        };
        sessions::set_flash(&transaction, &key, flash)?;
        transaction.commit()?;
        Ok(id)
    });
    Ok(Redirect::to(&format!("/admin/imports/{}", id.await?)).into_response())
}

/// Reads and understands a document, one at a time and where nobody else has to wait for it.
async fn read(app: &App, name: String, bytes: Vec<u8>) -> Result<Result<ImportReport, Unread>, Failure> {
    let _turn = app.reading.acquire().await?;
    // The domains of this site, so that titles that name one of them are recognised.
    let domains: Vec<String> = app.catalogue().packs().map(|pack| pack.name.clone()).collect();
    let work = move || {
        let mut limits = Limits::default();
        limits.max_file_bytes = MAX_FILE_BYTES;
        limits.max_unpacked_bytes = MAX_UNPACKED_BYTES;
        limits.max_cells = MAX_CELLS;
        let document = gongkai::import::document(&name, &bytes, &limits)?;
        let knowledge = Knowledge::new(gongkai::table_words(), gongkai::lexicon()).with_domains(&domains);
        Ok(understand(document, &knowledge))
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

async fn answer(
    app: &App,
    visit: &Visit,
    editor: Editor,
    status: StatusCode,
    name: Option<String>,
    error: Option<String>,
) -> Answer {
    let (texts, words) = (texts::of(visit.lang), texts::import::of(visit.lang));
    let mut page = page(app, visit, editor, words.upload_title).await?;
    page.has_problem = error.is_some();
    html_with(
        status,
        &UploadPage {
            page,
            sidebar: Sidebar::for_admin(&app.catalogue(), None, None),
            crumbs: vec![
                Crumb::new(texts.admin_home, "/admin"),
                Crumb::new(texts.import_table, "/admin/imports"),
            ],
            i: words,
            name,
            error: error.map(|error| sentence(&error, visit.lang)),
        },
    )
}

/// The library's messages begin in lower case and have no full stop, so that they fit into any line.
fn sentence(message: &str, lang: Lang) -> String {
    let ends = message.ends_with(['。', '.']);
    match lang {
        Lang::Zh if ends => message.to_owned(),
        Lang::Zh => format!("{message}。"),
        Lang::En => {
            let mut chars = message.chars();
            let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
            format!("{first}{}{}", chars.as_str(), if ends { "" } else { "." })
        }
    }
}
