//! Sources that go along as they are: the wrappers of the validator, and how sites are connected.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::tree::Tree;
use crate::process;
use crate::workspace::Workspace;

/// Where they lie here, and where in a package.
const FOLDERS: &[(&str, &str)] = &[
    ("core/portable/go", "wrappers/go"),
    ("core/portable/java", "wrappers/java"),
    ("core/portable/node", "wrappers/node"),
    ("core/portable/python", "wrappers/python"),
    ("examples/java-servlet", "examples/java-servlet"),
    ("examples/plain-html", "examples/plain-html"),
    ("examples/sidecar", "examples/sidecar"),
    ("examples/wagtail", "examples/wagtail"),
    ("examples/wordpress", "examples/wordpress"),
];
const FILES: &[(&str, &str)] = &[("core/portable/README.md", "wrappers/README.md")];
/// They need what is not in a package, or show what is.
const LEFT_OUT: &[&str] = &["/test/", "/tests/", "_test.go", "/screenshots/", ".gitignore"];

/// All that git keeps of them, as it lies in the work tree.
///
/// # Errors
/// Git does not know them, or one cannot be read.
pub fn read(workspace: &Workspace) -> Result<Tree> {
    let mut tree = Tree::default();
    let mut add = |from: &str, to: String| -> Result<()> {
        let bytes = fs::read(workspace.root().join(from)).with_context(|| format!("cannot read {from}"))?;
        tree.add(to, bytes);
        Ok(())
    };
    for (from, to) in FILES {
        add(from, (*to).to_owned())?;
    }
    for (folder, place) in FOLDERS {
        let mut git = Command::new("git");
        let listed =
            process::output(git.args(["ls-files", "-z", "--", folder]).current_dir(workspace.root()))?;
        let paths = listed.split('\0').filter(|path| !path.is_empty());
        let paths: Vec<&str> =
            paths.filter(|path| !LEFT_OUT.iter().any(|part| path.contains(part))).collect();
        ensure!(!paths.is_empty(), "git keeps nothing in {folder}");
        for path in paths {
            add(path, path.replacen(folder, place, 1))?;
        }
    }
    Ok(tree)
}
