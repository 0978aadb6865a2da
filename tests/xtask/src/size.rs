//! What a page with one form makes the visitor wait for.

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

/// `tests/size-budget.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    form_page_brotli_bytes: usize,
    form_page_brotli_bytes_without_sources: usize,
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

    println!("{:<44}{:>10}{:>10}{:>10}", "a page with one form loads", "raw", "gzip -9", "brotli 11");
    let dist = workspace.dist();
    let mut code = Size::default();
    for name in [wasm::MODULE, wasm::ENTRY_SCRIPT] {
        let size = file(&dist, name)?
            .with_context(|| format!("{name} is missing; run `cargo xtask build` first"))?;
        code = code.plus(size);
    }
    line("code", code);
    let mut all = code;
    for name in ["packs/24-compulsory-education.json", "calendar.json"] {
        match file(&dist, name)? {
            Some(size) => all = all.plus(size),
            None => println!("{name:<44}{:>10}", "missing"),
        }
    }
    line("code and data", all);

    let limit = if WasmToolchain::ensure(workspace)?.builds_smallest() {
        budget.form_page_brotli_bytes
    } else {
        budget.form_page_brotli_bytes_without_sources
    };
    println!("budget for the code: {limit} bytes of brotli, {} % used", code.brotli * 100 / limit.max(1));
    if check && code.brotli > limit {
        bail!(
            "the code is {} bytes over its budget; make it smaller, or raise tests/{BUDGET_FILE} and say why",
            code.brotli - limit
        );
    }
    Ok(())
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
