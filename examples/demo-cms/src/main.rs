//! Starts the demonstration: command line, listening, ending in good order.

use std::io::Write;
use std::time::Duration;

use anyhow::Context;
use clap::Parser;
use demo_cms::{App, Options, router};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How long open connections may take to end once the program is asked to.
const GRACE: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).init();
    let options = Options::parse();
    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("cannot listen on {}", options.listen))?;
    let (app, new_password) = App::open(&options)?;
    let mut out = std::io::stdout();
    if let Some(password) = new_password {
        writeln!(out, "password of {}: {password}", demo_cms::App::EDITOR)?;
    }
    writeln!(out, "listening on http://{}", listener.local_addr()?)?;
    out.flush()?;
    let (asked, mut seen) = watch::channel(false);
    let serving = axum::serve(listener, router(app)).with_graceful_shutdown(async move {
        end().await;
        asked.send_replace(true);
    });
    let too_long = async {
        if seen.wait_for(|asked| *asked).await.is_ok() {
            tokio::time::sleep(GRACE).await;
        }
    };
    tokio::select! {
        served = serving => served?,
        () = too_long => {}
    }
    Ok(())
}

/// Waits until somebody asks the program to end.
async fn end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
