//! Every check there is, in the order in which a mistake is cheapest to find.

use std::fmt;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::setup::{browser, npm, office};
use crate::wasm::Effort;
use crate::workspace::Workspace;
use crate::{dist, process, regen, size, wasm};

/// One step of `cargo xtask test`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// rustfmt leaves no diff.
    Format,
    /// Clippy has nothing to say, natively and for the browser.
    Clippy,
    /// Generated files are up to date.
    Regen,
    /// Tests that need no browser.
    Unit,
    /// The browser module and its data can be built.
    Build,
    /// Tests in a real browser.
    Browser,
    /// The browser module is within its budget.
    Size,
}

/// Which steps to run, and how.
pub struct Options {
    /// Leave out the steps that need a browser.
    pub skip_browser: bool,
    /// Run only these, in the usual order. Defaults to all.
    pub only: Vec<Step>,
    /// Go on after a failing step.
    pub keep_going: bool,
}

/// The individual tests that cargo reported.
#[derive(Clone, Copy, Default)]
struct Count {
    passed: u64,
    failed: u64,
}

enum Outcome {
    Passed,
    Failed,
    Skipped,
    NotReached,
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Passed => "ok",
            Self::Failed => "FAILED",
            Self::Skipped => "skipped",
            Self::NotReached => "not reached",
        })
    }
}

/// Runs the steps, prints a table and the number of tests; `false` when a step failed.
pub fn run(workspace: &Workspace, options: &Options) -> bool {
    let mut rows = Vec::new();
    let mut total = Count::default();
    let mut all_passed = true;
    for step in Step::value_variants() {
        let asked_for = options.only.is_empty() || options.only.contains(step);
        let (outcome, time) = if !asked_for || (options.skip_browser && *step == Step::Browser) {
            (Outcome::Skipped, Duration::ZERO)
        } else if !all_passed && !options.keep_going {
            (Outcome::NotReached, Duration::ZERO)
        } else {
            eprintln!("\n=== {} ===", name(*step));
            let start = Instant::now();
            let result = step.run(workspace, &mut total);
            if let Err(error) = &result {
                eprintln!("{} failed: {error:#}", name(*step));
                all_passed = false;
            }
            (if result.is_ok() { Outcome::Passed } else { Outcome::Failed }, start.elapsed())
        };
        rows.push((step, outcome, time));
    }

    println!("\n{:<10}{:<13}{:>9}", "step", "outcome", "time");
    for (step, outcome, time) in rows {
        println!("{:<10}{outcome:<13}{:>7.1} s", name(*step), time.as_secs_f64());
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    all_passed
}

impl Step {
    fn run(self, workspace: &Workspace, total: &mut Count) -> Result<()> {
        let cargo = |arguments: &[&str]| {
            let mut command = process::cargo();
            command.args(arguments).current_dir(workspace.root());
            command
        };
        match self {
            Self::Format => process::run(&mut cargo(&["fmt", "--all", "--check"])),
            Self::Clippy => {
                let mut native = cargo(&["clippy", "--workspace", "--all-targets"]);
                for package in wasm::packages() {
                    native.args(["--exclude", package]);
                }
                process::run(native.args(["--features", "gongkai-tests/browser", "--", "-D", "warnings"]))?;
                if !wasm::clippy(workspace)? {
                    eprintln!("the browser modules are not linted: the toolchain for wasm32 has no clippy");
                }
                Ok(())
            }
            Self::Regen => regen::run(workspace, true),
            Self::Unit => {
                office::ensure()?;
                tests(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), total)
            }
            Self::Build => dist::build(workspace, Effort::Full),
            Self::Browser => {
                browser::ensure()?;
                npm::ensure(workspace)?;
                process::run(&mut cargo(&["build", "--package", "demo-cms"]))?;
                let package =
                    ["test", "--package", "gongkai-tests", "--features", "browser", "--no-fail-fast"];
                tests(cargo(&package).args(["--test", "browser_*"]), total)
            }
            Self::Size => size::report(workspace, true),
        }
    }
}

fn tests(command: &mut Command, total: &mut Count) -> Result<()> {
    let mut failed_here = 0;
    let status = process::watch(command, |line| {
        if let Some(count) = result_line(line) {
            total.passed += count.passed;
            total.failed += count.failed;
            failed_here += count.failed;
        }
    })?;
    if !status.success() {
        bail!("`{}` ended with {status}, {failed_here} tests failed", process::line(command));
    }
    Ok(())
}

/// Reads `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
fn result_line(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut count = Count::default();
    for part in numbers.split("; ") {
        match part.split_once(' ') {
            Some((number, "passed")) => count.passed = number.parse().ok()?,
            Some((number, "failed")) => count.failed = number.parse().ok()?,
            _ => {}
        }
    }
    Some(count)
}

fn name(step: Step) -> String {
    step.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::result_line;

    #[test]
    fn reads_what_the_test_runner_prints() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let count = result_line(line).expect("the line is a result");
        assert_eq!((count.passed, count.failed), (12, 3));
        assert!(result_line("test date::leap_year ... ok").is_none());
    }
}
