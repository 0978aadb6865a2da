//! The database: one SQLite file, opened, brought up to date, and used off the async threads.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use crate::failure::Failure;

/// One step for each version of the file; `PRAGMA user_version` counts those taken.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        password_hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sessions (
        key BLOB PRIMARY KEY,
        account INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
        csrf TEXT NOT NULL,
        flash TEXT,
        expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pack TEXT NOT NULL,
        item TEXT NOT NULL,
        title TEXT NOT NULL,
        draft_json TEXT,
        published_json TEXT,
        published_title TEXT,
        search_text TEXT,
        published_at TEXT,
        updated_at TEXT NOT NULL,
        version INTEGER NOT NULL,
        sample INTEGER NOT NULL DEFAULT 0,
        CHECK (draft_json IS NOT NULL OR published_json IS NOT NULL)
    ) STRICT;
    CREATE INDEX entries_by_item ON entries (pack, item);
",
    "
    CREATE TABLE imports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        report_json TEXT NOT NULL,
        work_json TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'discarded')),
        domains INTEGER NOT NULL,
        items INTEGER NOT NULL,
        uploaded_by TEXT NOT NULL,
        uploaded_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        version INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE local_packs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pack TEXT NOT NULL,
        name TEXT NOT NULL,
        edition TEXT NOT NULL,
        guideline_json TEXT NOT NULL,
        import INTEGER NOT NULL REFERENCES imports (id),
        import_domain INTEGER NOT NULL,
        accepted_by TEXT NOT NULL,
        accepted_at TEXT NOT NULL,
        removed_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX local_packs_in_use ON local_packs (pack) WHERE removed_at IS NULL;
    CREATE INDEX local_packs_by_import ON local_packs (import);
",
];

/// The database, shared by all handlers.
#[derive(Debug, Clone)]
pub(crate) struct Database {
    connection: Arc<Mutex<Connection>>,
}

impl Database {
    /// Opens the file, makes it with its folders when absent, and brings it up to date.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        migrate(&mut connection)?;
        Ok(Database { connection: Arc::new(Mutex::new(connection)) })
    }

    /// Works with the connection on the thread of the caller, who must not be async.
    pub fn with<T>(&self, work: impl FnOnce(&mut Connection) -> T) -> T {
        // A panic leaves no transaction open, so the connection stays good.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut connection)
    }

    /// Works with the connection on a thread that may wait.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let database = self.clone();
        Ok(tokio::task::spawn_blocking(move || database.with(work)).await??)
    }
}

fn migrate(connection: &mut Connection) -> anyhow::Result<()> {
    let done: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    anyhow::ensure!(
        usize::try_from(done)? <= MIGRATIONS.len(),
        "the file was made by a later version of this program"
    );
    for (version, step) in (1_u32..).zip(MIGRATIONS).skip_while(|(version, _)| *version <= done) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}
