//! Generated files that are committed: each generator says what they should be, `run` writes or compares them.

pub mod elements;
pub mod ids_lock;
mod item_kinds;
mod meta;
mod readme;
mod rules_page;
mod schemas;
pub mod time_limits;
mod widgets;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::Serialize;

use crate::workspace;

/// What to do with the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Say which files differ.
    Check,
    /// Write those that differ.
    Write {
        /// Let ids and keys that were locked vanish or name something else.
        accept_id_changes: bool,
    },
}

/// What a generator makes.
#[derive(Debug, Default)]
pub struct Output {
    /// Texts by path, from the root of the workspace.
    pub files: BTreeMap<PathBuf, String>,
    /// Folders that hold nothing but generated files: any other file in them is stale.
    pub owned_folders: Vec<PathBuf>,
}

impl Output {
    /// One file and nothing else.
    #[must_use]
    pub fn file(path: &str, text: String) -> Self {
        Output { files: BTreeMap::from([(path.into(), text)]), owned_folders: Vec::new() }
    }
}

/// Makes the files of one kind.
pub type Generator = fn(Mode) -> Result<Output, String>;

/// All generators with their names; later ones may read what earlier ones wrote.
pub const GENERATORS: &[(&str, Generator)] = &[
    ("ids.lock", ids_lock::generate),
    ("item schemas", schemas::generate),
    ("format schemas", meta::generate),
    ("elements.tsv", elements::generate),
    ("item kinds", item_kinds::generate),
    ("time limits", time_limits::generate),
    ("rules.md", rules_page::generate),
    ("widgets", widgets::generate),
    ("README.md", readme::generate),
];

/// Runs one generator; the answer lists the files that differ (`Check`) or were changed (`Write`).
///
/// # Errors
/// The generator refuses, or a file cannot be read or written.
pub fn run(generator: Generator, mode: Mode) -> Result<Vec<String>, String> {
    let output = generator(mode)?;
    let mut changes = Vec::new();
    for (path, wanted) in &output.files {
        let file = workspace::root().join(path);
        let found = fs::read_to_string(&file).ok();
        if found.as_ref() == Some(wanted) {
            continue;
        }
        let place = match &found {
            Some(found) => format!("line {}", first_difference(found, wanted)),
            None => "missing".to_owned(),
        };
        changes.push(format!("{} ({place})", path.display()));
        if mode != Mode::Check {
            let folder = file.parent().expect("a file lies in a folder");
            fs::create_dir_all(folder)
                .and_then(|()| fs::write(&file, wanted))
                .map_err(|error| error.to_string())?;
        }
    }
    for folder in &output.owned_folders {
        for file in
            workspace::files_below(&workspace::root().join(folder)).map_err(|error| error.to_string())?
        {
            let path = file.strip_prefix(workspace::root()).expect("the file lies below the root");
            if output.files.contains_key(path) {
                continue;
            }
            changes.push(format!("{} (stale)", path.display()));
            if mode != Mode::Check {
                fs::remove_file(&file).map_err(|error| error.to_string())?;
            }
        }
    }
    Ok(changes)
}

/// Number of the first line that differs.
fn first_difference(found: &str, wanted: &str) -> usize {
    found.lines().zip(wanted.lines()).take_while(|(found, wanted)| found == wanted).count() + 1
}

/// Pretty JSON with a line end behind it.
fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain data");
    text.push('\n');
    text
}
