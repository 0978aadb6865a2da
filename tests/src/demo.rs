//! The demonstration site, as its own process with a database of its own.

use std::env;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::server_process::ServerProcess;
use crate::wait;

/// A running `demo-cms`; ends on drop, also when the test panics.
pub struct Demo {
    address: SocketAddr,
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
    pub async fn start() -> Result<Self> {
        let program = program()?;
        let folder = TempDir::with_prefix("gongkai-demo-")?;
        // Between this and the start another program could take the port; then the start fails and says so.
        let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let mut command = Command::new(program);
        command.arg("--listen").arg(address.to_string());
        command
            .arg("--database")
            .arg(folder.path().join("demo.sqlite"));
        command
            .arg("--dist")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm-widgets/dist"));
        let mut process = ServerProcess::start(&mut command)?;
        wait::until(&format!("demo-cms at {address}"), || {
            let ended = process.has_ended();
            async move {
                if ended {
                    bail!("demo-cms ended instead of listening on {address}");
                }
                Ok(TcpStream::connect(address).await.ok())
            }
        })
        .await?;
        Ok(Self {
            address,
            _program: process,
            folder,
        })
    }

    /// The whole address of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
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
    let folder = test
        .ancestors()
        .nth(2)
        .context("a test lies in `deps` inside the target folder")?;
    let file = folder.join(format!("demo-cms{}", env::consts::EXE_SUFFIX));
    if !file.is_file() {
        bail!(
            "{} is missing; run `cargo build --package demo-cms` first",
            file.display()
        );
    }
    Ok(file)
}
