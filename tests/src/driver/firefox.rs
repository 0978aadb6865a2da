//! Firefox behind geckodriver.

use std::process::Command;

use anyhow::Result;
use serde_json::json;
use tempfile::TempDir;

use super::{Started, program};
use crate::server_process::ServerProcess;

pub(super) fn start() -> Result<Started> {
    let driver_program = program("GONGKAI_GECKODRIVER", &["geckodriver"])?;
    let browser_program = program("GONGKAI_FIREFOX", &["firefox-esr", "firefox"])?;
    let (driver, port) = ServerProcess::start_and_find(
        Command::new(driver_program).args(["--port", "0", "--websocket-port", "0", "--log", "info"]),
        |line| line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse::<u16>().ok(),
    )?;
    let profile = profile()?;
    let capabilities = serde_json::from_value(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser_program,
            "args": ["-headless", "--width=1280", "--height=900", "-profile", profile.path()],
            "prefs": { "intl.accept_languages": "zh-CN", "network.proxy.type": 0, "dom.events.testing.asyncClipboard": true,
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            },
        },
    }))?;
    Ok(Started { servers: vec![driver], port, capabilities, profile: Some(profile) })
}

/// A profile whose window has no bars: they would keep it from becoming as narrow as a telephone.
fn profile() -> Result<TempDir> {
    let folder = TempDir::with_prefix("gongkai-browser-")?;
    let chrome = folder.path().join("chrome");
    std::fs::create_dir(&chrome)?;
    let style = "#navigator-toolbox { display: none !important; } * { min-width: 0 !important; }";
    std::fs::write(chrome.join("userChrome.css"), style)?;
    Ok(folder)
}
