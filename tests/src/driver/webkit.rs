//! WebKitGTK's small browser behind its driver, on a virtual display, as it has no mode without one.

use std::net::TcpListener;
use std::process::Command;

use anyhow::Result;
use serde_json::json;

use super::{Started, program};
use crate::server_process::ServerProcess;

pub(super) fn start() -> Result<Started> {
    let driver_program = program("GONGKAI_WEBKITDRIVER", &["WebKitWebDriver"])?;
    let display_program = program("GONGKAI_XVFB", &["Xvfb"])?;
    let (display, number) = ServerProcess::start_and_find(
        Command::new(display_program).args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x1000x24",
            "-nolisten",
            "tcp",
        ]),
        |line| line.trim().parse::<u32>().ok(),
    )?;
    // The driver takes no port 0; between this and its start another program could take the one that was free.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let driver = ServerProcess::start(
        Command::new(driver_program)
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .envs([("DISPLAY", format!(":{number}")), ("LANG", "zh_CN.UTF-8".to_owned())]),
    )?;
    let capabilities = serde_json::from_value(json!({ "browserName": "MiniBrowser" }))?;
    Ok(Started { servers: vec![driver, display], port, capabilities, profile: None })
}
