//! Chromium behind ChromeDriver.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::json;
use tempfile::TempDir;

use super::{Started, Traits, program};
use crate::server_process::ServerProcess;

const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // /dev/shm is tiny in containers.
    "--disable-dev-shm-usage",
    // The browser ends when the driver does, even if the driver is killed.
    "--remote-debugging-pipe",
    "--force-color-profile=srgb",
    "--lang=zh-CN",
    "--window-size=1280,900",
];

pub(super) fn start(traits: Traits) -> Result<Started> {
    let driver_program = program("GONGKAI_CHROMEDRIVER", &["chromedriver"])?;
    let browser_program = program("GONGKAI_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
    let profile = TempDir::with_prefix("gongkai-browser-")?;
    let (driver, port) = start_driver(&driver_program, traits)?;
    let mut arguments: Vec<String> = ARGUMENTS.iter().map(|&argument| argument.to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.path().display()));
    let capabilities = serde_json::from_value(json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": browser_program, "args": arguments },
        "goog:loggingPrefs": { "browser": "ALL" },
    }))?;
    Ok(Started { servers: vec![driver], port, capabilities, profile: Some(profile) })
}

/// Starts ChromeDriver on a port of its own choice.
///
/// It takes a free port of IPv4 and then the same one of IPv6, which another test may have taken in between; then it
/// ends, and is started again.
fn start_driver(program: &Path, traits: Traits) -> Result<(ServerProcess, u16)> {
    let start = || {
        ServerProcess::start_and_find(traits.place(Command::new(program).arg("--port=0")), |line| {
            line.strip_prefix("ChromeDriver was started successfully on port ")?
                .trim_end_matches('.')
                .parse::<u16>()
                .ok()
        })
    };
    start().or_else(|_| start()).or_else(|_| start())
}
