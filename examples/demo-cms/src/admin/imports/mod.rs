//! Official tables in: uploading one, looking through what was understood, accepting it as a local pack.

mod confirm;
mod confirm_page;
mod discard;
mod fields;
mod head;
mod list;
mod notes;
mod outcome;
mod overview;
mod plan;
mod remove_pack;
mod review;
mod row;
mod row_form;
mod typed;
mod upload;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::routing::{get, post};
use gongkai_core::import::report::{ImportedDomain, ImportedItem};
use gongkai_core::text::Lang;

use crate::app::App;
use crate::failure::Failure;
use crate::page::Crumb;
use crate::store::imports::{self, DomainWork, Stored};
use crate::texts;
use crate::upload::MAX_UPLOAD_BYTES;

/// The addresses of these pages. Domains and rows count from 1 in them.
pub(crate) fn router() -> Router<Arc<App>> {
    let upload = get(upload::ask).post(upload::receive).layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES));
    Router::new()
        .route("/admin/imports", get(list::show))
        .route("/admin/imports/new", upload)
        .route("/admin/imports/{id}", get(overview::show))
        .route("/admin/imports/{id}/discard", get(discard::ask).post(discard::discard))
        .route("/admin/imports/{id}/{domain}", get(review::show))
        .route("/admin/imports/{id}/{domain}/rows/{row}", get(row::show).post(row::save))
        .route("/admin/imports/{id}/{domain}/head", post(confirm::save_head))
        .route("/admin/imports/{id}/{domain}/accept", get(confirm::show).post(confirm::accept))
        .route("/admin/packs/{id}/remove", get(remove_pack::ask).post(remove_pack::remove))
}

/// The numbers in the address of a page about a domain of an import.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub import: i64,
    /// From 0.
    pub domain: usize,
    /// From 0; none on pages about the whole domain.
    pub row: Option<usize>,
}

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let numbers = Path::<Vec<i64>>::from_request_parts(parts, state).await;
        let Ok(Path(numbers)) = numbers else { return Err(Failure::NOT_FOUND) };
        let from_0 = |number: i64| usize::try_from(number - 1).map_err(|_| Failure::NOT_FOUND);
        match numbers.as_slice() {
            [import, domain] => Ok(Place { import: *import, domain: from_0(*domain)?, row: None }),
            [import, domain, row] => {
                Ok(Place { import: *import, domain: from_0(*domain)?, row: Some(from_0(*row)?) })
            }
            _ => Err(Failure::NOT_FOUND),
        }
    }
}

impl Place {
    /// The address of the domain's page.
    pub fn address(self) -> String {
        format!("/admin/imports/{}/{}", self.import, self.domain + 1)
    }
}

/// One domain of an import.
pub(super) struct Opened {
    pub stored: Stored,
    pub place: Place,
}

impl Opened {
    pub async fn new(app: &App, place: Place) -> Result<Self, Failure> {
        let stored = app.database.run(move |connection| imports::get(connection, place.import)).await?;
        let stored = stored.filter(|stored| place.domain < stored.report.domains.len());
        let stored = stored.ok_or(Failure::NOT_FOUND)?;
        Ok(Opened { stored, place })
    }

    pub fn domain(&self) -> &ImportedDomain {
        &self.stored.report.domains[self.place.domain]
    }

    pub fn work(&self) -> &DomainWork {
        &self.stored.work[self.place.domain]
    }

    /// The way to the pages about the domain.
    pub fn crumbs(&self, lang: Lang) -> Vec<Crumb> {
        vec![
            Crumb::new(texts::of(lang).admin_home, "/admin"),
            Crumb::new(texts::of(lang).import_table, "/admin/imports"),
            Crumb::new(&self.stored.report.document.name, format!("/admin/imports/{}", self.place.import)),
        ]
    }
}

/// What a domain is called on these pages.
pub(super) fn domain_name(domain: &ImportedDomain, lang: Lang) -> String {
    let name = Some(&domain.name).filter(|name| !name.is_empty()).or(domain.title.as_ref());
    name.cloned().unwrap_or_else(|| texts::import::of(lang).unnamed_domain.to_owned())
}

/// What a row is called on these pages.
pub(super) fn row_name(item: &ImportedItem, index: usize, lang: Lang) -> String {
    let name = item.level2.as_ref().or(item.level1.as_ref()).filter(|name| !name.is_empty());
    let number = item.row.clone().unwrap_or_else(|| (index + 1).to_string());
    let number = texts::import::row_number(&number, lang);
    name.map_or_else(|| number.clone(), |name| format!("{number} · {name}"))
}
