//! The tools from npm, at the versions that `tests/package-lock.json` pins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::debian;
use crate::workspace::Workspace;

/// Installs the pinned tools when they are missing or the lock file has changed; returns `node_modules`.
///
/// # Errors
/// Node.js is missing and cannot be installed, or npm fails.
pub fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    ensure_in(&workspace.tests())
}

/// The same for the tools of another folder with a `package.json` and a lock file.
///
/// # Errors
/// Node.js is missing and cannot be installed, or npm fails.
pub fn ensure_in(folder: &Path) -> Result<PathBuf> {
    let modules = folder.join("node_modules");
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read(&lock_file).with_context(|| format!("cannot read {}", lock_file.display()))?;
    let installed_lock = modules.join(".installed-lock.json");
    if fs::read(&installed_lock).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    if process::find_program(&["npm"]).is_none() {
        debian::install(&["nodejs", "npm"], "the tools from npm (Node.js 18 or later)")?;
    }
    // No package we use needs an install script, so none may run.
    process::run(
        Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder),
    )
    .with_context(|| {
        format!("cannot install what {} pins; is the npm registry within reach?", lock_file.display())
    })?;
    fs::write(&installed_lock, lock)?;
    Ok(modules)
}

/// A command that runs one of the installed tools.
pub fn tool(workspace: &Workspace, name: &str) -> Command {
    Command::new(workspace.tests().join("node_modules/.bin").join(name))
}
