//! The crates that are really in what is built: by package, features and target, without macros and build scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use cargo_metadata::Metadata;

use crate::process;
use crate::workspace::Workspace;

/// A crate in a version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What is known of a crate.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Its licence as an SPDX expression, as its author wrote it.
    pub license: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// SHA-256 of the published file; those of this workspace have none.
    pub checksum: Option<String>,
    /// Where its sources lie on this machine.
    pub folder: PathBuf,
    /// What it needs, among the crates that are in.
    pub needs: BTreeSet<Crate>,
}

/// Crates that are in something, and who needs whom.
#[derive(Clone, Debug, Default)]
pub struct Crates {
    /// The packages that were asked for.
    pub roots: BTreeSet<Crate>,
    /// All, with the roots.
    pub all: BTreeMap<Crate, About>,
}

impl Crates {
    /// What is in packages that are built together, for a target or for this machine.
    ///
    /// # Errors
    /// Cargo fails, or one of its answers does not fit the others.
    pub fn of(workspace: &Workspace, groups: &[&[&str]], target: Option<&str>) -> Result<Self> {
        let mut crates = Self::default();
        for packages in groups {
            crates.read_tree(&tree(workspace, packages, target)?)?;
        }
        crates.look_up(workspace)?;
        Ok(crates)
    }

    /// Reads `cargo tree --prefix depth`: `2 serde v1.0.0 (/where)`, each below the one that needs it.
    fn read_tree(&mut self, printed: &str) -> Result<()> {
        let mut above: Vec<Crate> = Vec::new();
        for line in printed.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split(' ');
            let (Some(depth), Some(name), Some(version)) = (words.next(), words.next(), words.next()) else {
                bail!("`cargo tree` prints something else now: {line}");
            };
            let depth: usize = depth.parse().with_context(|| format!("no depth in `{line}`"))?;
            let version = version.strip_prefix('v').with_context(|| format!("no version in `{line}`"))?;
            let found = Crate { name: name.to_owned(), version: version.to_owned() };
            above.truncate(depth);
            match above.last() {
                Some(parent) => drop(self.all.entry(parent.clone()).or_default().needs.insert(found.clone())),
                None => drop(self.roots.insert(found.clone())),
            }
            self.all.entry(found.clone()).or_default();
            above.push(found);
        }
        Ok(())
    }

    fn look_up(&mut self, workspace: &Workspace) -> Result<()> {
        let mut cargo = process::cargo();
        cargo.args(["metadata", "--format-version", "1", "--locked"]).current_dir(workspace.root());
        let metadata: Metadata = serde_json::from_str(&process::output(&mut cargo)?)?;
        let checksums = checksums(workspace)?;
        for package in metadata.packages {
            let known = Crate { name: package.name.to_string(), version: package.version.to_string() };
            if let Some(about) = self.all.get_mut(&known) {
                about.license = package.license;
                about.description = package.description;
                about.folder = package.manifest_path.parent().context("a manifest lies in a folder")?.into();
                about.checksum = checksums.get(&known).cloned();
            }
        }
        Ok(())
    }
}

fn tree(workspace: &Workspace, packages: &[&str], target: Option<&str>) -> Result<String> {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace.root());
    cargo.args([
        "tree",
        "--locked",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "depth",
        "--format",
        " {p}",
    ]);
    if let Some(target) = target {
        cargo.args(["--target", target]);
    }
    for package in packages {
        cargo.args(["--package", package]);
    }
    process::output(&mut cargo)
}

fn checksums(workspace: &Workspace) -> Result<BTreeMap<Crate, String>> {
    let lock: toml::Table = fs::read_to_string(workspace.root().join("Cargo.lock"))?.parse()?;
    let packages =
        lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock lists no packages")?;
    let text = |package: &toml::Value, key: &str| package.get(key)?.as_str().map(str::to_owned);
    Ok(packages
        .iter()
        .filter_map(|package| {
            let known = Crate { name: text(package, "name")?, version: text(package, "version")? };
            Some((known, text(package, "checksum")?))
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::{Crate, Crates};

    fn named(name: &str, version: &str) -> Crate {
        Crate { name: name.to_owned(), version: version.to_owned() }
    }

    #[test]
    fn the_printed_tree_becomes_a_graph() {
        let mut crates = Crates::default();
        let printed =
            "0 top v0.1.0 (/somewhere/else)\n1 one v1.0.0\n2 two v2.0.0\n1 three v3.0.0\n2 one v1.0.0 (*)\n";
        crates.read_tree(printed).expect("it is a tree");
        assert!(crates.roots.iter().eq([&named("top", "0.1.0")]));
        assert_eq!(crates.all.len(), 4);
        let needs = |name, version| &crates.all[&named(name, version)].needs;
        assert!(needs("top", "0.1.0").iter().eq([&named("one", "1.0.0"), &named("three", "3.0.0")]));
        assert!(needs("three", "3.0.0").iter().eq([&named("one", "1.0.0")]));
        assert!(needs("one", "1.0.0").iter().eq([&named("two", "2.0.0")]));
        assert!(Crates::default().read_tree("top v0.1.0").is_err());
    }
}
