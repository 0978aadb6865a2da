//! `cargo xtask dist`: what is published, as files that are the same wherever they are made of the same source.

mod archive;
mod built;
mod command;
mod crates;
mod digests;
mod interface;
mod licenses;
mod moment;
mod notices;
mod npm;
mod offline;
mod registry;
mod sbom;
mod shipped;
mod sources;
mod tree;
mod trial;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::dist;
use crate::setup::wasm_toolchain::{WasmToolchain, active_release};
use crate::wasm::Effort;
use crate::workspace::Workspace;

use self::crates::Crates;
use self::offline::Parts;
use self::sbom::Subject;
use self::tree::Tree;

/// The version that all packages have.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How to package.
pub struct Options {
    /// Build nothing: package what lies in `dist/` and `target/`. Defaults to false.
    pub no_build: bool,
    /// Put the released program into the archive, which ties it to one kind of machine. Defaults to false.
    pub with_command: bool,
    /// Package twice and compare, then install and use the package for npm, pack the crates, build them with
    /// the oldest versions that they allow, and compare their interface with the last release. Defaults to false.
    pub check: bool,
}

/// Builds, packages into `target/packages/`, and prints what came out.
///
/// # Errors
/// Something cannot be built or read, a crate may not be shipped, or a check fails.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    if !options.no_build {
        dist::build(workspace, Effort::Full)?;
        command::build(workspace)?;
    }
    let packages = make(workspace, &built::read(workspace)?, options)?;
    if options.check {
        ensure!(
            packages == make(workspace, &built::read(workspace)?, options)?,
            "packaging twice gives different bytes"
        );
        println!("packaged twice with the same bytes");
    }
    let folder = workspace.target().join("packages");
    write(&folder, &packages)?;
    if options.check {
        trial::npm(workspace, &folder.join(npm_file()))?;
        registry::try_out(workspace)?;
        interface::check(workspace)?;
    }
    Ok(())
}

fn npm_file() -> String {
    format!("{}-{VERSION}.tgz", npm::NAME)
}

/// The packages by their file names.
fn make(workspace: &Workspace, built: &Tree, options: &Options) -> Result<Vec<(String, Vec<u8>)>> {
    let moment = moment::of_source(workspace)?;
    let (modules, program) = (shipped::in_modules(workspace)?, shipped::in_command(workspace)?);
    for crates in [&modules, &program] {
        licenses::check(crates)?;
    }
    let license = text_of(workspace, "LICENSE")?;
    let npm = npm::tree(built, VERSION, &license, &notices::text(&modules)?)?;

    let (rust_of_modules, rust_here) = (WasmToolchain::ensure(workspace)?.release()?, active_release()?);
    let mut subject = Subject {
        name: "gongkai-widgets-and-validator",
        version: VERSION,
        description: "The browser modules behind the custom elements, and the portable validator",
        is_program: false,
        rust_release: &rust_of_modules,
    };
    let modules_bill = sbom::bill(&subject, &modules, moment)?;
    subject = Subject {
        name: "gongkai",
        description: "The command gongkai",
        is_program: true,
        rust_release: &rust_here,
        ..subject
    };
    let program_bill = sbom::bill(&subject, &program, moment)?;

    let parts = Parts {
        command: command_files(workspace, options)?,
        sources: sources::read(workspace)?,
        bills: vec![("modules.cdx.json", modules_bill.clone()), ("command.cdx.json", program_bill.clone())],
        texts: vec![
            ("CHANGELOG.md", text_of(workspace, "CHANGELOG.md")?),
            ("LICENSE", license),
            ("THIRD-PARTY-LICENSES", notices::text(&both(modules, program))?),
        ],
    };
    let offline = offline::tree(built, VERSION, &parts);
    Ok(vec![
        (npm_file(), archive::npm_tarball(&npm)?),
        (
            format!("gongkai-{VERSION}-offline.zip"),
            archive::zip(&offline, &format!("gongkai-{VERSION}"), moment)?,
        ),
        (format!("gongkai-{VERSION}-modules.cdx.json"), modules_bill.into_bytes()),
        (format!("gongkai-{VERSION}-command.cdx.json"), program_bill.into_bytes()),
    ])
}

fn command_files(workspace: &Workspace, options: &Options) -> Result<Tree> {
    let mut files = Tree::default();
    match command::any(workspace) {
        Some(program) => files = command::describe(&program)?,
        None => eprintln!("the command is not built: the archive is without its manual and completions"),
    }
    match command::released(workspace).filter(|_| options.with_command) {
        Some(program) => {
            for (path, file) in command::program(&program)?.files() {
                files.add_program(path, file.bytes.clone());
            }
        }
        None if options.with_command => eprintln!("the command is not released: the archive is without it"),
        None => eprintln!("the archive is without the command itself; --with-command puts it in"),
    }
    Ok(files)
}

fn both(mut one: Crates, other: Crates) -> Crates {
    one.all.extend(other.all);
    one
}

fn text_of(workspace: &Workspace, file: &str) -> Result<String> {
    fs::read_to_string(workspace.root().join(file)).with_context(|| format!("cannot read {file}"))
}

fn write(folder: &Path, packages: &[(String, Vec<u8>)]) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in packages {
        let path = folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}  {:>9}  {name}", digests::hex(&Sha256::digest(bytes)), bytes.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::tree::Tree;
    use super::{Options, make};
    use crate::wasm;
    use crate::workspace::Workspace;

    #[test]
    fn the_same_source_gives_the_same_bytes() {
        let workspace = Workspace::locate();
        let mut built = Tree::default();
        for module in wasm::MODULES {
            built.add(format!("{module}.js"), format!("// {module}"));
        }
        built.add(wasm::ENTRY_SCRIPT, *b"export {};");
        let options = Options { no_build: true, with_command: true, check: false };
        let package = |built: &Tree| make(&workspace, built, &options).expect("it packages");
        let first = package(&built);
        assert!(first == package(&built));
        built.add(wasm::ENTRY_SCRIPT, *b"export { };");
        let other = package(&built);
        let differ: Vec<&str> = (first.iter().zip(&other).filter(|(one, other)| one != other))
            .map(|((name, _), _)| name.rsplit('.').next().unwrap_or_default())
            .collect();
        assert_eq!(differ, ["tgz", "zip"]);
    }
}
