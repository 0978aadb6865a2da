//! Firefox behind geckodriver, which makes and removes the profile.

use std::process::Command;

use anyhow::Result;
use serde_json::json;

use super::{Started, Traits, program};
use crate::server_process::ServerProcess;

pub(super) fn start(traits: Traits) -> Result<Started> {
    let driver_program = program("GONGKAI_GECKODRIVER", &["geckodriver"])?;
    let browser_program = program("GONGKAI_FIREFOX", &["firefox-esr", "firefox"])?;
    let (driver, port) = ServerProcess::start_and_find(
        traits.place(Command::new(driver_program).args([
            "--port",
            "0",
            "--websocket-port",
            "0",
            "--log",
            "info",
            "--allow-system-access",
        ])),
        |line| line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse::<u16>().ok(),
    )?;
    let capabilities = serde_json::from_value(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser_program,
            "args": ["-headless", "--width=1280", "--height=900"],
            "prefs": {
                "intl.accept_languages": "zh-CN",
                "network.proxy.type": 0,
                "javascript.options.wasm": !traits.lacks_webassembly,
                // A window behind another one is drawn as often as one in front.
                "layout.throttled_frame_rate": 60,
                // What is typed and not sent must not hold the end of a test back.
                "dom.disable_beforeunload": true,
                // Without a question to the person, and without a gesture.
                "dom.events.testing.asyncClipboard": true,
            },
        },
    }))?;
    Ok(Started { servers: vec![driver], port, capabilities, profile: None })
}
