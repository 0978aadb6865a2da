//! The toolchain that builds for `wasm32-unknown-unknown`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::debian;
use crate::workspace::Workspace;

/// The target of the browser module.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The oldest compiler that may build the workspace, as `rust-version` in the root manifest.
const OLDEST_RUST: (u32, u32) = (1, 95);
/// A download of 20 MB; on a network that swallows the request rustup would wait for minutes.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);
/// The standard library is built along, without what only explains a panic; a panic is still an error for the page.
const BUILD_STD: &[&str] = &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
const SMALLEST: &[&str] =
    &["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
/// A page pays for the whole stack; the deepest documents that are read need a small part of this.
const STACK: &str = "-Clink-arg=-zstack-size=262144";
/// Between flags in `CARGO_ENCODED_RUSTFLAGS`, where a path may hold blanks.
pub const FLAG_SEPARATOR: &str = "\x1f";
const SYSTEM_BIN: &str = "/usr/bin";
const PURPOSE: &str = "building WebAssembly without rustup";

/// Where the compiler and the standard library for the target come from.
pub enum WasmToolchain {
    /// The active toolchain has the target installed.
    Active {
        /// Whether it has the sources of the standard library too.
        has_sources: bool,
    },
    /// Debian's compiler builds the standard library from its sources.
    System {
        /// LLD in its WebAssembly flavour.
        linker: PathBuf,
    },
}

impl WasmToolchain {
    /// Takes what is installed, else asks rustup, else Debian.
    ///
    /// # Errors
    /// None of the three ways leads to a toolchain.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        if active_has_target() || add_by_rustup(workspace, &["target", "add", TARGET])? {
            let has_sources =
                active_has_sources() || add_by_rustup(workspace, &["component", "add", "rust-src"])?;
            if !has_sources {
                eprintln!("the component rust-src is missing; without it the module is larger");
            }
            return Ok(Self::Active { has_sources });
        }
        if !debian::is_debian_like() {
            bail!("the Rust target {TARGET} is missing; please install it: rustup target add {TARGET}");
        }
        system()
    }

    /// `cargo SUBCOMMAND` for the target, with a target folder of its own.
    pub fn cargo(&self, workspace: &Workspace, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Active { .. } => process::cargo(),
            Self::System { .. } => Command::new(Path::new(SYSTEM_BIN).join("cargo")),
        };
        command.current_dir(workspace.root()).args([subcommand, "--target", TARGET]);
        command.arg("--target-dir").arg(workspace.wasm_target());
        if let Self::System { linker } = self {
            leave_rustup(&mut command);
            command
                .args(BUILD_STD)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        command
    }

    /// `cargo build` for the target, with all that makes the module small and nothing that tells where it was built.
    pub fn build(&self, workspace: &Workspace) -> Command {
        let mut command = self.cargo(workspace, "build");
        let mut flags = remaps(workspace);
        flags.push(STACK.to_owned());
        match self {
            Self::Active { has_sources: false } => {}
            Self::Active { has_sources: true } => {
                command.args(BUILD_STD).env("RUSTC_BOOTSTRAP", "1");
                flags.extend(SMALLEST.iter().map(ToString::to_string));
            }
            Self::System { .. } => flags.extend(SMALLEST.iter().map(ToString::to_string)),
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join(FLAG_SEPARATOR));
        command
    }

    /// Whether the standard library is built along, which makes the module smaller.
    pub fn builds_smallest(&self) -> bool {
        !matches!(self, Self::Active { has_sources: false })
    }

    /// The release of Rust that builds the modules.
    ///
    /// # Errors
    /// The compiler cannot be asked.
    pub fn release(&self) -> Result<String> {
        match self {
            Self::Active { .. } => active_release(),
            Self::System { .. } => {
                let mut rustc = Command::new(Path::new(SYSTEM_BIN).join("rustc"));
                leave_rustup(&mut rustc);
                release(&mut rustc)
            }
        }
    }

    /// Whether this toolchain can run clippy.
    pub fn has_clippy(&self) -> bool {
        match self {
            Self::Active { .. } => process::output(process::cargo().args(["clippy", "--version"])).is_ok(),
            Self::System { .. } => Path::new(SYSTEM_BIN).join("cargo-clippy").is_file(),
        }
    }
}

/// The release of Rust that builds natively.
///
/// # Errors
/// The compiler cannot be asked.
pub fn active_release() -> Result<String> {
    release(&mut Command::new("rustc"))
}

fn release(rustc: &mut Command) -> Result<String> {
    let version = process::output(rustc.arg("-vV"))?;
    let release = version.lines().find_map(|line| line.strip_prefix("release: "));
    Ok(release.context("`rustc -vV` names no release")?.to_owned())
}

fn active_has_target() -> bool {
    let query = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let Ok(folder) = query else { return false };
    let Ok(mut files) = fs::read_dir(folder.trim()) else {
        return false;
    };
    files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libcore-")))
}

fn active_has_sources() -> bool {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]));
    sysroot.is_ok_and(|sysroot| {
        Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
    })
}

/// Flags that replace the paths of this machine, the longer one where two begin alike.
pub fn remaps(workspace: &Workspace) -> Vec<String> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let folders =
        [(env::home_dir(), "home"), (cargo_home, "cargo"), (Some(workspace.root().to_path_buf()), "gongkai")];
    folders
        .into_iter()
        .filter_map(|(folder, name)| Some(format!("--remap-path-prefix={}={name}", folder?.display())))
        .collect()
}

/// Whether rustup could add it. A failure is remembered until the compiler changes or `cargo clean`.
fn add_by_rustup(workspace: &Workspace, what: &[&str]) -> Result<bool> {
    if process::find_program(&["rustup"]).is_none() {
        return Ok(false);
    }
    let compiler = process::output(Command::new("rustc").arg("-vV"))?;
    let memory = workspace.wasm_target().join(format!("rustup-cannot-{}", what.join("-")));
    if fs::read_to_string(&memory).is_ok_and(|failed| failed == compiler) {
        return Ok(false);
    }
    let outcome = process::status_within(Command::new("rustup").args(what), RUSTUP_LIMIT)?;
    if outcome.is_some_and(|status| status.success()) {
        return Ok(true);
    }
    eprintln!(
        "rustup cannot {}; it is asked again when the compiler changes or {} goes",
        what.join(" "),
        memory.display()
    );
    fs::create_dir_all(workspace.wasm_target())?;
    fs::write(&memory, compiler)?;
    Ok(false)
}

fn system() -> Result<WasmToolchain> {
    debian::install(
        &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "libstd-rust-web-dev"],
        PURPOSE,
    )?;
    let mut rustc = Command::new(Path::new(SYSTEM_BIN).join("rustc"));
    leave_rustup(&mut rustc);
    let version = process::output(rustc.arg("-vV"))?;
    let found = numbers(&version, "release: ").context("`rustc -vV` names no release")?;
    if found < OLDEST_RUST {
        let (major, minor) = OLDEST_RUST;
        bail!(
            "Debian's rustc-web is {}.{}, but {major}.{minor} is needed; please upgrade it",
            found.0,
            found.1
        );
    }
    let (llvm, _) = numbers(&version, "LLVM version: ").context("`rustc -vV` names no LLVM version")?;
    debian::install(&[&format!("lld-{llvm}")], PURPOSE)?;
    Ok(WasmToolchain::System { linker: Path::new(SYSTEM_BIN).join(format!("wasm-ld-{llvm}")) })
}

/// The proxies of rustup leave variables behind that would lead Debian's cargo back to rustup's compiler.
fn leave_rustup(command: &mut Command) {
    for variable in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC", "RUSTDOC", "LD_LIBRARY_PATH"] {
        command.env_remove(variable);
    }
    let path = env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{SYSTEM_BIN}:{path}"));
}

fn numbers(version: &str, prefix: &str) -> Option<(u32, u32)> {
    let text = version.lines().find_map(|line| line.strip_prefix(prefix))?;
    let mut parts = text.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn reads_the_versions_that_rustc_prints() {
        let version = "rustc 1.96.0 (ac68faa20 2026-05-25)\nrelease: 1.96.0\nLLVM version: 22.1.8\n";
        assert_eq!(numbers(version, "release: "), Some((1, 96)));
        assert_eq!(numbers(version, "LLVM version: "), Some((22, 1)));
        assert_eq!(numbers(version, "host: "), None);
    }
}
