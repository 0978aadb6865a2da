//! Measures, prints, and writes the figures into the README.

pub mod browser;
mod spent;
mod targets;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value};

use crate::process;
use crate::setup::npm;
use crate::workspace::Workspace;

/// How many entries a stream has.
const STREAM: usize = 1_000_000;

/// What the comparison calls this library.
const ALL_RULES: &str = "gongkai, all rules";
const PLAIN_RULES: &str = "gongkai, rules that a JSON Schema can express";

/// And the others; reading alone is no validator.
const OTHERS: [&str; 3] = ["jsonschema", "boon", "ajv"];

/// Where the figures stand in the README: between the line that begins them and the next one that ends them.
const BEGIN: &str = "<!-- figures of cargo xtask bench -->\n";
const BEGIN_BROWSER: &str = "<!-- figures of cargo xtask bench --browser -->\n";
const END: &str = "<!-- end of the figures -->\n";

/// Runs all measurements; with `write`, the README gets them.
///
/// # Errors
/// Something cannot be built or run.
pub fn run(workspace: &Workspace, write: bool) -> Result<()> {
    npm::ensure(workspace)?;
    let build = ["build", "--release", "--package", "gongkai-tests", "--package", "gongkai"];
    let features = ["--features", "gongkai-tests/bench", "--bins"];
    process::run(process::cargo().args(build).args(features).current_dir(workspace.root()))?;
    let release = workspace.target().join("release");

    let mut text = String::new();
    let answer = process::output(&mut Command::new(release.join("bench_check")))?;
    checks(&serde_json::from_str(&answer)?, &mut text)?;
    let entries = workspace.target().join("bench-entries.ndjson");
    let mut writer = Command::new(release.join("bench_stream"));
    writer.args(["write", &STREAM.to_string()]).stdout(File::create(&entries)?);
    ensure!(writer.status()?.success(), "the entries cannot be written");
    let size = fs::metadata(&entries)?.len();
    let mut check = Command::new(release.join("gongkai"));
    let (checked, memory) = timed(check.args(["check", "-", "--json", "--quiet"]), &entries)?;
    let (parsed, _) = timed(Command::new(release.join("bench_stream")).arg("parse"), &entries)?;
    fs::remove_file(&entries)?;
    let rate = |time: Duration| STREAM as f64 / time.as_secs_f64();
    writeln!(
        text,
        "\n`gongkai check -` on {} entries of NDJSON ({} MB): {} a second with {} MB of memory; reading the same file \
         with serde_json and doing nothing else: {} a second on one processor.",
        grouped(STREAM as f64),
        size / 1_000_000,
        grouped(rate(checked)),
        memory / 1024,
        grouped(rate(parsed)),
    )?;
    let imported = process::output(&mut Command::new(release.join("bench_import")))?;
    imports(&imported, &mut text)?;
    process::run(
        process::cargo()
            .args(["bench", "--package", "gongkai-tests", "--bench", "core"])
            .current_dir(workspace.root()),
    )?;
    let compiled = median(workspace, "compile 26 packs")?;
    writeln!(
        text,
        "All 26 packs compile in {:.0} ms; the aim is at most 50.",
        compiled.as_secs_f64() * 1000.0
    )?;
    println!("\n{text}");
    if write { write_figures(workspace, BEGIN, &text) } else { Ok(()) }
}

/// Measures the custom elements in a browser; with `write`, the README gets the tables.
///
/// # Errors
/// Something cannot be built or run.
pub fn run_browser(workspace: &Workspace, choice: &browser::Choice, write: bool) -> Result<()> {
    let text = browser::tables(workspace, choice)?;
    println!("\n{text}");
    if write { write_figures(workspace, BEGIN_BROWSER, &text) } else { Ok(()) }
}

fn write_figures(workspace: &Workspace, begin: &str, text: &str) -> Result<()> {
    let readme = workspace.root().join("README.md");
    let page = fs::read_to_string(&readme)?;
    let (before, rest) = page.split_once(begin).context("README.md has no place for the figures")?;
    let (_, after) = rest.split_once(END).context("README.md has no end of the figures")?;
    Ok(fs::write(&readme, format!("{before}{begin}{text}{END}{after}"))?)
}

/// What criterion measured last.
fn median(workspace: &Workspace, name: &str) -> Result<Duration> {
    let path = workspace.target().join("criterion").join(name).join("new/estimates.json");
    let estimates: Value = serde_json::from_slice(&fs::read(&path).context("criterion kept no estimates")?)?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("criterion gave no median")?;
    Ok(Duration::from_secs_f64(nanoseconds / 1e9))
}

/// The table of documents that were imported.
fn imports(lines: &str, text: &mut String) -> Result<()> {
    text.push_str("\nOfficial tables imported, reading and understanding, on one processor:\n\n");
    text.push_str(
        "| rows | format | MB | seconds | of these reading | peak MB |\n|--:|---|--:|--:|--:|--:|\n",
    );
    for line in lines.lines() {
        let found: Value = serde_json::from_str(line)?;
        let number = |key: &str| found[key].as_f64().unwrap_or_default();
        writeln!(
            text,
            "| {} | {} | {:.1} | {:.2} | {:.2} | {:.0} |",
            grouped(number("items")),
            found["format"].as_str().unwrap_or_default().to_uppercase(),
            number("bytes") / 1e6,
            number("milliseconds") / 1000.0,
            number("reading_milliseconds") / 1000.0,
            number("peak_megabytes"),
        )?;
    }
    text.push_str("\nThe aim is 5,000 rows of DOCX and of XLSX in under 3 seconds and 300 MB.\n");
    Ok(())
}

/// The table of the validators.
fn checks(items: &Value, text: &mut String) -> Result<()> {
    let items = items.as_array().context("the comparison gave no list")?;
    text.push_str("| from bytes to all errors, entries a second on one processor |");
    let mut contenders: Vec<&str> = Vec::new();
    for item in items {
        let (name, fields, bytes) = (&item["item"], &item["fields"], &item["bytes"]);
        write!(text, " {}, {fields} elements, {bytes} bytes |", name.as_str().unwrap_or_default())?;
        let rates = item["per_second"].as_object().context("the comparison gave no rates")?;
        contenders = rates.keys().map(String::as_str).collect();
    }
    text.push_str("\n|---|--:|--:|\n");
    for contender in contenders {
        write!(text, "| {contender} |")?;
        for item in items {
            match item["per_second"][contender].as_f64() {
                Some(rate) => write!(text, " {} |", grouped(rate))?,
                None => text.push_str(" – |"),
            }
        }
        text.push('\n');
    }
    let times: Vec<String> = items
        .iter()
        .map(|item| {
            let rates = item["per_second"].as_object().context("the comparison gave no rates")?;
            let (all, plain) = (times_fastest(rates, ALL_RULES), times_fastest(rates, PLAIN_RULES));
            Ok(format!("{plain:.1} ({all:.1} with all rules)"))
        })
        .collect::<Result<_>>()?;
    writeln!(
        text,
        "\nHalf of the records are wrong; all contenders judge the same records by the same JSON Schema. By the rules \
         that a JSON Schema can express, gongkai is {} times as fast as the fastest other; the aim is 3.",
        times.join(" and "),
    )?;
    Ok(())
}

/// How many times as many entries as the fastest of the other validators.
fn times_fastest(rates: &Map<String, Value>, ours: &str) -> f64 {
    let rate = |name: &str| rates.get(name).and_then(Value::as_f64).unwrap_or_default();
    rate(ours) / OTHERS.iter().map(|name| rate(name)).fold(1.0, f64::max)
}

/// How long a command takes with a file as its input, and the most memory it held, in KiB.
fn timed(command: &mut Command, input: &std::path::Path) -> Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = command.stdin(File::open(input)?).stdout(Stdio::null()).spawn()?;
    let mut memory = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        memory = memory.max(peak(child.id()));
        thread::sleep(Duration::from_millis(5));
    };
    // Half of the entries are wrong, which the command says by its exit code.
    if !matches!(status.code(), Some(0 | 1)) {
        bail!("the measured command ended with {status}");
    }
    Ok((start.elapsed(), memory))
}

/// The most memory that a process held so far, in KiB; 0 where the system does not tell.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// 1234567 as 1,234,567.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}
