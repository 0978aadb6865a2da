//! The licence texts of all crates in shipped code: most licences ask that their text goes along.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::crates::{Crate, Crates};

/// How the files begin in which crates keep their licences.
const BEGINNINGS: &[&str] = &["license", "licence", "copying", "notice", "copyright", "unlicense"];

/// One text for all: first which crate has which licence, then the texts, each once.
///
/// # Errors
/// The sources of a crate cannot be read.
pub fn text(crates: &Crates) -> Result<String> {
    let mut text = String::from("Gongkai is made with these crates; their licence texts follow.\n\n");
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (known, about) in foreign(crates) {
        let name = format!("{} {}", known.name, known.version);
        let found = texts(&about.folder)?;
        let remark = if found.is_empty() { " (no text among its sources)" } else { "" };
        writeln!(text, "{name}: {}{remark}", about.license.as_deref().unwrap_or("none said"))?;
        for license in found {
            owners.entry(license).or_default().push(name.clone());
        }
    }
    let mut passages: Vec<(Vec<String>, String)> =
        owners.into_iter().map(|(license, names)| (names, license)).collect();
    passages.sort();
    for (names, license) in passages {
        write!(text, "\n{}\n{}\n\n{license}\n", "-".repeat(72), names.join(", "))?;
    }
    Ok(text)
}

/// Those of this workspace have the licence of the package.
fn foreign(crates: &Crates) -> impl Iterator<Item = (&Crate, &super::crates::About)> {
    crates.all.iter().filter(|(_, about)| about.checksum.is_some())
}

fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if entry.path().is_file() && BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) {
            let text = String::from_utf8_lossy(&fs::read(entry.path())?).replace("\r\n", "\n");
            texts.push(text.trim_end().to_owned());
        }
    }
    texts.sort();
    Ok(texts)
}
