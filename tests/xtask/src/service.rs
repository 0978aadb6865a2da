//! `gongkai serve` under strangers: a description that is taken at its word, and sixty-four callers at once.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::process;
use crate::setup::{debian, languages};
use crate::workspace::Workspace;

/// The one that the settings were written for.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
/// Requests that it makes up for each address, and the seed, so that a run can be repeated.
const EXAMPLES: &str = "60";
const SEED: &str = "54";

/// How many ask at once.
const CONNECTIONS: u32 = 64;
/// Length of each run of the load; between them memory is read.
const RUN: Duration = Duration::from_secs(20);
const RUNS: usize = 6;
/// How much more memory the last run may take than the second, in percent: a leak grows with every run.
const GROWTH: u64 = 10;

/// Tries out the description: whatever it allows is asked, and answers have to be what it says.
///
/// # Errors
/// Something cannot be built, or an answer is not as described.
pub fn try_out(workspace: &Workspace) -> Result<()> {
    process::run(process::cargo().args(["build", "--package", "gongkai"]).current_dir(workspace.root()))?;
    let service = Service::start(&workspace.target().join("debug/gongkai"), &workspace.dist())?;
    let python = languages::python(workspace, &[SCHEMATHESIS])?;
    let program = python.with_file_name("schemathesis");
    let mut command = Command::new(program);
    command.arg("--config-file").arg(workspace.tests().join("service/schemathesis.toml"));
    command.arg("run").arg(format!("{}/openapi.json", service.address));
    command.args(["--max-examples", EXAMPLES, "--seed", SEED, "--generation-database", "none"]);
    process::run(command.current_dir(workspace.target()))
}

/// Measures requests per second, their times and the memory, with a mix of everything that is asked of the service.
///
/// # Errors
/// Something cannot be built, a request fails, or memory grows.
pub fn load(workspace: &Workspace) -> Result<()> {
    process::run(
        process::cargo().args(["build", "--release", "--package", "gongkai"]).current_dir(workspace.root()),
    )?;
    if process::find_program(&["wrk"]).is_none() {
        debian::install(&["wrk"], "the load test of the service")?;
    }
    let program = workspace.target().join("release/gongkai");
    let entries = entries(workspace, &program)?;
    let service = Service::start(&program, &workspace.dist())?;
    let mut all = Total::default();
    let mut memory = Vec::new();
    for _ in 0..RUNS {
        let answer = process::output(
            Command::new("wrk")
                .args(["--threads", "1", "--connections", &CONNECTIONS.to_string(), "--latency"])
                .args(["--duration", &format!("{}s", RUN.as_secs()), "--timeout", "10s", "--script"])
                .arg(workspace.tests().join("service/mixed.lua"))
                .arg(&service.address)
                .env("GONGKAI_LOAD", &entries),
        )?;
        let figures = answer.lines().rfind(|line| line.starts_with('{')).context("wrk told no figures")?;
        all.add(&serde_json::from_str(figures)?)?;
        memory.push(service.memory_kb()?);
    }
    println!("{all}");
    let megabytes: Vec<String> = memory.iter().map(|kb| format!("{:.1}", *kb as f64 / 1024.0)).collect();
    println!("memory after each run of {} s, in MB: {}", RUN.as_secs(), megabytes.join(", "));
    ensure!(all.failed == 0, "{} requests failed", all.failed);
    let (second, last) = (memory[1], memory[RUNS - 1]);
    ensure!(last <= second + second * GROWTH / 100, "memory grew from {second} kB to {last} kB");
    Ok(())
}

/// The entries that are posted.
fn entries(workspace: &Workspace, program: &Path) -> Result<PathBuf> {
    let folder = workspace.target().join("load");
    fs::create_dir_all(&folder)?;
    let item = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
    let right: Value =
        serde_json::from_str(&process::output(Command::new(program).args(["example", item]))?)?;
    let mut wrong = right.clone();
    wrong["elements"]["ban_gong_dian_hua"] = "12".into();
    fs::write(folder.join("right.json"), right.to_string())?;
    fs::write(folder.join("wrong.json"), wrong.to_string())?;
    Ok(folder)
}

/// What all runs came to.
#[derive(Debug, Default)]
struct Total {
    requests: u64,
    seconds: f64,
    p50: Vec<u64>,
    p99: Vec<u64>,
    longest: u64,
    failed: u64,
}

impl Total {
    fn add(&mut self, figures: &Value) -> Result<()> {
        let number = |name: &str| figures[name].as_u64().with_context(|| format!("wrk told no {name}"));
        self.requests += number("requests")?;
        self.seconds += figures["seconds"].as_f64().context("wrk told no time")?;
        self.p50.push(number("p50_us")?);
        self.p99.push(number("p99_us")?);
        self.longest = self.longest.max(number("max_us")?);
        self.failed += number("failed")? + number("refused")?;
        Ok(())
    }
}

impl std::fmt::Display for Total {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let span = |values: &[u64]| {
            let (least, most) = (values.iter().min().unwrap_or(&0), values.iter().max().unwrap_or(&0));
            format!("{:.1} to {:.1} ms", *least as f64 / 1000.0, *most as f64 / 1000.0)
        };
        write!(
            formatter,
            "{CONNECTIONS} connections: {} requests in {:.0} s, {:.0} a second; half within {}, 99 % within {}, the \
             longest {:.1} ms; {} failed",
            self.requests,
            self.seconds,
            self.requests as f64 / self.seconds,
            span(&self.p50),
            span(&self.p99),
            self.longest as f64 / 1000.0,
            self.failed
        )
    }
}

/// A running service; ends on drop.
struct Service {
    child: Child,
    address: String,
}

impl Service {
    fn start(program: &Path, dist: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--log", "off", "--dist"]).arg(dist);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("stdout is piped")?).read_line(&mut line)?;
        let Some(address) = line.trim().strip_prefix("listening on ") else {
            bail!("`{}` said {line:?}", process::line(&command));
        };
        Ok(Service { address: address.to_owned(), child })
    }

    /// The memory that it holds, read when it has nothing to do.
    fn memory_kb(&self) -> Result<u64> {
        thread::sleep(Duration::from_secs(1));
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
