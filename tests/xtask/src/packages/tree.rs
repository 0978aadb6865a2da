//! Files of a package that is being put together, in memory and in one order.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether it is a program. Defaults to false.
    pub executable: bool,
}

/// Files by their path, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, File>,
}

impl Tree {
    /// Puts a file in, or replaces it.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), File { bytes: bytes.into(), executable: false });
    }

    /// Puts a program in.
    pub fn add_program(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(path.into(), File { bytes, executable: true });
    }

    /// Puts all files of another tree below a folder.
    pub fn add_below(&mut self, folder: &str, other: &Tree) {
        for (path, file) in &other.files {
            self.files.insert(format!("{folder}/{path}"), file.clone());
        }
    }

    /// The files of a folder and of those in it.
    ///
    /// # Errors
    /// A file cannot be read, or its name is no text.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut tree = Self::default();
        for path in names_below(folder)? {
            let bytes = fs::read(folder.join(&path)).with_context(|| format!("cannot read {path}"))?;
            tree.add(path, bytes);
        }
        Ok(tree)
    }

    /// One file's content.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(|file| file.bytes.as_slice())
    }

    /// All files by their paths, in the order of their bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }
}

/// Paths of all files below the folder, with `/` between folders.
fn names_below(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().with_context(|| format!("the name {} is no text", name.display()))?;
        let name = format!("{prefix}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}
