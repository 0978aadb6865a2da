//! Entries as stored: what is public, and beside it what is being worked on.

use jiff::civil::DateTime;
use rusqlite::{Connection, OptionalExtension, Result, Row, params};

/// An entry as stored.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub id: i64,
    pub pack: String,
    pub item: String,
    /// Title of what is being worked on, else of what is public.
    pub title: String,
    /// What is being worked on, as posted.
    pub draft: Option<String>,
    /// What everybody sees.
    pub published: Option<String>,
    /// Local time of publication, `YYYY-MM-DDTHH:MM:SS`.
    pub published_at: Option<String>,
    /// Local time of the last change.
    pub updated_at: String,
    /// Counts the changes; a form that was made for another one is stale.
    pub version: i64,
    /// Made up for the demonstration.
    pub is_sample: bool,
}

/// The columns of [`Stored`].
pub(super) const COLUMNS: &str = "id, pack, item, title, draft_json, published_json, published_at, \
    updated_at, version, sample";

impl Stored {
    pub(super) fn read(row: &Row<'_>) -> Result<Self> {
        Ok(Stored {
            id: row.get(0)?,
            pack: row.get(1)?,
            item: row.get(2)?,
            title: row.get(3)?,
            draft: row.get(4)?,
            published: row.get(5)?,
            published_at: row.get(6)?,
            updated_at: row.get(7)?,
            version: row.get(8)?,
            is_sample: row.get(9)?,
        })
    }

    /// What an editor goes on with.
    pub fn current(&self) -> &str {
        self.draft.as_deref().or(self.published.as_deref()).unwrap_or_default()
    }
}

/// What is to be stored of a draft.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub title: String,
    pub json: String,
    pub now: DateTime,
}

/// What is to be stored of an entry made public.
#[derive(Debug, Clone)]
pub(crate) struct Publication {
    pub title: String,
    pub json: String,
    /// What a search looks through, in lower case.
    pub search_text: String,
    pub now: DateTime,
}

/// Whether a change was made; not when another one came first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Made,
    Stale,
}

impl Change {
    fn of(rows: usize) -> Self {
        if rows == 1 { Change::Made } else { Change::Stale }
    }
}

pub(crate) fn get(connection: &Connection, id: i64) -> Result<Option<Stored>> {
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM entries WHERE id = ?"))?;
    statement.query_row([id], Stored::read).optional()
}

/// Stores a new draft and gives its id; its version is 1.
pub(crate) fn create(connection: &Connection, pack: &str, item: &str, draft: &Draft) -> Result<i64> {
    connection.execute(
        "INSERT INTO entries (pack, item, title, draft_json, updated_at, version) VALUES (?, ?, ?, ?, ?, 1)",
        params![pack, item, draft.title, draft.json, draft.now.to_string()],
    )?;
    Ok(connection.last_insert_rowid())
}

pub(crate) fn save_draft(connection: &Connection, id: i64, version: i64, draft: &Draft) -> Result<Change> {
    let rows = connection.execute(
        "UPDATE entries SET draft_json = ?, title = ?, updated_at = ?, version = version + 1
         WHERE id = ? AND version = ?",
        params![draft.json, draft.title, draft.now.to_string(), id, version],
    )?;
    Ok(Change::of(rows))
}

pub(crate) fn publish(
    connection: &Connection,
    id: i64,
    version: i64,
    publication: &Publication,
) -> Result<Change> {
    let rows = connection.execute(
        "UPDATE entries SET published_json = ?1, draft_json = NULL, title = ?2, published_title = ?2,
            search_text = ?3, published_at = ?4, updated_at = ?4, version = version + 1
         WHERE id = ?5 AND version = ?6",
        params![
            publication.json,
            publication.title,
            publication.search_text,
            publication.now.to_string(),
            id,
            version
        ],
    )?;
    Ok(Change::of(rows))
}

pub(crate) fn mark_sample(connection: &Connection, id: i64) -> Result<()> {
    connection.execute("UPDATE entries SET sample = 1 WHERE id = ?", [id])?;
    Ok(())
}

/// Takes an entry back from the public; what was public is worked on further.
pub(crate) fn withdraw(connection: &Connection, id: i64, version: i64, now: DateTime) -> Result<Change> {
    let rows = connection.execute(
        "UPDATE entries SET draft_json = coalesce(draft_json, published_json), published_json = NULL,
            published_title = NULL, search_text = NULL, published_at = NULL, updated_at = ?,
            version = version + 1
         WHERE id = ? AND version = ? AND published_json IS NOT NULL",
        params![now.to_string(), id, version],
    )?;
    Ok(Change::of(rows))
}

/// Deletes a draft: the entry when nothing of it is public, else only the changes to it.
pub(crate) fn delete_draft(connection: &Connection, id: i64, version: i64, now: DateTime) -> Result<Change> {
    let deleted = connection.execute(
        "DELETE FROM entries WHERE id = ? AND version = ? AND published_json IS NULL",
        [id, version],
    )?;
    if deleted == 1 {
        return Ok(Change::Made);
    }
    let rows = connection.execute(
        "UPDATE entries SET draft_json = NULL, title = published_title, updated_at = ?, version = version + 1
         WHERE id = ? AND version = ? AND published_json IS NOT NULL AND draft_json IS NOT NULL",
        params![now.to_string(), id, version],
    )?;
    Ok(Change::of(rows))
}
