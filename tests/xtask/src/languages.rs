//! The portable validator in the languages that it has wrappers for: each judges the whole case set.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::setup::languages;
use crate::wasm;
use crate::workspace::Workspace;

/// Lets every wrapper judge the cases, and compares with what the library says natively.
///
/// # Errors
/// A language is missing and cannot be installed, or a wrapper gives another report.
pub fn test(workspace: &Workspace) -> Result<()> {
    let cases = workspace.root().join("target/portable-cases.ndjson");
    process::run(
        process::cargo()
            .args(["run", "--quiet", "--package", "gongkai-tests", "--bin", "portable_cases", "--"])
            .arg(&cases)
            .current_dir(workspace.root()),
    )?;
    let surroundings = Surroundings { data: workspace.dist(), cases };
    let folder = |name: &str| workspace.root().join("core/portable").join(name);

    let python = languages::python(workspace, &["wasmtime", "pytest"])?;
    let pytest = ["-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "tests"];
    surroundings
        .run(Command::new(python).args(pytest).env("PYTHONDONTWRITEBYTECODE", "1"), &folder("python"))?;

    surroundings.run(Command::new(languages::node()?).args(["--test", "test/"]), &folder("node"))?;

    let tests = ["test", "-count=1", "-v", "-run", "Test", "-bench", ".", "./..."];
    surroundings.run(Command::new(languages::go()?).args(tests), &folder("go"))?;

    let built = format!("-DbuildDirectory={}", workspace.root().join("target/java").display());
    let maven = ["--batch-mode", "--quiet", built.as_str(), "test"];
    surroundings.run(Command::new(languages::maven()?).args(maven), &folder("java"))
}

/// What the tests of the wrappers read.
struct Surroundings {
    data: PathBuf,
    cases: PathBuf,
}

impl Surroundings {
    fn run(&self, command: &mut Command, folder: &Path) -> Result<()> {
        command
            .current_dir(folder)
            .env("GONGKAI_VALIDATOR", self.data.join(wasm::VALIDATOR))
            .env("GONGKAI_DATA", &self.data)
            .env("GONGKAI_CASES", &self.cases);
        process::run(command).with_context(|| format!("in {}", folder.display()))
    }
}
