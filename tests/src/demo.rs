//! The demonstration site, as its own process with a database of its own.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::judges::TODAY;
use crate::page::Page;
use crate::server_process::ServerProcess;

/// Name of the demonstration's account.
pub const EDITOR: &str = "editor";
/// Its password.
pub const PASSWORD: &str = "a password of the tests";

/// A running `demo-cms`; ends on drop, also when the test panics.
pub struct Demo {
    address: String,
    // In this order: the program ends before its database goes.
    _program: ServerProcess,
    folder: TempDir,
}

impl Demo {
    /// Starts the demonstration on a free port with an empty database and waits until it answers.
    ///
    /// `GONGKAI_DEMO_CMS` names the program; defaults to the one that cargo built beside this test.
    ///
    /// # Errors
    /// It is not built, ends early, or does not answer in time.
    pub fn start() -> Result<Self> {
        Self::with_widgets(&crate::widgets::dist())
    }

    /// The same with another folder of widgets.
    ///
    /// # Errors
    /// As above.
    pub fn with_widgets(dist: &Path) -> Result<Self> {
        let folder = TempDir::with_prefix("gongkai-demo-")?;
        let mut command = Command::new(program()?);
        command.args(["--listen", "127.0.0.1:0", "--password", PASSWORD]);
        command.args(["--today", &gongkai_core::date::write(TODAY)]);
        command.arg("--database").arg(folder.path().join("demo.sqlite"));
        command.arg("--dist").arg(dist);
        let (program, address) = ServerProcess::start_and_find(&mut command, |line| {
            line.strip_prefix("listening on ").map(str::to_owned)
        })?;
        Ok(Self { address, _program: program, folder })
    }

    /// The whole address of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Signs the editor in, from whatever page.
    ///
    /// # Errors
    /// The browser refuses, or the site does.
    pub async fn sign_in(&self, page: &Page) -> Result<()> {
        page.open(&self.url("/admin")).await?;
        page.type_text("#name", EDITOR).await?;
        page.type_text("#password", PASSWORD).await?;
        page.click("main button").await?;
        page.wait_for("!document.querySelector('#password')").await
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("demo.sqlite")
    }
}

fn program() -> Result<PathBuf> {
    if let Some(file) = env::var_os("GONGKAI_DEMO_CMS") {
        return Ok(file.into());
    }
    // Tests lie in `target/debug/deps`, programs one folder above.
    let test = env::current_exe()?;
    let folder = test.ancestors().nth(2).context("a test lies in `deps` inside the target folder")?;
    let file = folder.join(format!("demo-cms{}", env::consts::EXE_SUFFIX));
    if !file.is_file() {
        bail!("{} is missing; run `cargo build --package demo-cms` first", file.display());
    }
    Ok(file)
}
