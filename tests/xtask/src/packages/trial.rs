//! The package for npm as its users meet it: installed from the file, resolved by Node.js, read by TypeScript.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process;
use crate::setup::npm;
use crate::workspace::Workspace;

const RESOLVING: &str = r#"
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
const at = (name) => new URL(import.meta.resolve(name));
for (const name of ["gongkai", "gongkai/gongkai-form.js", "gongkai/gongkai-form.css", "gongkai/custom-elements.json", "gongkai/navigation.json"])
  readFileSync(at(name));
const manifest = JSON.parse(readFileSync(at("gongkai/package.json")));
if (manifest.scripts) throw new Error("the package runs scripts");
const { files } = JSON.parse(readFileSync(at("gongkai/integrity.json")));
for (const [path, { integrity }] of Object.entries(files)) {
  const bytes = readFileSync(new URL(path, at("gongkai")));
  if (integrity !== "sha384-" + createHash("sha384").update(bytes).digest("base64")) throw new Error(path);
}
const module = await WebAssembly.instantiate(readFileSync(at("gongkai/gongkai_validator.wasm")));
if (module.instance.exports.gongkai_interface() !== 1) throw new Error("the validator has another interface");
JSON.parse(readFileSync(at("gongkai/packs/24-compulsory-education.json")));
console.log(Object.keys(files).length);
"#;
const TYPES: &str = r#"
import { check, ready, type Report } from "gongkai";
const form = document.createElement("gongkai-form");
form.addEventListener("gongkai-check", (event) => { const report: Report = event.detail; console.log(report.verdict); });
// @ts-expect-error the stages are draft and publish
void check("", undefined, "", "", "perhaps", "");
void ready.then(() => check("", undefined, "", "", "draft", "2026-09-01"));
"#;
const TSC: &[&str] = &["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "check.mts"];

/// Installs the package into an empty folder and uses it there; then asks npm what it would publish.
///
/// # Errors
/// npm, Node.js or TypeScript refuse something.
pub fn npm(workspace: &Workspace, package: &Path) -> Result<()> {
    npm::ensure(workspace)?;
    let package = package.canonicalize().with_context(|| format!("no {}", package.display()))?;
    let folder = workspace.target().join("packages/trial");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), "{\"private\": true}\n")?;
    fs::write(folder.join("check.mjs"), RESOLVING)?;
    fs::write(folder.join("check.mts"), TYPES)?;
    let here = |program: &str| {
        let mut command = Command::new(program);
        command.current_dir(&folder);
        command
    };
    let install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--offline"];
    process::run(here("npm").args(install).arg(&package))?;
    let count = process::output(here("node").arg("check.mjs"))?;
    process::run(npm::tool(workspace, "tsc").args(TSC).current_dir(&folder))?;
    // As npm itself would pack the installed folder: the same files, none left out by its rules.
    let listing = process::output(here("npm").args([
        "pack",
        "--dry-run",
        "--json",
        "--ignore-scripts",
        "./node_modules/gongkai",
    ]))?;
    let listing: Value = serde_json::from_str(&listing)?;
    let packed = listing[0]["files"].as_array().map_or(0, Vec::len);
    let count: usize = count.trim().parse()?;
    // The list of digests leaves out itself and the manifest.
    ensure!(packed == count + 2, "npm would pack {packed} files, of which {count} have digests");
    process::run(here("npm").args(["publish", "--dry-run", "--ignore-scripts", "--offline"]).arg(&package))?;
    fs::remove_dir_all(&folder)?;
    println!("installed, resolved and typed from {count} files; npm would publish it");
    Ok(())
}
