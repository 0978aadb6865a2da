//! Wagtail, in a Python of its own, and the tests of the app itself.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::languages;
use crate::workspace::Workspace;

/// Makes sure that Wagtail is there and lets the app judge itself; answers with the Python that runs the site.
///
/// # Errors
/// Python or a package is missing and cannot be had, or a test of the app fails.
pub fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.root().join("examples/wagtail");
    let mut packages = languages::requirements(&folder.join("requirements.txt"))?;
    packages.extend(languages::requirements(&folder.join("tests/requirements.txt"))?);
    let python = languages::python(workspace, &packages)?;
    let pytest = ["-m", "pytest", "-q", "-p", "no:cacheprovider"];
    process::run(
        Command::new(&python)
            .args(pytest)
            .current_dir(&folder)
            .env("GONGKAI_DIST", workspace.dist())
            .env("PYTHONDONTWRITEBYTECODE", "1"),
    )
    .with_context(|| format!("in {}", folder.display()))?;
    Ok(python)
}
