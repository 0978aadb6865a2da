//! What the sites that are not ours need to run: see `examples/` and `tests/src/hosts/`.

use std::path::PathBuf;

use anyhow::Result;

use crate::process;
use crate::setup::{java_servlet, wagtail, wordpress};
use crate::workspace::Workspace;

/// Installs what is missing; answers with the variables that the tests find it by.
///
/// # Errors
/// Something is missing and cannot be installed or built.
pub fn ensure(workspace: &Workspace) -> Result<Vec<(&'static str, PathBuf)>> {
    // PHP comes with it, for the plainest of the sites too.
    wordpress::ensure()?;
    // Sites ask the command, by its sidecar or as a process.
    process::run(process::cargo().args(["build", "--package", "gongkai"]).current_dir(workspace.root()))?;
    Ok(vec![
        ("GONGKAI_COMMAND", workspace.root().join("target/debug/gongkai")),
        ("GONGKAI_JAVA_SERVLET", java_servlet::ensure(workspace)?),
        ("GONGKAI_WAGTAIL_PYTHON", wagtail::ensure(workspace)?),
    ])
}
