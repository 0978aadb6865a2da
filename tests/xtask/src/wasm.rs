//! The browser module: Rust to WebAssembly, its JavaScript glue, and what shrinks both.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::process;
use crate::setup::npm;
use crate::setup::wasm_toolchain::{TARGET, WasmToolchain};
use crate::workspace::Workspace;

const PACKAGE: &str = "gongkai-widgets";
/// The name of the glue; `gongkai.js` imports `./gongkai_widgets.js`.
const GLUE: &str = "gongkai_widgets";
const PROFILE: &str = "wasm";
/// The file that a page loads.
pub const ENTRY_SCRIPT: &str = "gongkai.js";
/// The file that the entry script loads.
pub const MODULE: &str = "gongkai_widgets_bg.wasm";

/// What the compiler may already have used, and nothing newer: the optimiser must not ask more of a browser.
const WASM_OPT: &[&str] = &[
    // Instances of one generic function side by side compress better.
    "--reorder-functions-by-name",
    // Lightly, twice: what shortens the code further makes it less regular, so that it compresses worse.
    "-O1",
    "-O1",
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

/// Builds `dist/gongkai.js` and `dist/gongkai_widgets_bg.wasm`; does nothing when they are up to date.
///
/// # Errors
/// A tool is missing or fails; the message names it.
pub fn build(workspace: &Workspace) -> Result<()> {
    let toolchain = WasmToolchain::ensure(workspace)?;
    process::run(toolchain.build(workspace).args(["--package", PACKAGE, "--profile", PROFILE]))?;
    let compiled = workspace.wasm_target().join(TARGET).join(PROFILE).join(GLUE).with_extension("wasm");

    let fingerprint = fingerprint(workspace, &compiled)?;
    let outputs = [workspace.dist().join(ENTRY_SCRIPT), workspace.dist().join(MODULE)];
    let stamp = workspace.wasm_target().join("dist-fingerprint");
    if outputs.iter().all(|file| file.is_file())
        && fs::read_to_string(&stamp).is_ok_and(|old| old == fingerprint)
    {
        return Ok(());
    }

    npm::ensure(workspace)?;
    let glue = generate_glue(workspace, &compiled)?;
    fs::create_dir_all(workspace.dist())?;
    optimise(workspace, &glue.join(MODULE), &workspace.dist().join(MODULE))?;
    bundle(workspace, &glue)?;
    fs::write(stamp, fingerprint)?;
    Ok(())
}

/// Lints the browser module, the only package that plain clippy leaves out; `false` when there is no clippy for it.
///
/// # Errors
/// Clippy finds something.
pub fn clippy(workspace: &Workspace) -> Result<bool> {
    let toolchain = WasmToolchain::ensure(workspace)?;
    if !toolchain.has_clippy() {
        return Ok(false);
    }
    process::run(toolchain.cargo(workspace, "clippy").args(["--package", PACKAGE, "--", "-D", "warnings"]))?;
    Ok(true)
}

fn fingerprint(workspace: &Workspace, compiled: &Path) -> Result<String> {
    let mut inputs = scripts(workspace)?;
    inputs.push(compiled.to_path_buf());
    inputs.push(workspace.tests().join("package-lock.json"));
    let mut hasher = DefaultHasher::new();
    (WASM_OPT, ESBUILD).hash(&mut hasher);
    for input in inputs {
        let content = fs::read(&input).with_context(|| format!("cannot read {}", input.display()))?;
        (input.file_name(), content).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
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

/// Runs wasm-bindgen and puts the hand-written scripts beside its output, so that their imports resolve.
fn generate_glue(workspace: &Workspace, compiled: &Path) -> Result<PathBuf> {
    let folder = workspace.wasm_target().join("glue");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(GLUE).typescript(false);
    // The optimiser still goes by the names of the functions; it removes them afterwards.
    bindgen.remove_name_section(false);
    // The glue looks for the module beside itself, so the site may put the folder anywhere.
    bindgen.omit_default_module_path(false);
    // Its error type and ours are different versions of one idea, so only the text can be carried over.
    let generated = bindgen.web(true).and_then(|bindgen| {
        let mut output = bindgen.generate_output()?;
        let glue = shorten_names(&mut output);
        output.emit(&folder)?;
        Ok(glue)
    });
    let glue = generated
        .map_err(|error| anyhow!("wasm-bindgen cannot process {}: {error:#}", compiled.display()))?;
    fs::write(folder.join(GLUE).with_extension("js"), glue)?;
    for script in scripts(workspace)? {
        let name = script.file_name().expect("a file that was listed has a name");
        fs::copy(&script, folder.join(name))?;
    }
    Ok(folder)
}

/// Shortens what module and glue call each other, and returns the glue; the hashes in those names do not compress.
fn shorten_names(output: &mut Output) -> String {
    let mut names: Vec<String> = Vec::new();
    for import in output.wasm().imports.iter() {
        names.extend([import.module.clone(), import.name.clone()]);
    }
    let is_internal = |name: &str| name.starts_with("__") || name.starts_with("wasm_bindgen_");
    let exports = output.wasm().exports.iter().map(|export| export.name.clone());
    names.extend(exports.filter(|name| is_internal(name)));
    // The longest first: one name may be the beginning of another.
    names.sort_by_key(|name| (Reverse(name.len()), name.clone()));
    names.dedup();

    let mut glue = output.js().to_owned();
    let mut short = HashMap::new();
    for (number, name) in names.into_iter().enumerate() {
        let shortened = format!("_{number:x}");
        glue = glue.replace(&name, &shortened);
        short.insert(name, shortened);
    }
    let shorten = |name: &mut String| {
        if let Some(shortened) = short.get(name) {
            name.clone_from(shortened);
        }
    };
    for import in output.wasm_mut().imports.iter_mut() {
        shorten(&mut import.module);
        shorten(&mut import.name);
    }
    for export in output.wasm_mut().exports.iter_mut() {
        shorten(&mut export.name);
    }
    glue
}

fn optimise(workspace: &Workspace, module: &Path, output: &Path) -> Result<()> {
    process::run(npm::tool(workspace, "wasm-opt").args(WASM_OPT).arg(module).arg("-o").arg(output))
}

fn bundle(workspace: &Workspace, glue: &Path) -> Result<()> {
    let output = workspace.dist().join(ENTRY_SCRIPT);
    let mut esbuild = npm::tool(workspace, "esbuild");
    esbuild.args(ESBUILD).arg(format!("--outfile={}", output.display())).arg(glue.join(ENTRY_SCRIPT));
    process::run(&mut esbuild)
}
