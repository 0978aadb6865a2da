//! The job for Spark in `examples/spark/`, tested on this machine: a step of its own, since PySpark alone is half a
//! gigabyte and takes a Java, which those who look after the wrappers have no use for.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::languages;
use crate::workspace::Workspace;

/// Lets the job judge generated entries, with a part of its machines lost on the way, and compares.
///
/// # Errors
/// Python, Java or a package is missing and cannot be had, or a test fails.
pub fn test(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root().join("examples/spark");
    languages::java()?;
    let mut packages = languages::requirements(&folder.join("requirements.txt"))?;
    packages.extend(languages::requirements(&folder.join("tests/requirements.txt"))?);
    let python = languages::python(workspace, &packages)?;
    // Its reports are compared with those of the command.
    process::run(process::cargo().args(["build", "--package", "gongkai"]).current_dir(workspace.root()))?;
    process::run(
        Command::new(python)
            .args(["-m", "pytest", "-q", "-s", "-p", "no:cacheprovider"])
            .current_dir(&folder)
            .env("GONGKAI_DIST", workspace.dist())
            .env("GONGKAI_COMMAND", workspace.target().join("debug/gongkai"))
            .env("PYTHONDONTWRITEBYTECODE", "1"),
    )
    .with_context(|| format!("in {}", folder.display()))
}
