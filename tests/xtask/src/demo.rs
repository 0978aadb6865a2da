//! The demonstration site: a small content management system with the widgets in it.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::dist;
use crate::process;
use crate::wasm::Effort;
use crate::workspace::Workspace;

/// The demonstration listens on this machine alone and holds samples alone.
const PASSWORD: &str = "demo";

/// Builds everything and serves the demonstration until it ends; hands on its exit code.
///
/// # Errors
/// The address cannot be used, or a build fails.
pub fn run(workspace: &Workspace, listen: SocketAddr) -> Result<ExitCode> {
    // Before the build, so that nobody waits minutes to read this.
    ensure_free(listen)?;
    dist::build(workspace, Effort::Full)?;
    process::run(process::cargo().args(["build", "--package", "demo-cms"]).current_dir(workspace.root()))?;

    let folder = workspace.target().join("demo");
    fs::create_dir_all(&folder)?;
    ensure_free(listen)?;
    println!("public site:   http://{listen}/");
    println!("editing pages: http://{listen}/admin (user editor, password {PASSWORD}); stop with Ctrl-C");
    let program = workspace.target().join("debug").join(format!("demo-cms{}", std::env::consts::EXE_SUFFIX));
    let mut demo = Command::new(program);
    demo.arg("--listen").arg(listen.to_string());
    demo.arg("--database").arg(folder.join("demo.sqlite"));
    demo.arg("--dist").arg(workspace.dist());
    demo.args(["--password", PASSWORD]);
    let status = process::status(&mut demo)?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

fn ensure_free(listen: SocketAddr) -> Result<()> {
    TcpListener::bind(listen).map(drop).with_context(|| {
        format!("cannot listen on {listen}; another program may use the port, so try `cargo xtask demo --listen 127.0.0.1:8081`")
    })
}
