//! The browser modules: Rust to WebAssembly, their JavaScript glue, and what shrinks both.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::glue;
use crate::process;
use crate::setup::npm;
use crate::setup::wasm_toolchain::{TARGET, WasmToolchain};
use crate::workspace::Workspace;

/// The modules: packages in `wasm-widgets/modules/`, each becoming a script and a WebAssembly file of its name.
pub const MODULES: &[&str] =
    &["gongkai-form", "gongkai-table", "gongkai-nav", "gongkai-check", "gongkai-sheets"];
/// What is compiled together: those that need more of the core than others would give it to all of them.
pub const GROUPS: &[&[&str]] = &[
    &["gongkai-form", "gongkai-table", "gongkai-nav", "gongkai-check"],
    &["gongkai-sheets"],
    &[VALIDATOR_PACKAGE],
];
/// The module without imports, for other languages.
const VALIDATOR_PACKAGE: &str = "gongkai-portable";
/// Its file.
pub const VALIDATOR: &str = "gongkai_validator.wasm";
/// What all modules are made of.
const LIBRARY: &str = "gongkai-widgets";
/// The file that a page loads; the modules are loaded by it.
pub const ENTRY_SCRIPT: &str = "gongkai.js";

/// How much trouble to take over size.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effort {
    /// As small as can be.
    Full,
    /// Soon, for the next look at a page.
    Quick,
}

impl Effort {
    fn profile(self) -> &'static str {
        match self {
            Self::Full => "wasm",
            Self::Quick => "wasm-quick",
        }
    }
}

/// What the compiler may already have used, and nothing newer: the optimiser must not ask more of a browser.
const WASM_OPT: &[&str] = &[
    // Instances of one generic function side by side compress better.
    "--reorder-functions-by-name",
    // Fewer functions also start sooner: browsers compile each when it is first called.
    "-O1",
    "-O3",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];
const ESBUILD: &[&str] =
    &["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"];

/// Builds the scripts and modules in `dist/`; does nothing for those that are up to date.
///
/// # Errors
/// A tool is missing or fails; the message names it.
pub fn build(workspace: &Workspace, effort: Effort) -> Result<()> {
    let toolchain = WasmToolchain::ensure(workspace)?;
    for group in GROUPS {
        let mut cargo = toolchain.build(workspace);
        for package in *group {
            cargo.args(["--package", package]);
        }
        process::run(cargo.args(["--profile", effort.profile()]))?;
    }
    npm::ensure(workspace)?;
    fs::create_dir_all(workspace.dist())?;
    for module in MODULES {
        finish_module(workspace, module, effort)?;
    }
    finish_validator(workspace, effort)?;
    entry_script(workspace)
}

/// The packages that are made for browsers alone.
pub fn packages() -> impl Iterator<Item = &'static str> {
    MODULES.iter().copied().chain([LIBRARY])
}

fn finish_module(workspace: &Workspace, module: &str, effort: Effort) -> Result<()> {
    let compiled = workspace.wasm_target().join(TARGET).join(effort.profile());
    let compiled = compiled.join(module.replace('-', "_")).with_extension("wasm");
    let outputs = ["js", "wasm"].map(|extension| workspace.dist().join(module).with_extension(extension));
    let lock = workspace.tests().join("package-lock.json");
    let stamp = Stamp::new(workspace, module, &[compiled.clone(), lock], effort)?;
    if stamp.is_current(&outputs) {
        return Ok(());
    }
    let [script, binary] = outputs;
    let glue = glue::generate(workspace, module, &compiled)?;
    let generated = glue.join(format!("{module}_bg.wasm"));
    match effort {
        Effort::Full => optimise(workspace, &generated, &binary)?,
        Effort::Quick => drop(fs::copy(generated, &binary)?),
    }
    bundle(workspace, &glue.join(module).with_extension("js"), &script)?;
    stamp.set()
}

/// The validator needs no glue, nothing but the optimiser.
fn finish_validator(workspace: &Workspace, effort: Effort) -> Result<()> {
    let compiled = workspace.wasm_target().join(TARGET).join(effort.profile()).join(VALIDATOR);
    let output = workspace.dist().join(VALIDATOR);
    let lock = workspace.tests().join("package-lock.json");
    let stamp = Stamp::new(workspace, VALIDATOR, &[compiled.clone(), lock], effort)?;
    if stamp.is_current(std::slice::from_ref(&output)) {
        return Ok(());
    }
    match effort {
        Effort::Full => optimise(workspace, &compiled, &output)?,
        Effort::Quick => drop(fs::copy(&compiled, &output)?),
    }
    stamp.set()
}

fn entry_script(workspace: &Workspace) -> Result<()> {
    let output = workspace.dist().join(ENTRY_SCRIPT);
    let mut inputs = scripts(workspace)?;
    inputs.push(workspace.tests().join("package-lock.json"));
    let stamp = Stamp::new(workspace, ENTRY_SCRIPT, &inputs, Effort::Full)?;
    if stamp.is_current(std::slice::from_ref(&output)) {
        return Ok(());
    }
    bundle(workspace, &workspace.widget_scripts().join(ENTRY_SCRIPT), &output)?;
    stamp.set()
}

/// What some outputs were made of, remembered beside them.
struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    fn new(workspace: &Workspace, name: &str, inputs: &[PathBuf], effort: Effort) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        (WASM_OPT, ESBUILD, include_str!("glue.rs"), effort).hash(&mut hasher);
        for input in inputs {
            let content = fs::read(input).with_context(|| format!("cannot read {}", input.display()))?;
            (input.file_name(), content).hash(&mut hasher);
        }
        let file = workspace.wasm_target().join(format!("{name}-fingerprint"));
        Ok(Self { file, fingerprint: format!("{:016x}", hasher.finish()) })
    }

    fn is_current(&self, outputs: &[PathBuf]) -> bool {
        outputs.iter().all(|file| file.is_file())
            && fs::read_to_string(&self.file).is_ok_and(|old| old == self.fingerprint)
    }

    fn set(&self) -> Result<()> {
        fs::write(&self.file, &self.fingerprint)
            .with_context(|| format!("cannot write {}", self.file.display()))
    }
}

/// Lints the browser modules, the only packages that plain clippy leaves out; `false` when there is no clippy for it.
///
/// # Errors
/// Clippy finds something.
pub fn clippy(workspace: &Workspace) -> Result<bool> {
    let toolchain = WasmToolchain::ensure(workspace)?;
    if !toolchain.has_clippy() {
        return Ok(false);
    }
    let mut clippy = toolchain.cargo(workspace, "clippy");
    for package in packages() {
        clippy.args(["--package", package]);
    }
    process::run(clippy.args(["--", "-D", "warnings"]))?;
    Ok(true)
}

fn scripts(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let folder = workspace.widget_scripts();
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut scripts = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push(path);
        }
    }
    scripts.sort();
    Ok(scripts)
}

fn optimise(workspace: &Workspace, module: &Path, output: &Path) -> Result<()> {
    process::run(npm::tool(workspace, "wasm-opt").args(WASM_OPT).arg(module).arg("-o").arg(output))
}

fn bundle(workspace: &Workspace, script: &Path, output: &Path) -> Result<()> {
    let mut esbuild = npm::tool(workspace, "esbuild");
    process::run(esbuild.args(ESBUILD).arg(format!("--outfile={}", output.display())).arg(script))
}
