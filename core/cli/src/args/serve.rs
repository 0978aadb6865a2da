//! What `gongkai serve` is told.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Where to listen, what to serve, and what a request may cost.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Address to listen on; port 0 takes a free one. Whoever reaches it may ask: keep it to the machine, or to the
    /// network of the CMS.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8054")]
    pub listen: SocketAddr,
    /// Folder of the built widgets, served under /dist/. Defaults to none.
    #[arg(long, value_name = "DIR")]
    pub dist: Option<PathBuf>,
    /// What the county lays down for itself (gongkai-local/1), JSON or TOML.
    #[arg(long, value_name = "FILE")]
    pub local: Option<PathBuf>,
    /// Largest body, in MiB.
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1024))]
    pub max_body: usize,
    /// Longest time for a request, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
    /// How many requests are answered at once; one more is refused with 503.
    #[arg(long, value_name = "N", default_value_t = 256, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=100_000))]
    pub concurrency: usize,
    /// How long open requests may take to end once the program is asked to, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(0..=600))]
    pub grace: u64,
    /// A line for each request on standard error, without anything that the request was about.
    #[arg(long, value_enum, default_value = "json")]
    pub log: LogArgument,
}

/// How requests are logged.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LogArgument {
    /// One JSON object on each line.
    Json,
    /// One text on each line.
    Text,
    /// Not at all.
    Off,
}
