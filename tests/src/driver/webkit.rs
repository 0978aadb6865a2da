//! WebKitGTK's small browser behind its driver, on a virtual display, as it has no mode without one.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use tempfile::TempDir;

use super::{Started, Traits, program};
use crate::server_process::ServerProcess;

const ARGUMENTS: &[&str] = &[
    "--automation",
    // Tab reaches links too, as in the other browsers.
    "--enable-tabs-to-links=true",
    "--javascript-can-access-clipboard=true",
];
/// Without a window manager the window under the pointer has the focus, and the pointer is in the middle of the screen:
/// that is inside of the smallest window too. Windows may be larger than the screen.
const SCREEN: &str = "600x500x24";
/// With the buttons of its bar as they are, the window would be wider than 320 pixels.
const NARROW_BAR: &str = "window * { padding: 0; margin: 0; border-width: 0; min-width: 0; font-size: 1px; }";

pub(super) fn start(traits: Traits) -> Result<Started> {
    let driver_program = program("GONGKAI_WEBKITDRIVER", &["WebKitWebDriver"])?;
    let display_program = program("GONGKAI_XVFB", &["Xvfb"])?;
    let browser_program = match std::env::var_os("GONGKAI_MINIBROWSER") {
        Some(file) => file.into(),
        None => mini_browser().context("no MiniBrowser of WebKitGTK; set GONGKAI_MINIBROWSER")?,
    };
    let (display, number) = ServerProcess::start_and_find(
        Command::new(display_program).args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]),
        |line| line.trim().parse::<u32>().ok(),
    )?;
    let profile = TempDir::with_prefix("gongkai-browser-")?;
    let style = profile.path().join("gtk-3.0/gtk.css");
    fs::create_dir_all(style.parent().unwrap_or(profile.path()))?;
    fs::write(style, NARROW_BAR)?;
    // The driver takes no port 0; between this and its start another program could take the one that was free.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut command = Command::new(driver_program);
    command
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("DISPLAY", format!(":{number}"))
        .env("LANG", "zh_CN.UTF-8")
        .env("XDG_CONFIG_HOME", profile.path());
    if traits.lacks_webassembly {
        command.env("JSC_useWasm", "false");
    }
    let driver = ServerProcess::start(traits.place(&mut command))?;
    let capabilities = serde_json::from_value(json!({
        "webkitgtk:browserOptions": { "binary": browser_program, "args": ARGUMENTS },
    }))?;
    Ok(Started { servers: vec![driver, display], port, capabilities, profile: Some(profile) })
}

/// Below `/usr/lib/TRIPLE/`, where Debian puts it, or below `/usr/lib64` or `/usr/libexec`.
fn mini_browser() -> Option<PathBuf> {
    let triples = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = triples.chain(["/usr/lib64", "/usr/libexec"].map(PathBuf::from));
    let mut candidates = folders.flat_map(|folder: PathBuf| {
        ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
            .map(|version| Path::new(&folder).join(version).join("MiniBrowser"))
    });
    candidates.find(|file| file.is_file())
}
