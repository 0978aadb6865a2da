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
use std::net::TcpListener;
use std::time::Duration;

use axum_server::Handle;
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
    let listener = TcpListener::bind(options.listen)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let ready = service.ready.clone();
    let grace = Duration::from_secs(options.grace);
    let handle = Handle::new();
    let ending = handle.clone();
    ctrlc::set_handler(move || {
        ready.end();
        ending.graceful_shutdown(Some(grace));
    })
    .map_err(io::Error::other)?;
    let waits = Duration::from_secs(options.timeout);
    let mut server = axum_server::from_tcp(listener)?.handle(handle).first_request_timeout(waits);
    // Whoever sends a letter of the head now and then would keep the connection for ever.
    server.http_builder().http1().header_read_timeout(waits);
    let mut out = io::stdout();
    writeln!(out, "listening on http://{address}")?;
    out.flush()?;
    server.serve(routes::router(service, options).into_make_service()).await
}
