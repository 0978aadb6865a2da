//! What wasm-bindgen makes of a module, and what is done to its glue.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::{Bindgen, Output};
use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload};

use crate::workspace::Workspace;

/// Where a module stands before it is optimised, with the names of its functions, and its glue.
pub fn folder(workspace: &Workspace, module: &str) -> PathBuf {
    workspace.wasm_target().join("glue").join(module)
}

/// Runs wasm-bindgen; the answer is the folder with its output.
///
/// # Errors
/// wasm-bindgen fails, or writes another glue than it did.
pub fn generate(workspace: &Workspace, module: &str, compiled: &Path) -> Result<PathBuf> {
    let folder = folder(workspace, module);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(module).typescript(false);
    // The optimiser still goes by the names of the functions; it removes them afterwards.
    bindgen.remove_name_section(false);
    // The entry script says where the module is: it fetches it ahead.
    bindgen.omit_default_module_path(true);
    // Its error type and ours are different versions of one idea, so only the text can be carried over.
    let generated = bindgen.web(true).and_then(|bindgen| {
        let mut output = bindgen.generate_output()?;
        let glue = shorten_names(&mut output);
        output.emit(&folder)?;
        Ok(glue)
    });
    let glue = generated
        .map_err(|error| anyhow!("wasm-bindgen cannot process {}: {error:#}", compiled.display()))?;
    let glue = remembering(&guarded(&glue)?, still_bytes(&fs::read(compiled)?)?)?;
    fs::write(folder.join(module).with_extension("js"), glue)?;
    Ok(folder)
}

/// What the glue calls a module's functions by.
const EXPORTS: &str = "wasm = instance.exports;";
/// An error that leaves the module leaves its memory in the middle of something: from then on nothing in it is called,
/// and whoever waits for that is told.
const GUARD: &str = "
let failed = null, tell = () => {};
export const when_failed = (callback) => { tell = callback; };
const guarded = (exports) => Object.fromEntries(Object.entries(exports).map(([name, thing]) => [name, typeof thing !== 'function' ? thing : (...args) => {
    if (failed) return;
    try { return thing(...args); } catch (reason) { failed ??= (tell(reason), reason); throw reason; }
}]));
";

/// The glue with a guard around the functions of the module.
fn guarded(glue: &str) -> Result<String> {
    ensure!(glue.contains(EXPORTS), "wasm-bindgen writes another glue: it has no `{EXPORTS}`");
    Ok(glue.replace(EXPORTS, "wasm = guarded(instance.exports);") + GUARD)
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

/// How the glue reads a text of the module.
const READ: &str = "return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));";

/// The glue that decodes a text which never changes once: names of tags, attributes and classes are asked for by the thousand.
///
/// Remembered are texts of ASCII alone, so that the length in bytes tells two that begin at one place apart.
fn remembering(glue: &str, still: Range<u32>) -> Result<String> {
    ensure!(glue.contains(READ), "wasm-bindgen writes another glue: it has no `{READ}`");
    let Range { start, end } = still;
    let read = format!(
        "const known = still.get(ptr);
        if (known?.length === len) return known;
        const text = decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
        if (text.length === len && ptr >= {start} && ptr < {end}) still.set(ptr, text);
        return text;"
    );
    Ok(glue.replace(READ, &read) + "\nconst still = new Map();\n")
}

/// Where in its memory a module keeps what is never written to.
fn still_bytes(module: &[u8]) -> Result<Range<u32>> {
    const STILL: &str = ".rodata";
    let (mut segments, mut number) = (Vec::new(), None);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::DataSection(data) => segments = data.into_iter().collect::<Result<_, _>>()?,
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for names in names {
                    if let Name::Data(names) = names? {
                        let names: Vec<_> = names.into_iter().collect::<Result<_, _>>()?;
                        number = names.iter().find(|naming| naming.name == STILL).map(|naming| naming.index);
                    }
                }
            }
            _ => {}
        }
    }
    let segment = number.and_then(|number| segments.get(number as usize));
    let segment = segment.with_context(|| format!("the module has no data named {STILL}"))?;
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        return Err(anyhow!("{STILL} has no place of its own"));
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        return Err(anyhow!("the place of {STILL} is not a number"));
    };
    let start = u32::try_from(value)?;
    Ok(start..start + u32::try_from(segment.data.len())?)
}
