//! What is shipped as compiled code, and of which crates it is made.

use anyhow::Result;

use super::crates::Crates;
use crate::setup::wasm_toolchain::TARGET;
use crate::wasm;
use crate::workspace::Workspace;

/// The package of the command.
const COMMAND: &str = "gongkai";

/// The crates in the browser modules and in the portable validator.
///
/// # Errors
/// Cargo fails.
pub fn in_modules(workspace: &Workspace) -> Result<Crates> {
    Crates::of(workspace, wasm::GROUPS, Some(TARGET))
}

/// The crates in the command, as it is built for this machine.
///
/// # Errors
/// Cargo fails.
pub fn in_command(workspace: &Workspace) -> Result<Crates> {
    Crates::of(workspace, &[&[COMMAND]], None)
}
