//! Where things lie in this workspace.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folder of the root `Cargo.toml`.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies one folder below the root")
}

/// The folder of one domain.
#[must_use]
pub fn domain(id: &str) -> PathBuf {
    root().join("guideline-schemas/domains").join(id)
}

/// The files in a folder and below it, sorted; none when there is no such folder.
///
/// # Errors
/// A folder cannot be read.
pub fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { &mut folders } else { &mut files }.push(path);
        }
    }
    files.sort();
    Ok(files)
}
