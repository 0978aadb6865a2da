//! The crates as a registry would take them: each with the ones before it, packed from a copy that may be published, and
//! built with the oldest versions that their manifests allow.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::workspace::Workspace;

/// In the order in which they are published.
pub(super) const CRATES: &[&str] = &["gongkai-guidelines", "gongkai-core", "gongkai-widgets", "gongkai"];
/// What holds all of them back until their owner decides.
const HELD_BACK: &str = "publish = false";
/// The folders of the crates, as a workspace of their own names them.
const MEMBERS: &str = r#"members = ["core", "core/cli", "guideline-schemas", "wasm-widgets"]"#;

/// Packs the crates; nothing is sent.
///
/// # Errors
/// A manifest lacks something, or a crate needs what the ones before it do not hold.
pub fn try_out(workspace: &Workspace) -> Result<()> {
    let copy = workspace.target().join("packages/crates");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    copy_sources(workspace, &copy)?;
    let manifest = copy.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?;
    ensure!(text.contains(HELD_BACK), "the root manifest does not say `{HELD_BACK}` any more");
    fs::write(&manifest, text.replace(HELD_BACK, "publish = true"))?;
    let mut cargo = process::cargo();
    cargo.args(["package", "--no-verify", "--allow-dirty", "--quiet"]).current_dir(&copy);
    cargo.arg("--target-dir").arg(copy.join("target"));
    for name in CRATES {
        cargo.args(["--package", name]);
    }
    process::run(&mut cargo)?;
    let version = super::VERSION;
    for name in CRATES {
        let size = fs::metadata(copy.join(format!("target/package/{name}-{version}.crate")))?.len();
        println!("a registry would take {name} {version}, {size} bytes");
    }
    oldest(workspace, &copy)?;
    Ok(fs::remove_dir_all(&copy)?)
}

/// Checks the crates with the oldest version of each dependency that a manifest names: whoever has those gets no newer ones.
fn oldest(workspace: &Workspace, copy: &Path) -> Result<()> {
    let manifest = copy.join("Cargo.toml");
    let mut text = String::new();
    for line in fs::read_to_string(&manifest)?.lines() {
        // Tools and tests may need newer ones, and would decide for all.
        let line = if line.starts_with("members = ") { MEMBERS } else { line };
        if !line.starts_with("default-members = ") {
            text.push_str(line);
            text.push('\n');
        }
    }
    ensure!(text.contains(MEMBERS), "the root manifest does not list its members in one line any more");
    fs::write(&manifest, text)?;
    fs::remove_file(copy.join("Cargo.lock"))?;
    // An option that Cargo has had for years and does not promise to keep.
    let cargo = || {
        let mut cargo = process::cargo();
        cargo.current_dir(copy).env("RUSTC_BOOTSTRAP", "1");
        cargo
    };
    process::run(cargo().args(["generate-lockfile", "-Zdirect-minimal-versions"]))?;
    let mut check = cargo();
    check.args(["check", "--locked", "--all-features", "--quiet", "--target-dir"]);
    process::run(check.arg(workspace.target().join("oldest")))?;
    println!("the crates build with the oldest versions that they allow");
    Ok(())
}

/// What git keeps, as it lies in the work tree.
fn copy_sources(workspace: &Workspace, copy: &Path) -> Result<()> {
    let listed = process::output(Command::new("git").args(["ls-files", "-z"]).current_dir(workspace.root()))?;
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        let (from, to) = (workspace.root().join(path), copy.join(path));
        if from.is_file() {
            fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
            fs::copy(&from, &to).with_context(|| format!("cannot copy {path}"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::Value;

    use crate::packages::VERSION;
    use crate::workspace::Workspace;

    #[test]
    fn all_packages_have_one_version() {
        let workspace = Workspace::locate();
        let read = |path: &str| fs::read_to_string(workspace.root().join(path)).expect("the file exists");
        let manifest: toml::Table = read("Cargo.toml").parse().expect("a manifest is TOML");
        let crates = manifest["workspace"]["dependencies"].as_table().expect("a table");
        let ours: Vec<_> = crates.iter().filter(|(name, _)| name.starts_with("gongkai")).collect();
        assert!(ours.len() >= 3);
        for (name, dependency) in ours {
            assert_eq!(dependency["version"].as_str(), Some(VERSION), "{name}");
        }
        let node: Value = serde_json::from_str(&read("core/portable/node/package.json")).expect("JSON");
        assert_eq!(node["version"], VERSION);
        let python: toml::Table = read("core/portable/python/pyproject.toml").parse().expect("TOML");
        assert_eq!(python["project"]["version"].as_str(), Some(VERSION));
    }
}
