//! What several sites start beside themselves: the command, its service, PHP's own server.

use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::server_process::ServerProcess;

/// The command `gongkai`: what `GONGKAI_COMMAND` names, else what cargo built beside this test.
pub(super) fn command() -> Result<PathBuf> {
    if let Some(file) = env::var_os("GONGKAI_COMMAND") {
        return Ok(file.into());
    }
    let test = env::current_exe()?;
    let folder = test.ancestors().nth(2).context("a test lies in `deps` inside the target folder")?;
    let file = folder.join(format!("gongkai{}", env::consts::EXE_SUFFIX));
    ensure!(file.is_file(), "{} is missing; run `cargo build --package gongkai` first", file.display());
    Ok(file)
}

/// `gongkai serve` on a free port, with its address.
pub(super) fn sidecar() -> Result<(ServerProcess, String)> {
    let mut serve = Command::new(command()?);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--log", "off"]);
    ServerProcess::start_and_find(&mut serve, |line| line.strip_prefix("listening on ").map(str::to_owned))
}

/// A port for programs that do not say which one they took.
pub(super) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
