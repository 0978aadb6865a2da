//! Accounts: a name and the hash of a password.

use rusqlite::{Connection, OptionalExtension, Result, params};

/// An account as stored.
#[derive(Debug)]
pub(crate) struct Account {
    pub id: i64,
    pub password_hash: String,
}

pub(crate) fn find(connection: &Connection, name: &str) -> Result<Option<Account>> {
    let mut statement = connection.prepare("SELECT id, password_hash FROM accounts WHERE name = ?")?;
    statement.query_row([name], |row| Ok(Account { id: row.get(0)?, password_hash: row.get(1)? })).optional()
}

/// Makes the account or changes its password; whoever was signed in is signed out.
pub(crate) fn set(connection: &mut Connection, name: &str, password_hash: &str) -> Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute(
        "INSERT INTO accounts (name, password_hash) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET password_hash = ?2",
        params![name, password_hash],
    )?;
    transaction
        .execute("DELETE FROM sessions WHERE account = (SELECT id FROM accounts WHERE name = ?)", [name])?;
    transaction.commit()
}
