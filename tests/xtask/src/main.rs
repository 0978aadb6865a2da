//! `cargo xtask …`: everything that one does with this repository, in one program.

mod bench;
mod crates;
mod demo;
mod dist;
mod glue;
mod handbook;
mod hosts;
mod languages;
mod packages;
mod process;
mod regen;
mod service;
mod setup;
mod size;
mod spark;
mod test;
mod wasm;
mod workspace;

use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::setup::browser::Browser;
use crate::wasm::Effort;
use crate::workspace::Workspace;

/// Builds, shows and tests Gongkai. Missing tools are installed where that is possible.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the browser modules and their data into wasm-widgets/dist/
    Build {
        /// Sooner and larger, for work on the elements
        #[arg(long)]
        quick: bool,
    },
    /// Build, then serve the demonstration site
    Demo {
        /// Where to listen
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
    },
    /// Print what a page with one form loads
    Size {
        /// Fail when the code is over the budget in tests/size-budget.toml
        #[arg(long)]
        check: bool,
        /// Say instead which crates the code of each module comes from
        #[arg(long)]
        by_crate: bool,
    },
    /// Measure the check beside other validators, and a long stream
    Bench {
        /// Write the figures into README.md
        #[arg(long)]
        write: bool,
        /// Measure the custom elements in a browser instead, beside form libraries
        #[arg(long)]
        browser: bool,
        /// Measure `gongkai serve` instead, with many callers at once
        #[arg(long, conflicts_with_all = ["write", "browser"])]
        serve: bool,
        /// Only candidates whose page has one of these in its name
        #[arg(long, value_name = "NAME", requires = "browser")]
        only: Vec<String>,
        /// Which forms: 15 fields, 300 fields, 500 rows
        #[arg(long, value_name = "FORM", value_delimiter = ',', default_value = "one,many,rows", value_parser = ["one", "many", "rows"])]
        forms: Vec<String>,
        /// How often everything is measured
        #[arg(long, value_name = "COUNT", default_value_t = 7)]
        rounds: usize,
    },
    /// Make a site of the handbook in target/handbook/
    Handbook,
    /// Write the generated files
    Regen {
        /// Only compare, and fail when one is out of date
        #[arg(long)]
        check: bool,
    },
    /// Build, then package for npm and for networks without a way out, into target/packages/
    Dist {
        /// Package what has been built before
        #[arg(long)]
        no_build: bool,
        /// Put the command itself into the archive, for machines of this kind
        #[arg(long)]
        with_command: bool,
        /// Package twice and compare; try the package for npm and the crates, with their oldest dependencies too
        #[arg(long)]
        check: bool,
    },
    /// Run every check
    Test {
        /// Leave out the tests in a real browser
        #[arg(long)]
        skip_browser: bool,
        /// What the tests in a real browser run in
        #[arg(long, value_enum, value_name = "BROWSER", default_value = "chromium")]
        browsers: Browser,
        /// Run only this step; may be given several times
        #[arg(long, value_name = "STEP")]
        only: Vec<test::Step>,
        /// Go on after a failing step
        #[arg(long)]
        keep_going: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::locate();
    match task {
        Task::Build { quick } => dist::build(&workspace, if quick { Effort::Quick } else { Effort::Full })?,
        Task::Demo { listen } => return demo::run(&workspace, listen),
        Task::Size { by_crate: true, .. } => crates::report(&workspace)?,
        Task::Size { check, .. } => size::report(&workspace, check)?,
        Task::Bench { serve: true, .. } => service::load(&workspace)?,
        Task::Bench { write, browser: true, only, forms, rounds, .. } => {
            bench::run_browser(&workspace, &bench::browser::Choice { only, forms, rounds }, write)?;
        }
        Task::Bench { write, .. } => bench::run(&workspace, write)?,
        Task::Dist { no_build, with_command, check } => {
            packages::run(&workspace, &packages::Options { no_build, with_command, check })?;
        }
        Task::Handbook => handbook::build(&workspace)?,
        Task::Regen { check } => regen::run(&workspace, check)?,
        Task::Test { skip_browser, browsers, only, keep_going } => {
            let options = test::Options { skip_browser, browsers, only, keep_going };
            if !test::run(&workspace, &options) {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
