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

/// Which browsers the tests in a real one run in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the engine of Safari.
    Webkit,
    /// One after the other.
    All,
}

impl Browsers {
    fn list(self) -> &'static [Browser] {
        match self {
            Self::Chromium => &[Browser::Chromium],
            Self::Firefox => &[Browser::Firefox],
            Self::Webkit => &[Browser::Webkit],
            Self::All => &[Browser::Chromium, Browser::Firefox, Browser::Webkit],
        }
    }
}

/// Which steps to run, and how.
pub struct Options {
    /// Leave out the steps that need a browser.
    pub skip_browser: bool,
    /// Which browsers.
    pub browsers: Browsers,
    /// Run only these, in the usual order. Defaults to all.
    pub only: Vec<Step>,
    /// Go on after a failing step.
    pub keep_going: bool,
}

/// The individual tests that cargo reported.
#[derive(Clone, Default)]
struct Count {
    passed: u64,
    failed: u64,
    /// What the browser cannot do; such a test ends at once, and is not among those that passed.
    left_out: Vec<String>,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.left_out.extend_from_slice(&other.left_out);
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

/// A step, the tests in a browser once for each of them.
#[derive(Clone, Copy)]
struct Turn {
    step: Step,
    browser: Option<Browser>,
}

impl Turn {
    fn all(browsers: Browsers) -> Vec<Self> {
        let turns = |step: &Step| match step {
            Step::Browser => browsers
                .list()
                .iter()
                .map(|&browser| Self { step: Step::Browser, browser: Some(browser) })
                .collect(),
            &step => vec![Self { step, browser: None }],
        };
        Step::value_variants().iter().flat_map(turns).collect()
    }

    fn name(self) -> String {
        let step = self.step.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        self.browser.map_or(step, |browser| browser.name().to_owned())
    }
}

/// Runs the steps, prints a table and the number of tests; `false` when a step failed.
pub fn run(workspace: &Workspace, options: &Options) -> bool {
    let mut rows = Vec::new();
    let mut total = Count::default();
    let mut all_passed = true;
    for turn in Turn::all(options.browsers) {
        let asked_for = options.only.is_empty() || options.only.contains(&turn.step);
        let mut count = Count::default();
        let (outcome, time) = if !asked_for || (options.skip_browser && turn.step == Step::Browser) {
            (Outcome::Skipped, Duration::ZERO)
        } else if !all_passed && !options.keep_going {
            (Outcome::NotReached, Duration::ZERO)
        } else {
            eprintln!("\n=== {} ===", turn.name());
            let start = Instant::now();
            let result = turn.run(workspace, &mut count);
            if let Err(error) = &result {
                eprintln!("{} failed: {error:#}", turn.name());
                all_passed = false;
            }
            (if result.is_ok() { Outcome::Passed } else { Outcome::Failed }, start.elapsed())
        };
        total.add(&count);
        rows.push((turn, outcome, time, count));
    }

    println!(
        "\n{:<10}{:<13}{:>9}{:>9}{:>9}{:>10}",
        "step", "outcome", "time", "passed", "failed", "left out"
    );
    for (turn, outcome, time, count) in rows {
        print!("{:<10}{outcome:<13}{:>7.1} s", turn.name(), time.as_secs_f64());
        if matches!(turn.step, Step::Unit | Step::Browser) {
            print!("{:>9}{:>9}{:>10}", count.passed, count.failed, count.left_out.len());
        }
        println!();
    }
    println!("\n{} passed, {} failed, {} left out", total.passed, total.failed, total.left_out.len());
    for what in &total.left_out {
        println!("{what}");
    }
    all_passed
}

impl Turn {
    fn run(self, workspace: &Workspace, count: &mut Count) -> Result<()> {
        let cargo = |arguments: &[&str]| {
            let mut command = process::cargo();
            command.args(arguments).current_dir(workspace.root());
            command
        };
        match self.step {
            Step::Format => process::run(&mut cargo(&["fmt", "--all", "--check"])),
            Step::Clippy => {
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
            Step::Regen => regen::run(workspace, true),
            Step::Unit => {
                office::ensure()?;
                tests(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), count)
            }
            Step::Build => dist::build(workspace, Effort::Full),
            Step::Browser => {
                npm::ensure(workspace)?;
                process::run(&mut cargo(&["build", "--package", "demo-cms"]))?;
                let Some(browser) = self.browser else { return Ok(()) };
                let package =
                    ["test", "--package", "gongkai-tests", "--features", "browser", "--no-fail-fast"];
                let mut command = cargo(&package);
                command.args(["--test", "browser_*"]).env("GONGKAI_BROWSER", browser.name());
                command.envs(browser.ensure(workspace)?);
                browser_tests(&mut command, workspace, count)
            }
            Step::Size => size::report(workspace, true),
        }
    }
}

/// Runs tests that write down what their browser cannot do.
fn browser_tests(command: &mut Command, workspace: &Workspace, count: &mut Count) -> Result<()> {
    let file = workspace.target().join("left-out.txt");
    fs::write(&file, "")?;
    let result = tests(command.env("GONGKAI_LEFT_OUT", &file), count);
    count.left_out = fs::read_to_string(&file)?.lines().map(str::to_owned).collect();
    count.left_out.sort();
    // The test runner knows only that they ended without a complaint.
    count.passed = count.passed.saturating_sub(count.left_out.len().try_into()?);
    result
}

fn tests(command: &mut Command, count: &mut Count) -> Result<()> {
    let status = process::watch(command, |line| {
        if let Some((passed, failed)) = result_line(line) {
            count.passed += passed;
            count.failed += failed;
        }
    })?;
    if !status.success() {
        bail!("`{}` ended with {status}, {} tests failed", process::line(command), count.failed);
    }
    Ok(())
}

/// Reads `test result: ok. 3 passed; 0 failed; 0 ignored; …`: how many passed and failed.
fn result_line(line: &str) -> Option<(u64, u64)> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let (mut passed, mut failed) = (0, 0);
    for part in numbers.split("; ") {
        match part.split_once(' ') {
            Some((number, "passed")) => passed = number.parse().ok()?,
            Some((number, "failed")) => failed = number.parse().ok()?,
            _ => {}
        }
    }
    Some((passed, failed))
}

#[cfg(test)]
mod tests {
    use super::{Browsers, Turn, result_line};

    #[test]
    fn reads_what_the_test_runner_prints() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(result_line(line), Some((12, 3)));
        assert!(result_line("test date::leap_year ... ok").is_none());
    }

    #[test]
    fn each_browser_has_its_turn() {
        let names = |browsers| Turn::all(browsers).into_iter().map(Turn::name).collect::<Vec<_>>();
        assert_eq!(
            names(Browsers::All),
            ["format", "clippy", "regen", "unit", "build", "chromium", "firefox", "webkit", "size"]
        );
        assert_eq!(names(Browsers::Firefox)[5..], ["firefox", "size"]);
    }
}
