//! The command in a package: its manual pages and completions, on request the program itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::tree::Tree;
use crate::process;
use crate::setup::wasm_toolchain::{FLAG_SEPARATOR, remaps};
use crate::workspace::Workspace;

const NAME: &str = "gongkai";
/// Each shell, and what it wants the file to be called.
const SHELLS: &[(&str, &str)] = &[
    ("bash", "gongkai.bash"),
    ("elvish", "gongkai.elv"),
    ("fish", "gongkai.fish"),
    ("powershell", "_gongkai.ps1"),
    ("zsh", "_gongkai"),
];
/// Languages of the manual, and the folders that `man` looks for them in.
const MANUALS: &[(&str, &str)] = &[("en", "man/man1"), ("zh-CN", "man/zh_CN/man1")];

/// Builds the command as it is released, with nothing that tells where it was built.
///
/// # Errors
/// It cannot be compiled.
pub fn build(workspace: &Workspace) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.env("CARGO_ENCODED_RUSTFLAGS", remaps(workspace).join(FLAG_SEPARATOR));
    process::run(
        cargo.args(["build", "--release", "--locked", "--package", NAME]).current_dir(workspace.root()),
    )
}

/// The released program, when it has been built.
pub fn released(workspace: &Workspace) -> Option<PathBuf> {
    program_in(&workspace.target().join("release"))
}

/// Any build of the program; all print the same manual.
pub fn any(workspace: &Workspace) -> Option<PathBuf> {
    released(workspace).or_else(|| program_in(&workspace.target().join("debug")))
}

fn program_in(folder: &Path) -> Option<PathBuf> {
    [NAME, "gongkai.exe"].map(|name| folder.join(name)).into_iter().find(|path| path.is_file())
}

/// Manual pages in both languages, and completions.
///
/// # Errors
/// The program does not print one of them.
pub fn describe(program: &Path) -> Result<Tree> {
    let mut tree = Tree::default();
    for (shell, file) in SHELLS {
        let script = process::output(Command::new(program).args(["completions", shell]))?;
        tree.add(format!("completions/{file}"), script);
    }
    for (language, folder) in MANUALS {
        let page = |arguments: &[&str]| {
            process::output(Command::new(program).args(["--lang", language, "man"]).args(arguments))
        };
        let whole = page(&[])?;
        let commands = commands(&whole);
        ensure!(!commands.is_empty(), "the manual page of {NAME} lists no commands");
        for command in commands {
            tree.add(format!("{folder}/{NAME}-{command}.1"), page(&[&command])?);
        }
        tree.add(format!("{folder}/{NAME}.1"), whole);
    }
    Ok(tree)
}

/// The commands that a manual page refers to as `gongkai\-check(1)`.
fn commands(page: &str) -> Vec<String> {
    let found = page.lines().filter_map(|line| line.strip_prefix("gongkai\\-")?.strip_suffix("(1)"));
    found.map(|name| name.replace("\\-", "-")).filter(|name| name != "help").collect()
}

/// The program, to be put into a package.
///
/// # Errors
/// It cannot be read.
pub fn program(path: &Path) -> Result<Tree> {
    let mut tree = Tree::default();
    let name = path.file_name().context("a program has a name")?.to_string_lossy();
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    tree.add_program(format!("bin/{name}"), bytes);
    Ok(tree)
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn the_manual_names_the_commands() {
        let page = ".SH SUBCOMMANDS\n.TP\ngongkai\\-check(1)\nJudges\n.TP\ngongkai\\-help(1)\nHelps\n";
        assert_eq!(commands(page), ["check"]);
        assert!(commands("gongkai").is_empty());
    }
}
