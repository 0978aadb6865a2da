//! What a page with one element makes the visitor wait for.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::setup::wasm_toolchain::WasmToolchain;
use crate::wasm;
use crate::workspace::Workspace;

const BUDGET_FILE: &str = "size-budget.toml";
const BROTLI_QUALITY: i32 = 11;
/// The largest window that browsers accept.
const BROTLI_WINDOW_BITS: i32 = 22;

/// `tests/size-budget.toml`: brotli bytes of the code of a page with one element, by module.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// Where the standard library is built along.
    smallest: BTreeMap<String, usize>,
    /// Where its sources are not to be had.
    without_sources: BTreeMap<String, usize>,
}

/// The bytes of one file, as stored and as sent.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(content: &[u8]) -> Result<Self> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(content)?;
        let mut brotli = Vec::new();
        brotli::CompressorWriter::new(&mut brotli, 1 << 16, BROTLI_QUALITY as u32, BROTLI_WINDOW_BITS as u32)
            .write_all(content)?;
        Ok(Self { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// Prints the sizes; with `check`, the code over its budget is an error.
///
/// # Errors
/// The browser module is not built, the budget cannot be read, or `check` finds it exceeded.
pub fn report(workspace: &Workspace, check: bool) -> Result<()> {
    let budget_file = workspace.tests().join(BUDGET_FILE);
    let budget =
        fs::read_to_string(&budget_file).with_context(|| format!("cannot read {}", budget_file.display()))?;
    let budget: Budget = toml::from_str(&budget).with_context(|| format!("in {}", budget_file.display()))?;

    let limits = if WasmToolchain::ensure(workspace)?.builds_smallest() {
        budget.smallest
    } else {
        budget.without_sources
    };
    let mut over = Vec::new();
    for module in wasm::MODULES {
        let code = page(&workspace.dist(), module)?;
        let limit = limits.get(*module).with_context(|| format!("{module} has no budget"))?;
        println!(
            "budget for the code: {limit} bytes of brotli, {} % used\n",
            code.brotli * 100 / limit.max(&1)
        );
        if code.brotli > *limit {
            over.push(format!("{module} by {} bytes", code.brotli - limit));
        }
    }
    let size = file(&workspace.dist(), wasm::VALIDATOR)?.context("run `cargo xtask build` first")?;
    let limit = limits.get("gongkai_validator").context("the validator has no budget")?;
    println!("budget: {limit} bytes of brotli, {} % used\n", size.brotli * 100 / limit.max(&1));
    if size.brotli > *limit {
        over.push(format!("{} by {} bytes", wasm::VALIDATOR, size.brotli - limit));
    }
    if check && !over.is_empty() {
        bail!(
            "over the budget: {}; make it smaller, or raise tests/{BUDGET_FILE} and say why",
            over.join(", ")
        );
    }
    Ok(())
}

/// Prints what a page with an element of this module loads; the answer is the code alone.
fn page(dist: &Path, module: &str) -> Result<Size> {
    let title = format!("a page with one {module} loads");
    println!("{title:<44}{:>10}{:>10}{:>10}", "raw", "gzip -9", "brotli 11");
    let mut code = Size::default();
    for name in [format!("{module}.wasm"), format!("{module}.js"), wasm::ENTRY_SCRIPT.to_owned()] {
        let size = file(dist, &name)?
            .with_context(|| format!("{name} is missing; run `cargo xtask build` first"))?;
        code = code.plus(size);
    }
    line("code", code);
    let data: &[&str] = match module {
        "gongkai-form" | "gongkai-table" => &["packs/24-compulsory-education.json", "calendar.json"],
        "gongkai-nav" => &["navigation.json"],
        _ => &[],
    };
    let mut all = code;
    for name in data {
        match file(dist, name)? {
            Some(size) => all = all.plus(size),
            None => println!("{name:<44}{:>10}", "missing"),
        }
    }
    if !data.is_empty() {
        line("code and data", all);
    }
    Ok(code)
}

fn file(dist: &Path, name: &str) -> Result<Option<Size>> {
    let path = dist.join(name);
    if !path.is_file() {
        return Ok(None);
    }
    let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let size = Size::of(&content)?;
    line(name, size);
    Ok(Some(size))
}

fn line(name: &str, size: Size) {
    println!("{name:<44}{:>10}{:>10}{:>10}", size.raw, size.gzip, size.brotli);
}
