//! Python, Node.js, Go and Java, for the wrappers of the portable validator.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::debian;
use crate::workspace::Workspace;

const PURPOSE: &str = "the wrappers of the portable validator";

/// What is there, in the versions asked for; ends with 1 otherwise.
const INSTALLED: &str = "
import importlib.metadata as metadata, sys
for asked in sys.argv[1:]:
    name, _, version = asked.partition('==')
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        sys.exit(1)
    if version not in ('', found):
        sys.exit(1)";

/// A Python of its own with these packages, each `name` or `name==version`; the one of the system stays as it is.
///
/// # Errors
/// Python is missing and cannot be installed, or a package cannot be had.
pub fn python<S: AsRef<OsStr>>(workspace: &Workspace, packages: &[S]) -> Result<PathBuf> {
    let folder = workspace.root().join("target/python");
    let python = folder.join("bin/python");
    if !python.is_file() {
        if debian::is_debian_like() {
            debian::install(&["python3", "python3-venv"], PURPOSE)?;
        }
        process::run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    if process::output(Command::new(&python).args(["-c", INSTALLED]).args(packages)).is_err() {
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        process::run(Command::new(&python).args(pip).args(packages))?;
    }
    Ok(python)
}

/// The packages that a `requirements.txt` pins.
///
/// # Errors
/// The file cannot be read.
pub fn requirements(file: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
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

/// A Java that runs programs.
///
/// # Errors
/// It is missing and cannot be installed.
pub fn java() -> Result<PathBuf> {
    program("java", &["default-jre-headless"])
}

fn program(name: &str, packages: &[&str]) -> Result<PathBuf> {
    if let Some(found) = process::find_program(&[name]) {
        return Ok(found);
    }
    debian::install(packages, PURPOSE)?;
    process::find_program(&[name]).map_or_else(|| bail!("{PURPOSE} need `{name}`"), Ok)
}
