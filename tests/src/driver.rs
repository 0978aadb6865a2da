//! Chromium under the control of ChromeDriver, one fresh profile per browser.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use crate::page::Page;
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

/// A browser with one empty tab. Ends on drop, also when the test panics.
pub struct Browser {
    // In the order of the fields: the session ends, then the driver, then the profile goes.
    page: Page,
    _driver: ServerProcess,
    _profile: TempDir,
}

impl Browser {
    /// Starts ChromeDriver on a free port and Chromium behind it.
    ///
    /// `GONGKAI_CHROMEDRIVER` and `GONGKAI_CHROMIUM` name the programs; defaults to the search path.
    ///
    /// # Errors
    /// A program is missing, does not start, or the two do not fit together.
    pub async fn start() -> Result<Self> {
        let driver_program = program("GONGKAI_CHROMEDRIVER", &["chromedriver"])?;
        let browser_program =
            program("GONGKAI_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
        let profile = TempDir::with_prefix("gongkai-browser-")?;

        let (driver, port) =
            ServerProcess::start_and_find(Command::new(driver_program).arg("--port=0"), |line| {
                line.strip_prefix("ChromeDriver was started successfully on port ")?
                    .trim_end_matches('.')
                    .parse::<u16>()
                    .ok()
            })?;
        let mut arguments: Vec<String> = ARGUMENTS.iter().map(|&argument| argument.to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities: Capabilities = serde_json::from_value(json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": browser_program, "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        }))?;
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .context("chromedriver cannot start chromium; do their versions fit?")?;
        Ok(Self { page: Page::new(session), _driver: driver, _profile: profile })
    }

    /// The tab.
    pub fn page(&self) -> &Page {
        &self.page
    }
}

fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(file) = env::var_os(variable) {
        return Ok(file.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|file| file.is_file()).with_context(|| {
        format!(
            "no {} in the search path; `cargo xtask test` installs it, or set {variable}",
            names.join(", ")
        )
    })
}
