//! Python, Node.js, Go and Java, for the wrappers of the portable validator.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::setup::debian;
use crate::workspace::Workspace;

const PURPOSE: &str = "the wrappers of the portable validator";

/// A Python of its own with these packages; the one of the system stays as it is.
///
/// # Errors
/// Python is missing and cannot be installed, or a package cannot be had.
pub fn python(workspace: &Workspace, packages: &[&str]) -> Result<PathBuf> {
    let folder = workspace.root().join("target/python");
    let python = folder.join("bin/python");
    if !python.is_file() {
        if debian::is_debian_like() {
            debian::install(&["python3", "python3-venv"], PURPOSE)?;
        }
        process::run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let names: Vec<String> = packages.iter().map(|name| name.replace('-', "_")).collect();
    let imports = names.iter().map(|name| format!("import {name}")).collect::<Vec<_>>().join(";");
    if process::output(Command::new(&python).args(["-c", &imports])).is_err() {
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        process::run(Command::new(&python).args(pip).args(packages))?;
    }
    Ok(python)
}

/// Node.js.
///
/// # Errors
/// It is missing and cannot be installed.
pub fn node() -> Result<PathBuf> {
    program("node", &["nodejs"])
}

/// Go, of which distributions often have an old one.
///
/// # Errors
/// It is missing and cannot be installed, or older than 1.22.
pub fn go() -> Result<PathBuf> {
    let go = program("go", &["golang-go"])?;
    let version = process::output(Command::new(&go).args(["env", "GOVERSION"]))?;
    let minor =
        version.trim().trim_start_matches("go1.").split('.').next().and_then(|minor| minor.parse().ok());
    if minor.is_none_or(|minor: u32| minor < 22) {
        bail!("{PURPOSE} need Go 1.22 or later, and this is {}", version.trim());
    }
    Ok(go)
}

/// Maven with a Java.
///
/// # Errors
/// It is missing and cannot be installed.
pub fn maven() -> Result<PathBuf> {
    program("mvn", &["maven", "default-jdk-headless"])
}

fn program(name: &str, packages: &[&str]) -> Result<PathBuf> {
    if let Some(found) = process::find_program(&[name]) {
        return Ok(found);
    }
    debian::install(packages, PURPOSE)?;
    process::find_program(&[name]).map_or_else(|| bail!("{PURPOSE} need `{name}`"), Ok)
}
