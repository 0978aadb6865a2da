//! Where things lie in this workspace.

use std::env;
use std::path::{Path, PathBuf};

/// The folders that the automation reads and writes.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace that this program was built from.
    pub fn locate() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .expect("tests/xtask lies two folders below the root")
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Self { root, target }
    }

    /// The folder of the root `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What the browser loads, ready to be copied into any site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("wasm-widgets/dist")
    }

    /// The hand-written JavaScript around the WebAssembly module.
    pub fn widget_scripts(&self) -> PathBuf {
        self.root.join("wasm-widgets/js")
    }

    /// What describes the elements to tools and people: manifest, types, reference, playground.
    pub fn contract(&self) -> PathBuf {
        self.root.join("wasm-widgets/contract")
    }

    /// The folder with `package.json`, the tools from npm and the size budget.
    pub fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// Cargo's own output folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// A target folder of its own, so that two toolchains do not evict each other's results.
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm-build")
    }
}
