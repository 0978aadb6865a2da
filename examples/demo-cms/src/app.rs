//! The site as a whole: what its handlers share, and which address leads to which of them.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Context;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;

use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::config::Options;
use crate::db::Database;
use crate::failure::Failure;
use crate::password::Passwords;
use crate::throttle::Throttle;
use crate::{admin, assets, auth, failure, headers, public, seed, store, visit};

/// Longest request that is read, in bytes.
const MAX_REQUEST_BYTES: usize = 2 * 1024 * 1024;

/// What the handlers share.
#[derive(Debug)]
pub struct App {
    pub(crate) database: Database,
    catalogue: RwLock<Arc<Catalogue>>,
    pub(crate) clock: Clock,
    pub(crate) passwords: Passwords,
    pub(crate) throttle: Throttle,
    /// Documents are read one after the other: each may ask for much memory.
    pub(crate) reading: Semaphore,
    pub(crate) dist: PathBuf,
}

impl App {
    /// Name of the one account.
    pub const EDITOR: &str = "editor";

    /// Opens the database, and fills it on first start.
    /// The second value is the random password when one was made.
    ///
    /// # Errors
    /// The database cannot be opened, or a sample entry does not pass the check.
    pub fn open(options: &Options) -> anyhow::Result<(Arc<Self>, Option<String>)> {
        let database = Database::open(&options.database)
            .with_context(|| format!("cannot open the database {}", options.database.display()))?;
        let local = database.with(|connection| store::local_packs::all(connection))?;
        let catalogue = Catalogue::new(&local);
        let app = App {
            database,
            catalogue: RwLock::new(Arc::new(catalogue)),
            clock: Clock::new(options.today),
            passwords: Passwords::new(options.cost)?,
            throttle: Throttle::default(),
            reading: Semaphore::new(1),
            dist: options.dist.clone(),
        };
        let new_password = app.prepare_account(options.password.as_deref())?;
        app.database.with(|connection| seed::fill(connection, &app))?;
        Ok((Arc::new(app), new_password))
    }

    /// The catalogue as it is now. A request keeps the one that it began with.
    pub(crate) fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.catalogue.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes which local packs there are, and swaps the catalogue for one with them. Both happen while nobody else
    /// has the database, so that catalogues follow one another as the changes do.
    pub(crate) async fn change_packs<T: Send + 'static>(
        self: &Arc<Self>,
        change: impl FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let app = Arc::clone(self);
        let changed = self.database.run(move |connection| {
            let transaction = connection.transaction()?;
            let changed = change(&transaction)?;
            let catalogue = Catalogue::new(&store::local_packs::all(&transaction)?);
            transaction.commit()?;
            *app.catalogue.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(catalogue);
            Ok(changed)
        });
        changed.await
    }

    /// Sees to it that the account exists and has the wanted password.
    fn prepare_account(&self, wanted: Option<&str>) -> anyhow::Result<Option<String>> {
        let stored = self.database.with(|connection| store::accounts::find(connection, Self::EDITOR))?;
        let random = match (&stored, wanted) {
            (Some(account), Some(wanted)) if self.passwords.fits(wanted, &account.password_hash) => {
                return Ok(None);
            }
            (Some(_), None) => return Ok(None),
            (_, Some(_)) => None,
            (None, None) => Some(crate::session::random_text(12)?),
        };
        let password = random.as_deref().or(wanted).unwrap_or_default();
        let hash = self.passwords.hash(password)?;
        self.database.with(|connection| store::accounts::set(connection, Self::EDITOR, &hash))?;
        Ok(random)
    }
}

/// All addresses of the site.
pub fn router(app: Arc<App>) -> Router {
    let admin = Router::new()
        .route("/admin", get(admin::home::show))
        .route("/admin/sign-in", get(auth::show).post(auth::sign_in))
        .route("/admin/sign-out", post(auth::sign_out))
        .merge(admin::imports::router())
        .route("/admin/entries/{id}", get(admin::edit::show).post(admin::save::save))
        .route("/admin/entries/{id}/delete", get(admin::remove::ask_delete).post(admin::remove::delete))
        .route("/admin/entries/{id}/withdraw", get(admin::remove::ask_withdraw).post(admin::remove::withdraw))
        .route("/admin/{domain}", get(admin::domain::show))
        .route("/admin/{domain}/{item}", get(admin::item::show))
        .route("/admin/{domain}/{item}/new", get(admin::edit::new).post(admin::save::create));
    let public = Router::new()
        .route("/", get(public::home::show))
        .route("/d/{domain}", get(public::domain::show))
        .route("/d/{domain}/{item}", get(public::item::show))
        .route("/entries/{id}", get(public::entry::show))
        .route("/search", get(public::search::show));
    Router::new()
        .merge(public)
        .merge(admin)
        .merge(assets::router(&app))
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(MAX_REQUEST_BYTES))
        .layer(CatchPanicLayer::custom(failure::from_panic))
        .layer(from_fn(failure::pages))
        .layer(from_fn(visit::choose_language))
        .layer(from_fn(headers::add))
        .with_state(app)
}
