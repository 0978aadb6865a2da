//! The handbook as a site: mdBook makes a folder of each language out of `examples/handbook/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

/// A tool beside the build: as a library it would be compiled for every other task too.
const MDBOOK: &str = "0.5.4";
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Writes `target/handbook/`, from which any server can hand the site out.
///
/// # Errors
/// mdBook cannot be had, or refuses a page.
pub fn build(workspace: &Workspace) -> Result<()> {
    let mdbook = mdbook(workspace)?;
    let source = workspace.root().join("examples/handbook");
    let site = workspace.target().join("handbook");
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("cannot empty {}", site.display()))?;
    }
    for language in LANGUAGES {
        let folder = site.join(language);
        let mut build = Command::new(&mdbook);
        process::run(build.arg("build").arg("--dest-dir").arg(&folder).arg(source.join(language)))?;
        // It copies all that is no page.
        fs::remove_file(folder.join("book.toml"))?;
    }
    copy(&source.join("images"), &site.join("images"))?;
    println!("{}", site.join(LANGUAGES[0]).join("index.html").display());
    Ok(())
}

/// Both languages show the same pictures.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn mdbook(workspace: &Workspace) -> Result<PathBuf> {
    let tools = workspace.target().join("tools");
    let program = tools.join("bin").join(format!("mdbook{}", std::env::consts::EXE_SUFFIX));
    let is_there = process::output(Command::new(&program).arg("--version"))
        .is_ok_and(|version| version.trim() == format!("mdbook v{MDBOOK}"));
    if !is_there {
        let mut install = process::cargo();
        install.args(["install", "--locked", "--no-default-features", "--root"]).arg(&tools);
        process::run(install.arg(format!("mdbook@{MDBOOK}")))
            .context("cannot install mdBook; is the registry within reach?")?;
    }
    Ok(program)
}
