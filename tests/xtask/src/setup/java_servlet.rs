//! The county's site in Java, built with Maven.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;
use crate::setup::languages;
use crate::workspace::Workspace;

/// Builds it; answers with the program.
///
/// # Errors
/// Maven or a package is missing and cannot be had, or it cannot be built.
pub fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    let maven = languages::maven()?;
    let run = |folder: &str, built: &Path, goals: &[&str]| {
        let mut command = Command::new(&maven);
        command.args(["--batch-mode", "--quiet", "-DskipTests"]).args(goals);
        command.arg(format!("-DbuildDirectory={}", built.display()));
        process::run(command.current_dir(workspace.root().join(folder)))
    };
    // The site takes the wrapper from the local repository, as one that has it from Maven does.
    run("core/portable/java", &workspace.target().join("java"), &["install"])?;
    let built = workspace.target().join("java-servlet");
    // Maven leaves there what the sources no longer have.
    let classes = built.join("classes");
    if classes.is_dir() {
        fs::remove_dir_all(&classes).with_context(|| format!("cannot remove {}", classes.display()))?;
    }
    run("examples/java-servlet", &built, &["package"])?;
    Ok(built.join("county.jar"))
}
