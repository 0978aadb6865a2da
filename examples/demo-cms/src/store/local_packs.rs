//! Local packs as stored: guidelines that editors accepted, those in use and those of before.

use jiff::civil::DateTime;
use rusqlite::{Connection, Result, params};

/// A guideline that an editor accepted.
#[derive(Debug, Clone)]
pub(crate) struct LocalPack {
    pub id: i64,
    /// Id of its domain, `24-compulsory-education`.
    pub pack: String,
    pub name: String,
    pub edition: String,
    /// The guideline as JSON.
    pub guideline: String,
    pub accepted_by: String,
    /// Local time.
    pub accepted_at: String,
    /// Whether the site publishes by it.
    pub is_in_use: bool,
}

/// What is to be stored of a guideline.
#[derive(Debug, Clone)]
pub(crate) struct NewLocalPack {
    pub pack: String,
    pub name: String,
    pub edition: String,
    pub guideline: String,
    /// The import that it comes from, and the number of its domain there, from 0.
    pub import: (i64, u32),
    pub by: String,
    pub now: DateTime,
}

/// All of them, latest first: they are few, and none is ever deleted, because entries may have been made by it.
pub(crate) fn all(connection: &Connection) -> Result<Vec<LocalPack>> {
    let mut statement = connection.prepare(
        "SELECT id, pack, name, edition, guideline_json, accepted_by, accepted_at, removed_at IS NULL
         FROM local_packs ORDER BY id DESC",
    )?;
    let packs = statement.query_map([], |row| {
        Ok(LocalPack {
            id: row.get(0)?,
            pack: row.get(1)?,
            name: row.get(2)?,
            edition: row.get(3)?,
            guideline: row.get(4)?,
            accepted_by: row.get(5)?,
            accepted_at: row.get(6)?,
            is_in_use: row.get(7)?,
        })
    })?;
    packs.collect()
}

/// Stores a guideline and puts it in the place of the one that its domain had.
pub(crate) fn put(connection: &Connection, new: &NewLocalPack) -> Result<()> {
    let now = new.now.to_string();
    connection.execute(
        "UPDATE local_packs SET removed_at = ? WHERE pack = ? AND removed_at IS NULL",
        params![now, new.pack],
    )?;
    connection.execute(
        "INSERT INTO local_packs
            (pack, name, edition, guideline_json, import, import_domain, accepted_by, accepted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        params![new.pack, new.name, new.edition, new.guideline, new.import.0, new.import.1, new.by, now],
    )?;
    Ok(())
}

/// Takes a pack out of use; false when it was not in use.
pub(crate) fn remove(connection: &Connection, id: i64, now: DateTime) -> Result<bool> {
    let rows = connection.execute(
        "UPDATE local_packs SET removed_at = ? WHERE id = ? AND removed_at IS NULL",
        params![now.to_string(), id],
    )?;
    Ok(rows == 1)
}

/// The domains of an import that were accepted, by their numbers, with the ids of their packs.
pub(crate) fn of_import(connection: &Connection, import: i64) -> Result<Vec<(u32, String)>> {
    let mut statement =
        connection.prepare("SELECT import_domain, pack FROM local_packs WHERE import = ? ORDER BY id")?;
    let found = statement.query_map([import], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.collect()
}
