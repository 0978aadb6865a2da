//! Sessions as stored: the hash of a token, whose it is, and until when.

use rusqlite::{Connection, OptionalExtension, Result, params};

/// A session that has not expired.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub key: Vec<u8>,
    /// Name of the account; none before signing in.
    pub account: Option<String>,
    /// What the session's forms carry.
    pub csrf: String,
}

pub(crate) fn open(
    connection: &Connection,
    key: &[u8],
    account: Option<i64>,
    csrf: &str,
    now: i64,
    expires_at: i64,
) -> Result<()> {
    connection.execute("DELETE FROM sessions WHERE expires_at <= ?", [now])?;
    connection.execute(
        "INSERT INTO sessions (key, account, csrf, expires_at) VALUES (?, ?, ?, ?)",
        params![key, account, csrf, expires_at],
    )?;
    Ok(())
}

pub(crate) fn find(connection: &Connection, key: &[u8], now: i64) -> Result<Option<Session>> {
    let mut statement = connection.prepare(
        "SELECT sessions.key, accounts.name, sessions.csrf FROM sessions
         LEFT JOIN accounts ON accounts.id = sessions.account
         WHERE sessions.key = ? AND sessions.expires_at > ?",
    )?;
    statement
        .query_row(params![key, now], |row| {
            Ok(Session { key: row.get(0)?, account: row.get(1)?, csrf: row.get(2)? })
        })
        .optional()
}

pub(crate) fn close(connection: &Connection, key: &[u8]) -> Result<()> {
    connection.execute("DELETE FROM sessions WHERE key = ?", [key])?;
    Ok(())
}

/// Leaves a message for the next page.
pub(crate) fn set_flash(connection: &Connection, key: &[u8], flash: &str) -> Result<()> {
    connection.execute("UPDATE sessions SET flash = ? WHERE key = ?", params![flash, key])?;
    Ok(())
}

/// Takes the message that was left, once.
pub(crate) fn take_flash(connection: &Connection, key: &[u8]) -> Result<Option<String>> {
    let mut statement = connection.prepare("SELECT flash FROM sessions WHERE key = ?")?;
    let flash: Option<String> = statement.query_row([key], |row| row.get(0)).optional()?.flatten();
    if flash.is_some() {
        connection.execute("UPDATE sessions SET flash = NULL WHERE key = ?", [key])?;
    }
    Ok(flash)
}
