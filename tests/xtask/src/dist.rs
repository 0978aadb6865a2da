//! The folder that a site serves: `wasm-widgets/dist/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::wasm;
use crate::workspace::Workspace;

/// Builds everything in `dist/`; redoes nothing whose inputs are unchanged.
///
/// # Errors
/// A tool is missing or fails.
pub fn build(workspace: &Workspace, effort: wasm::Effort) -> Result<()> {
    wasm::build(workspace, effort)?;
    copy_contract(workspace)?;
    write_data(&workspace.dist())
}

/// Puts what describes the elements beside them: manifest, types, reference, playground.
fn copy_contract(workspace: &Workspace) -> Result<()> {
    let folder = workspace.contract();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        write_if_changed(&workspace.dist().join(entry.file_name()), &text)?;
    }
    Ok(())
}

/// Writes the data that the widgets load at run time: compiled packs, menu, calendar.
///
/// # Errors
/// A file cannot be written.
pub fn write_data(dist: &Path) -> Result<()> {
    let packs = dist.join("packs");
    fs::create_dir_all(&packs).with_context(|| format!("cannot make {}", packs.display()))?;
    for pack in gongkai::packs() {
        let path = packs.join(format!("{}.json", pack.id));
        write_if_changed(&path, &serde_json::to_string(&pack.clone().slim())?)?;
    }
    write_if_changed(&dist.join("navigation.json"), &serde_json::to_string(&gongkai::navigation())?)?;
    write_if_changed(&dist.join("calendar.json"), &serde_json::to_string(&gongkai::calendar().compiled())?)
}

/// A file that stays as it is keeps its time, so that caches stay valid.
fn write_if_changed(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
