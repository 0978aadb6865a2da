//! Starts the demonstration: command line, listening, ending in good order.

use std::io::Write;
use std::net::TcpListener;
use std::time::Duration;

use anyhow::Context;
use axum_server::Handle;
use clap::Parser;
use demo_cms::{App, Options, router};

/// How long open connections may take to end once the program is asked to.
const GRACE: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).init();
    let options = Options::parse();
    let listener =
        TcpListener::bind(options.listen).with_context(|| format!("cannot listen on {}", options.listen))?;
    listener.set_nonblocking(true)?;
    let (app, new_password) = App::open(&options)?;
    let mut out = std::io::stdout();
    if let Some(password) = new_password {
        writeln!(out, "password of {}: {password}", demo_cms::App::EDITOR)?;
    }
    writeln!(out, "listening on http://{}", listener.local_addr()?)?;
    out.flush()?;
    let handle = Handle::new();
    let ending = handle.clone();
    ctrlc::set_handler(move || ending.graceful_shutdown(Some(GRACE)))?;
    axum_server::from_tcp(listener)?.handle(handle).serve(router(app).into_make_service()).await?;
    Ok(())
}
