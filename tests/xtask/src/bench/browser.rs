//! The custom elements in a browser, beside form libraries and a page written by hand.
//!
//! `tests/bench/browser/` holds the pages of the candidates and measures them; `tests/bench/data/` what they draw.
//! Everybody gets the same fields with the same faults, and everything is measured in the same way. The other libraries
//! come with their data in one script; the page of the elements names their files in its head, as the handbook shows it.
//!
//! - bytes: all that a page loads beside its HTML, each file compressed with brotli at quality 11;
//! - first keystroke: from the start of the navigation, in a fresh browser, until a key pressed as soon as all controls
//!   are there is on the screen;
//! - keystroke: from the key event in the middle of the form to the end of the frame that shows it;
//! - validation: from the call to the end of the last frame that changes, with all messages shown;
//! - what the time up to the first keystroke is spent on: when the WebAssembly module is there, when all controls are, and
//!   how long the main thread runs scripts, computes styles, lays out, and is busy altogether;
//! - memory: the JavaScript heap after a collection of garbage, and the memory of WebAssembly modules.
//!
//! The processor is as it is (1×), or slowed down to a quarter by the browser (4×).
//! Candidates take turns in every round; a figure is the median over the rounds, with the smallest and the largest.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::{spent, targets};
use crate::setup::{browser, npm};
use crate::wasm::Effort;
use crate::workspace::Workspace;
use crate::{dist, process};

/// What to measure.
pub struct Choice {
    /// Only pages whose name contains one of these words. Defaults to all.
    pub only: Vec<String>,
    /// `one`, `many`, `rows`.
    pub forms: Vec<String>,
    /// How often everything is measured.
    pub rounds: usize,
}

/// What `measure.mjs` is told.
#[derive(Serialize)]
struct Options<'a> {
    pages: String,
    browser: String,
    only: &'a [String],
    forms: &'a [String],
    slowdowns: &'static [u32],
    rounds: usize,
    /// Keystrokes in each round.
    keystrokes: usize,
}

const SLOWDOWNS: &[u32] = &[1, 4];
const KEYSTROKES: usize = 10;

/// What `measure.mjs` prints.
#[derive(Deserialize)]
struct Answer {
    results: Vec<Measured>,
    failures: Vec<String>,
}

/// One candidate with one form.
#[derive(Deserialize)]
pub struct Measured {
    pub name: String,
    pub form: String,
    /// Whether faults are judged and shown while the editor types.
    pub live: bool,
    /// How many controls the form has.
    controls: usize,
    /// By what was measured and how much the processor was slowed down, `keystroke_ms@4`.
    samples: HashMap<String, Vec<Option<f64>>>,
}

impl Measured {
    /// All samples in their order of size.
    fn sorted(&self, what: &str) -> Vec<f64> {
        let mut samples: Vec<f64> =
            self.samples.get(what).into_iter().flatten().filter_map(|value| *value).collect();
        samples.sort_by(f64::total_cmp);
        samples
    }

    /// The median of what was measured; `None` when nothing was.
    pub fn median(&self, what: &str) -> Option<f64> {
        let samples = self.sorted(what);
        let middle = samples.get(samples.len() / 2)?;
        let before = samples[(samples.len() - 1) / 2];
        Some(f64::midpoint(*middle, before))
    }

    pub fn cell(&self, what: &str, decimals: usize, with_spread: bool) -> String {
        let samples = self.sorted(what);
        match (self.median(what), samples.first(), samples.last()) {
            (Some(median), Some(least), Some(most)) if with_spread => {
                format!("**{median:.decimals$}** ({least:.decimals$}–{most:.decimals$})")
            }
            (Some(median), ..) => format!("{median:.decimals$}"),
            _ => "–".to_owned(),
        }
    }
}

/// Measures in the browser and returns the tables.
///
/// # Errors
/// Something cannot be built or run.
pub fn tables(workspace: &Workspace, choice: &Choice) -> Result<String> {
    browser::ensure()?;
    let program = browser::program().context("there is no browser")?;
    dist::build(workspace, Effort::Full)?;
    let tools = workspace.tests().join("bench/browser");
    npm::ensure_in(&tools)?;
    let pages = workspace.target().join("bench-browser");
    let mut bundle = Command::new("node");
    process::run(bundle.arg(tools.join("build.mjs")).arg(&pages).arg(workspace.dist()))?;
    let packs = ["run", "--quiet", "--package", "gongkai-tests", "--bin", "bench_packs", "--"];
    process::run(process::cargo().args(packs).arg(pages.join("packs")).current_dir(workspace.root()))?;

    let options = Options {
        pages: pages.display().to_string(),
        browser: program.display().to_string(),
        only: &choice.only,
        forms: &choice.forms,
        slowdowns: SLOWDOWNS,
        rounds: choice.rounds,
        keystrokes: KEYSTROKES,
    };
    let mut measure = Command::new("node");
    measure.arg(tools.join("measure.mjs")).arg(serde_json::to_string(&options)?).stderr(Stdio::inherit());
    let output = measure.output().context("node cannot be started")?;
    ensure!(output.status.success(), "the measurements ended with {}", output.status);
    fs::write(workspace.target().join("bench-browser.json"), &output.stdout)?;
    let answer: Answer = serde_json::from_slice(&output.stdout)?;
    for failure in &answer.failures {
        eprintln!("not measured: {failure}");
    }
    text(&answer, choice)
}

fn text(answer: &Answer, choice: &Choice) -> Result<String> {
    let mut text = format!(
        "Medians of {} rounds ({} keystrokes) in headless Chromium, smallest and largest in brackets; milliseconds at 1× / at 4× slowdown.\n",
        choice.rounds,
        choice.rounds * KEYSTROKES,
    );
    for form in &choice.forms {
        let results: Vec<&Measured> = answer.results.iter().filter(|result| result.form == *form).collect();
        writeln!(text, "\n**{}**\n", title(form))?;
        text.push_str("| | brotli KB | memory MB | first keystroke 1× | 4× | keystroke 1× | 4× | validation 1× | 4× | messages | controls |\n");
        text.push_str("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for result in &results {
            row(result, &mut text)?;
        }
        if form == "rows" {
            text.push_str("\nThe grid of gongkai judges every row by itself and draws those on the screen with their faults, so that its validation is the way to the first one; the others draw every row and fault.\n");
        }
    }
    targets::judge(&answer.results, &mut text)?;
    spent::tables(&answer.results, &mut text)?;
    Ok(text)
}

pub fn title(form: &str) -> &'static str {
    match form {
        "one" => "S1: one form of 15 fields",
        "many" => "S2: 300 fields in 20 groups, 100 faults",
        _ => "S3: a table of 500 rows and 6 columns, 100 faults",
    }
}

fn row(result: &Measured, text: &mut String) -> Result<()> {
    let kilobytes =
        result.median("bytes@1").map_or_else(|| "–".to_owned(), |bytes| format!("{:.1}", bytes / 1000.0));
    write!(text, "| {} | {kilobytes} | {} |", result.name, result.cell("memory_mb@1", 1, false))?;
    for what in ["first_keystroke_ms", "keystroke_ms", "validation_ms"] {
        for slowdown in SLOWDOWNS {
            write!(text, " {} |", result.cell(&format!("{what}@{slowdown}"), 0, true))?;
        }
    }
    writeln!(text, " {} | {} |", result.cell("messages@1", 0, false), result.controls)?;
    Ok(())
}
