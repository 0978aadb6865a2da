//! The public interface of the crates beside that of the last release: what breaks asks for a new version.

use std::process::Command;

use anyhow::Result;

use super::registry::CRATES;
use crate::process;
use crate::workspace::Workspace;

/// The program that compares.
const PROGRAM: &str = "cargo-semver-checks";

/// Compares the crates with the last release, a tag that begins with `v`; says so where there is none yet.
///
/// # Errors
/// The program cannot be installed, or something breaks that the version does not tell of.
pub fn check(workspace: &Workspace) -> Result<()> {
    let mut tags = Command::new("git");
    tags.args(["tag", "--list", "v*", "--sort=-v:refname"]).current_dir(workspace.root());
    let Some(release) = process::output(&mut tags)?.lines().next().map(str::to_owned) else {
        println!("there is no release yet that the public interface could be compared with");
        return Ok(());
    };
    let tools = workspace.target().join("tools");
    if !tools.join("bin").join(PROGRAM).is_file() {
        process::run(process::cargo().args(["install", "--locked", PROGRAM, "--root"]).arg(&tools))?;
    }
    let mut compare = Command::new(tools.join("bin").join(PROGRAM));
    compare.args(["semver-checks", "--baseline-rev", &release]).current_dir(workspace.root());
    for name in CRATES {
        compare.args(["--package", name]);
    }
    process::run(&mut compare)
}
