//! Every check there is, in the order in which a mistake is cheapest to find.

use std::fmt;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::setup::browser::Browser;
use crate::setup::{npm, office};
use crate::wasm::Effort;
use crate::workspace::Workspace;
use crate::{dist, hosts, languages, process, regen, service, size, spark, wasm};

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
    /// The portable validator in other languages.
    Languages,
    /// The job for Spark: the same answers as a plain computation, with an executor killed on the way.
    Spark,
    /// The description of the service, taken at its word.
    Service,
    /// Tests in a real browser.
    Browser,
    /// Tests of content management systems that are not ours with the widgets in them.
    Hosts,
    /// The browser module is within its budget.
    Size,
}

/// Which steps to run, and how.
pub struct Options {
    /// Leave out the steps that need a browser.
    pub skip_browser: bool,
    /// What the browser tests run in.
    pub browsers: Browser,
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
    /// Tests that the browser has no means for; they end at once, and are not among those that passed.
    left_out: u64,
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.left_out += other.left_out;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        match self.left_out {
            0 => Ok(()),
            left_out => write!(formatter, ", {left_out} left out"),
        }
    }
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
    let runs = Step::value_variants().iter().flat_map(|step| {
        let browsers = if *step == Step::Browser { options.browsers.each() } else { vec![Browser::Chromium] };
        browsers.into_iter().map(move |browser| (step, browser))
    });
    for (step, browser) in runs {
        let title = title(*step, browser);
        let mut count = Count::default();
        let asked_for = options.only.is_empty() || options.only.contains(step);
        let (outcome, time) = if !asked_for || (options.skip_browser && step.needs_browser()) {
            (Outcome::Skipped, Duration::ZERO)
        } else if !all_passed && !options.keep_going {
            (Outcome::NotReached, Duration::ZERO)
        } else {
            eprintln!("\n=== {title} ===");
            let start = Instant::now();
            let result = step.run(workspace, browser, &mut count);
            if let Err(error) = &result {
                eprintln!("{title} failed: {error:#}");
                all_passed = false;
            }
            (if result.is_ok() { Outcome::Passed } else { Outcome::Failed }, start.elapsed())
        };
        total += count;
        rows.push((title, outcome, time, count));
    }

    println!("\n{:<18}{:<13}{:>9}", "step", "outcome", "time");
    for (title, outcome, time, count) in rows {
        let said = if count.passed + count.failed == 0 { String::new() } else { format!("  {count}") };
        println!("{title:<18}{outcome:<13}{:>7.1} s{said}", time.as_secs_f64());
    }
    println!("\n{total}");
    all_passed
}

impl Step {
    fn needs_browser(self) -> bool {
        matches!(self, Self::Browser | Self::Hosts)
    }

    fn run(self, workspace: &Workspace, browser: Browser, count: &mut Count) -> Result<()> {
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
                process::run(native.args(["--features", "gongkai-tests/hosts", "--", "-D", "warnings"]))?;
                if !wasm::clippy(workspace)? {
                    eprintln!("the browser modules are not linted: the toolchain for wasm32 has no clippy");
                }
                Ok(())
            }
            Self::Regen => regen::run(workspace, true),
            Self::Unit => {
                office::ensure()?;
                tests(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), count)
            }
            Self::Build => dist::build(workspace, Effort::Full),
            Self::Languages => languages::test(workspace),
            Self::Spark => spark::test(workspace),
            Self::Service => service::try_out(workspace),
            Self::Browser => {
                let programs = browser.ensure_for_tests(workspace)?;
                npm::ensure(workspace)?;
                process::run(&mut cargo(&["build", "--package", "demo-cms"]))?;
                let package =
                    ["test", "--package", "gongkai-tests", "--features", "browser", "--no-fail-fast"];
                let mut cargo = cargo(&package);
                cargo.args(["--test", "browser_*"]).env("GONGKAI_BROWSER", browser.name()).envs(programs);
                browser_tests(&mut cargo, workspace, count)
            }
            Self::Hosts => {
                let mut surroundings = hosts::ensure(workspace)?;
                surroundings.extend(Browser::Chromium.ensure_for_tests(workspace)?);
                npm::ensure(workspace)?;
                let package = ["test", "--package", "gongkai-tests", "--features", "hosts", "--no-fail-fast"];
                // One site after the other: each brings a database or a virtual machine of its own.
                let one = ["--test", "host_*", "--", "--test-threads", "1"];
                tests(cargo(&package).args(one).envs(surroundings), count)
            }
            Self::Size => size::report(workspace, true),
        }
    }
}

/// Runs tests that write down what their browser has no means for.
fn browser_tests(command: &mut Command, workspace: &Workspace, count: &mut Count) -> Result<()> {
    let file = workspace.target().join("left-out.txt");
    fs::write(&file, "")?;
    let result = tests(command.env("GONGKAI_LEFT_OUT", &file), count);
    let left_out = fs::read_to_string(&file)?;
    print!("\n{left_out}");
    count.left_out = left_out.lines().count().try_into()?;
    // The test runner knows only that they ended without a complaint.
    count.passed = count.passed.saturating_sub(count.left_out);
    result
}

fn tests(command: &mut Command, count: &mut Count) -> Result<()> {
    let status = process::watch(command, |line| {
        if let Some(here) = result_line(line) {
            *count += here;
        }
    })?;
    if !status.success() {
        bail!("`{}` ended with {status}: {count}", process::line(command));
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

fn title(step: Step, browser: Browser) -> String {
    let name = step.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    if browser == Browser::Chromium { name } else { format!("{name} {}", browser.name()) }
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
