//! The generated files that are committed: JSON Schemas, indexes, tables in the documentation.

use anyhow::{Result, bail};

use crate::process;
use crate::workspace::Workspace;

/// Writes the generated files; with `check`, only compares them.
///
/// # Errors
/// A generator fails, or `check` finds a file that is out of date.
pub fn run(workspace: &Workspace, check: bool) -> Result<()> {
    let mut generator = process::cargo();
    generator.args(["run", "--quiet", "--package", "gongkai-tests", "--bin", "regen", "--"]);
    if check {
        generator.arg("--check");
    }
    if !process::status(generator.current_dir(workspace.root()))?.success() {
        bail!(
            "{}",
            if check {
                "generated files are out of date; run `cargo xtask regen`"
            } else {
                "a generator failed"
            }
        );
    }
    Ok(())
}
