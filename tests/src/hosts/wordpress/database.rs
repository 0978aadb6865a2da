//! A MariaDB with an empty database of its own, reached by its socket alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::server_process::ServerProcess;
use crate::wait;

/// Name of the database.
pub const NAME: &str = "wordpress";
/// The smallest one; the default is larger than all the rest.
const LOG_SIZE: &str = "--innodb-log-file-size=8M";

/// A running database server.
pub struct Database {
    // In this order: the server ends before its files go.
    _server: ServerProcess,
    _data: TempDir,
    socket: PathBuf,
}

impl Database {
    /// Starts it with its socket in this folder.
    ///
    /// # Errors
    /// MariaDB is not installed, or does not answer in time.
    pub async fn start(folder: &Path) -> Result<Self> {
        let files = data_folder()?;
        let data = files.path().join("data");
        let user = format!("--user={}", user()?);
        let mut install = Command::new("mariadb-install-db");
        install.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", &user]);
        install.arg(LOG_SIZE).arg(format!("--datadir={}", data.display()));
        let output = install.output().context("cannot start `mariadb-install-db`; is it installed?")?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

        let socket = socket(folder);
        let mut server = Command::new(program());
        server.args(["--no-defaults", "--skip-networking", "--innodb-buffer-pool-size=32M", LOG_SIZE, &user]);
        // Nothing has to outlive the test.
        server.args(["--innodb-flush-log-at-trx-commit=0", "--skip-innodb-doublewrite"]);
        server.arg(format!("--datadir={}", data.display()));
        server.arg(format!("--socket={}", socket.display()));
        server.stderr(super::tree::log(folder)?);
        let database = Self { _server: ServerProcess::start(&mut server)?, _data: files, socket };
        wait::until("MariaDB to answer", || async { Ok(database.ask("", "SELECT 1").ok()) }).await?;
        database.ask("", &format!("CREATE DATABASE {NAME} CHARACTER SET utf8mb4"))?;
        Ok(database)
    }

    /// The first column of what is selected, as the client prints it.
    ///
    /// # Errors
    /// The server refuses.
    pub fn rows(&self, select: &str) -> Result<Vec<String>> {
        Ok(self.ask(NAME, select)?.lines().map(str::to_owned).collect())
    }

    /// The same for a column of `HEX(text)`: no sign of a text is lost on the way.
    ///
    /// # Errors
    /// The server refuses, or it is no such column.
    pub fn texts(&self, select: &str) -> Result<Vec<String>> {
        self.rows(select)?.iter().map(|row| from_hex(row)).collect()
    }

    fn ask(&self, database: &str, question: &str) -> Result<String> {
        let mut client = Command::new("mariadb");
        client.args([
            "--no-defaults",
            "--user=root",
            "--batch",
            "--skip-column-names",
            "--execute",
            question,
        ]);
        client.arg(format!("--socket={}", self.socket.display())).arg(database).stdin(Stdio::null());
        let output = client.output().context("cannot start `mariadb`")?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?)
    }
}

/// A folder for the files of the database: in memory where there is such a place, since a database that is set up
/// waits for the disk most of the time.
fn data_folder() -> Result<TempDir> {
    let memory = Path::new("/dev/shm");
    let in_memory = TempDir::with_prefix_in("gongkai-database-", memory);
    Ok(in_memory.or_else(|_| TempDir::with_prefix("gongkai-database-"))?)
}

/// Where the server listens.
pub fn socket(folder: &Path) -> PathBuf {
    folder.join("socket")
}

fn from_hex(hex: &str) -> Result<String> {
    let bytes = hex.as_bytes().chunks(2).map(|pair| {
        let digits = std::str::from_utf8(pair).context("hexadecimal digits are ASCII")?;
        u8::from_str_radix(digits, 16).with_context(|| format!("{digits} is not hexadecimal"))
    });
    Ok(String::from_utf8(bytes.collect::<Result<_>>()?)?)
}

/// The server lies where only administrators look.
fn program() -> &'static Path {
    let debian = Path::new("/usr/sbin/mariadbd");
    if debian.is_file() { debian } else { Path::new("mariadbd") }
}

/// MariaDB runs as root only when it is told to.
fn user() -> Result<String> {
    let output = Command::new("id").arg("-un").output().context("cannot start `id`")?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}
