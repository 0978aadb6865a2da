//! Imports as stored: what was uploaded, what was understood of it, and what an editor decided.

use gongkai_core::import::{Decisions, ImportReport};
use jiff::civil::DateTime;
use rusqlite::{Connection, OptionalExtension, Result, params};
use serde::{Deserialize, Serialize};

/// Imports in the list at most; the latest ones.
const MAX_LISTED: u32 = 100;

/// What becomes of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Somebody may still decide and accept.
    Open,
    /// All its domains were accepted.
    Accepted,
    /// Nothing more will be taken from it.
    Discarded,
}

impl State {
    fn of(text: &str) -> Self {
        match text {
            "accepted" => State::Accepted,
            "discarded" => State::Discarded,
            _ => State::Open,
        }
    }
}

/// An import in the list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub id: i64,
    pub name: String,
    pub state: State,
    pub domains: u32,
    pub accepted: u32,
    pub items: u32,
    pub uploaded_by: String,
    /// Local time.
    pub uploaded_at: String,
}

/// What stands at the head of the guideline that a domain becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Head {
    pub name: String,
    pub code: String,
    pub slug: String,
    pub edition: String,
    pub issuer: String,
}

/// What an editor decided about one domain.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct DomainWork {
    /// None: what is suggested.
    pub head: Option<Head>,
    pub decisions: Decisions,
}

/// An import with everything in it.
#[derive(Debug)]
pub(crate) struct Stored {
    pub state: State,
    pub report: ImportReport,
    /// As many as the report has domains.
    pub work: Vec<DomainWork>,
    pub uploaded_by: String,
    /// Local time.
    pub uploaded_at: String,
    /// Counts the changes.
    pub version: i64,
}

pub(crate) fn list(connection: &Connection) -> Result<Vec<Listed>> {
    let mut statement = connection.prepare(&format!(
        "SELECT id, name, state, domains, items, uploaded_by, uploaded_at,
            (SELECT count(DISTINCT import_domain) FROM local_packs WHERE import = imports.id)
         FROM imports ORDER BY id DESC LIMIT {MAX_LISTED}"
    ))?;
    let imports = statement.query_map([], |row| {
        Ok(Listed {
            id: row.get(0)?,
            name: row.get(1)?,
            state: State::of(row.get_ref(2)?.as_str()?),
            domains: row.get(3)?,
            items: row.get(4)?,
            uploaded_by: row.get(5)?,
            uploaded_at: row.get(6)?,
            accepted: row.get(7)?,
        })
    })?;
    imports.collect()
}

/// The open import of the same document, when there is one.
pub(crate) fn open_with(connection: &Connection, sha256: &str) -> Result<Option<i64>> {
    let mut statement =
        connection.prepare("SELECT id FROM imports WHERE sha256 = ? AND state = 'open' ORDER BY id DESC")?;
    statement.query_row([sha256], |row| row.get(0)).optional()
}

/// Stores what was understood of a document and gives the number of the import.
pub(crate) fn create(connection: &Connection, report: &ImportReport, by: &str, now: DateTime) -> Result<i64> {
    let work = vec![DomainWork::default(); report.domains.len()];
    connection.execute(
        "INSERT INTO imports (name, sha256, report_json, work_json, state, domains, items, uploaded_by, uploaded_at,
            updated_at, version)
         VALUES (?1, ?2, ?3, ?4, 'open', ?5, ?6, ?7, ?8, ?8, 1)",
        params![
            report.document.name,
            report.document.sha256,
            json(report)?,
            json(&work)?,
            i64::try_from(report.domains.len()).unwrap_or(i64::MAX),
            i64::try_from(report.counts.items).unwrap_or(i64::MAX),
            by,
            now.to_string(),
        ],
    )?;
    Ok(connection.last_insert_rowid())
}

pub(crate) fn get(connection: &Connection, id: i64) -> Result<Option<Stored>> {
    let mut statement = connection.prepare(
        "SELECT state, report_json, work_json, uploaded_by, uploaded_at, version FROM imports WHERE id = ?",
    )?;
    let found = statement.query_row([id], |row| {
        let report: ImportReport = read(1, row.get_ref(1)?.as_str()?)?;
        let mut work: Vec<DomainWork> = read(2, row.get_ref(2)?.as_str()?)?;
        work.resize(report.domains.len(), DomainWork::default());
        Ok(Stored {
            state: State::of(row.get_ref(0)?.as_str()?),
            report,
            work,
            uploaded_by: row.get(3)?,
            uploaded_at: row.get(4)?,
            version: row.get(5)?,
        })
    });
    found.optional()
}

/// Changes what was decided about one domain; false when the import is no longer open.
/// What was decided meanwhile about other rows stays.
pub(crate) fn work(
    connection: &mut Connection,
    id: i64,
    domain: usize,
    now: DateTime,
    change: impl FnOnce(&mut DomainWork),
) -> Result<bool> {
    let transaction = connection.transaction()?;
    let text: Option<String> = transaction
        .query_row("SELECT work_json FROM imports WHERE id = ? AND state = 'open'", [id], |row| row.get(0))
        .optional()?;
    let Some(text) = text else { return Ok(false) };
    let mut work: Vec<DomainWork> = read(0, &text)?;
    let Some(of_domain) = work.get_mut(domain) else { return Ok(false) };
    change(of_domain);
    transaction.execute(
        "UPDATE imports SET work_json = ?, updated_at = ?, version = version + 1 WHERE id = ?",
        params![json(&work)?, now.to_string(), id],
    )?;
    transaction.commit()?;
    Ok(true)
}

/// Stores what was decided about all domains; false when the import is no longer open or was changed meanwhile.
pub(crate) fn set_work(
    connection: &Connection,
    id: i64,
    version: i64,
    work: &[DomainWork],
    now: DateTime,
) -> Result<bool> {
    let rows = connection.execute(
        "UPDATE imports SET work_json = ?, updated_at = ?, version = version + 1
         WHERE id = ? AND version = ? AND state = 'open'",
        params![json(&work)?, now.to_string(), id, version],
    )?;
    Ok(rows == 1)
}

/// Ends an import; false when it was not open.
pub(crate) fn discard(connection: &Connection, id: i64, now: DateTime) -> Result<bool> {
    end(connection, id, "discarded", now)
}

/// Says that all domains of an import were accepted.
pub(crate) fn accept(connection: &Connection, id: i64, now: DateTime) -> Result<bool> {
    end(connection, id, "accepted", now)
}

fn end(connection: &Connection, id: i64, state: &str, now: DateTime) -> Result<bool> {
    let rows = connection.execute(
        "UPDATE imports SET state = ?, updated_at = ?, version = version + 1 WHERE id = ? AND state = 'open'",
        params![state, now.to_string(), id],
    )?;
    Ok(rows == 1)
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn read<T: serde::de::DeserializeOwned>(column: usize, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}
