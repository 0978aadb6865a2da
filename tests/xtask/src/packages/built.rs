//! What the build has put into `dist/`: all of it, and nothing else.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};

use super::tree::Tree;
use crate::wasm;
use crate::workspace::Workspace;

/// Reads `dist/`.
///
/// # Errors
/// Something is missing, or something lies there that this source does not build.
pub fn read(workspace: &Workspace) -> Result<Tree> {
    let dist = workspace.dist();
    let tree = Tree::read(&dist).context("nothing is built; `cargo xtask build` does that")?;
    let expected = expected(workspace)?;
    let found: BTreeSet<String> = tree.files().map(|(path, _)| path.to_owned()).collect();
    let list = |paths: Vec<&String>| paths.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let missing: Vec<&String> = expected.difference(&found).collect();
    if !missing.is_empty() {
        bail!("{} lacks {}; `cargo xtask build` makes them", dist.display(), list(missing));
    }
    let foreign: Vec<&String> = found.difference(&expected).collect();
    if !foreign.is_empty() {
        bail!("{} holds what is not built today; remove {}", dist.display(), list(foreign));
    }
    Ok(tree)
}

fn expected(workspace: &Workspace) -> Result<BTreeSet<String>> {
    let mut expected: BTreeSet<String> =
        ["navigation.json", "calendar.json", wasm::ENTRY_SCRIPT, wasm::VALIDATOR].map(str::to_owned).into();
    for module in wasm::MODULES {
        expected.extend(["js", "wasm"].map(|extension| format!("{module}.{extension}")));
    }
    expected.extend(gongkai::packs().iter().map(|pack| format!("packs/{}.json", pack.id)));
    for entry in fs::read_dir(workspace.contract())? {
        expected.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    Ok(expected)
}
