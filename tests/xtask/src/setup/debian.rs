//! Packages of Debian and its relatives, installed only when missing.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// Whether this machine installs its packages with apt.
pub fn is_debian_like() -> bool {
    Path::new("/etc/debian_version").exists() && process::find_program(&["apt-get"]).is_some()
}

/// Installs the packages that are not there yet; removes nothing to make room.
///
/// # Errors
/// The system is not Debian-like, we may not install, or apt fails. Each message names the packages.
pub fn install(packages: &[&str], purpose: &str) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_debian_like() {
        bail!(
            "{purpose} needs what Debian calls `{names}`; please install it with your system's package manager"
        );
    }
    let by_hand =
        format!("{purpose} needs packages; please install them: apt-get update && apt-get install {names}");
    if !is_root()? && process::find_program(&["sudo"]).is_none() {
        bail!("{by_hand} (as root; there is no sudo here)");
    }
    eprintln!("installing for {purpose}: {names}");
    process::run(apt()?.arg("update")).with_context(|| by_hand.clone())?;
    process::run(apt()?.args(["install", "--yes", "--no-install-recommends", "--no-remove"]).args(&missing))
        .with_context(|| by_hand)
}

fn is_installed(package: &str) -> bool {
    let query = Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]).output();
    query.is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn apt() -> Result<Command> {
    // `env` carries the variable through sudo, which drops those of its caller.
    let mut command = if is_root()? { Command::new("env") } else { Command::new("sudo") };
    if !is_root()? {
        command.arg("env");
    }
    // Another apt may be at work, for instance the automatic updates of a machine that has just started.
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]);
    Ok(command)
}

fn is_root() -> Result<bool> {
    let status = fs::read_to_string("/proc/self/status").context("cannot read /proc/self/status")?;
    let user = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    Ok(user.and_then(|ids| ids.split_whitespace().nth(1)) == Some("0"))
}
