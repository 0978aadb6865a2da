//! `gongkai serve`: the same answers over HTTP, for content management systems written in other languages.

mod answer;
mod assets;
mod check;
mod clock;
mod due;
mod form;
mod import;
mod limits;
mod lookup;
mod metrics;
mod openapi;
mod parameters;
mod problem;
mod reading;
mod routes;
mod service;
mod watch;

use std::io::{self, Write};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch as signal;
use tracing_subscriber::fmt;

use crate::args::{LogArgument, ServeOptions};
use crate::failure::Failure;
use service::Service;

/// Serves until it is asked to end.
pub fn run(options: &ServeOptions) -> Result<(), Failure> {
    log(options.log);
    tell_of_faults();
    let service = Service::open(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(service, options));
    // What still counts or reads in the background is not waited for.
    runtime.shutdown_background();
    Ok(served?)
}

/// Where the program is at fault is told; with what, may be somebody's.
fn tell_of_faults() {
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a fault of the program");
    }));
}

fn log(form: LogArgument) {
    let lines = fmt().with_writer(io::stderr).with_target(false);
    match form {
        LogArgument::Json => lines.json().flatten_event(true).init(),
        LogArgument::Text => lines.with_ansi(false).init(),
        LogArgument::Off => {}
    }
}

async fn serve(service: Service, options: &ServeOptions) -> io::Result<()> {
    let listener = TcpListener::bind(options.listen).await?;
    let ready = service.ready.clone();
    let router = routes::router(service, options);
    let mut out = io::stdout();
    writeln!(out, "listening on http://{}", listener.local_addr()?)?;
    out.flush()?;

    let (asked, mut seen) = signal::channel(false);
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        end().await;
        ready.end();
        asked.send_replace(true);
    });
    let grace = Duration::from_secs(options.grace);
    let too_long = async {
        if seen.wait_for(|asked| *asked).await.is_ok() {
            tokio::time::sleep(grace).await;
        }
    };
    tokio::select! {
        served = serving => served,
        () = too_long => {
            tracing::warn!("connections were cut off");
            Ok(())
        }
    }
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
