//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Parser;
use clap::builder::NonEmptyStringValueParser;
use jiff::civil::Date;

use crate::password::Cost;

/// A demonstration of Gongkai: the website and the editing pages of a made-up county.
#[derive(Debug, Clone, Parser)]
#[command(name = "demo-cms", version)]
pub struct Options {
    /// Address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Database file, made with its folders when absent
    #[arg(long, value_name = "PATH", default_value = "demo.sqlite")]
    pub database: PathBuf,
    /// Folder of the built widgets, served under /widgets/
    #[arg(long, value_name = "DIR", default_value = "wasm-widgets/dist")]
    pub dist: PathBuf,
    /// Password of the account `editor`; without it a random one is made on first start and printed once
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub password: Option<String>,
    /// Day to take for today, YYYY-MM-DD; the local date without it
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// What hashing a password costs. Defaults to what a site on the internet needs.
    #[arg(skip)]
    pub cost: Cost,
}
