//! Blocks for a terminal: what follows `$ ` is run, what it prints has to be what is shown.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use gongkai_tests::workspace;
use tempfile::TempDir;

use crate::source::{Page, folder};

const PROMPT: &str = "$ ";
/// A line that stands for any number of lines.
const MORE: &str = "…";
/// Where the pages say that the service listens.
const SERVICE: &str = "127.0.0.1:8054";
/// Where readers of the handbook and of the included pages copy the command from.
const FIRST_WORDS: &[&str] = &["cargo", "cp", "curl", "php", "python", "pip", "target/release/gongkai"];

/// What is typed in a block.
pub fn calls(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix(PROMPT)).collect()
}

/// Runs the calls of a page in order, in a folder with the files of the handbook; answers with their number.
pub fn run(page: &Page) -> Result<usize, String> {
    let blocks = page.blocks();
    let texts: Vec<&str> = blocks.iter().filter(|b| b.kind == "console").map(|b| b.text.as_str()).collect();
    if texts.is_empty() {
        return Ok(0);
    }
    let here = TempDir::with_prefix("gongkai-handbook-").map_err(|error| error.to_string())?;
    let files = folder().join("files");
    for file in workspace::files_below(&files).map_err(|error| error.to_string())? {
        let target = here.path().join(file.strip_prefix(&files).expect("it was found there"));
        fs::create_dir_all(target.parent().expect("it has a folder")).map_err(|error| error.to_string())?;
        fs::copy(&file, target).map_err(|error| error.to_string())?;
    }
    let service = texts.iter().any(|text| text.contains(SERVICE)).then(Service::start);
    let mut count = 0;
    for text in texts {
        for (call, shown) in parts(text) {
            let typed =
                service.as_ref().map_or_else(|| call.to_owned(), |s| call.replace(SERVICE, &s.address));
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("exec 2>&1; {typed}")]).current_dir(here.path());
            shell.env("PATH", search_path()).env("NO_PROXY", "127.0.0.1");
            shell.env("LANG", if page.language == "en" { "en_US.UTF-8" } else { "zh_CN.UTF-8" });
            let output = shell.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
            let printed = String::from_utf8_lossy(&output.stdout);
            // 1: findings; 2: a call that cannot be followed, which no page shows.
            if !matches!(output.status.code(), Some(0 | 1)) {
                return Err(format!("`{call}` ended with {}\n{printed}", output.status));
            }
            if !shown.is_empty() && !matches(&shown, &printed) {
                return Err(format!("`{call}` prints\n{printed}\ninstead of\n{}", shown.join("\n")));
            }
            count += 1;
        }
    }
    Ok(count)
}

fn parts(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut parts: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix(PROMPT), parts.last_mut()) {
            (Some(call), _) => parts.push((call, Vec::new())),
            (None, Some((_, shown))) => shown.push(line.trim_end()),
            (None, None) => panic!("a block begins with a call: {text}"),
        }
    }
    for (_, shown) in &mut parts {
        while shown.last().is_some_and(|line| line.is_empty()) {
            shown.pop();
        }
    }
    parts
}

/// Whether lines are those shown; `…` stands for any number of them.
fn matches(shown: &[&str], printed: &str) -> bool {
    let printed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    let mut at = 0;
    for (index, part) in shown.split(|line| *line == MORE).enumerate() {
        let begins = (0..=printed.len().saturating_sub(part.len()))
            .find(|begin| *begin >= at && printed[*begin..].starts_with(part));
        match begins {
            Some(begin) if index > 0 || begin == 0 => at = begin + part.len(),
            _ => return false,
        }
    }
    shown.last() == Some(&MORE) || at == printed.len()
}

/// The command lies beside the folder of the tests; cargo builds it for the tests of its package.
fn command() -> PathBuf {
    if let Some(file) = env::var_os("GONGKAI_COMMAND") {
        return file.into();
    }
    let test = env::current_exe().expect("a running program has a file");
    let folder = test.ancestors().nth(2).expect("a test lies in `deps` inside the target folder");
    let file = folder.join(format!("gongkai{}", env::consts::EXE_SUFFIX));
    assert!(file.is_file(), "{} is missing; run `cargo build --package gongkai` first", file.display());
    file
}

fn search_path() -> std::ffi::OsString {
    let own = command().parent().expect("a file lies in a folder").to_owned();
    let others = env::var_os("PATH").unwrap_or_default();
    env::join_paths(std::iter::once(own).chain(env::split_paths(&others))).expect("paths without colons")
}

/// `gongkai serve`, ended with the test.
struct Service {
    address: String,
    process: Child,
}

impl Service {
    fn start() -> Self {
        let mut serve = Command::new(command());
        serve.args(["serve", "--listen", "127.0.0.1:0", "--log", "off"]).stdout(Stdio::piped());
        let mut process = serve.spawn().expect("the command starts");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("stdout is piped");
        BufReader::new(stdout).read_line(&mut line).expect("it says where it listens");
        let address = line.trim().strip_prefix("listening on http://").expect("it listens").to_owned();
        Self { address, process }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Looks at lines that are not run: the programs, tasks and files that they name have to be there.
pub fn look_at(text: &str) -> Result<(), String> {
    let tasks =
        fs::read_to_string(workspace::root().join("tests/xtask/src/main.rs")).expect("sources are text");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split('#').next().unwrap_or_default().split_whitespace().collect();
        let [first, rest @ ..] = words.as_slice() else { continue };
        if !FIRST_WORDS.contains(first) {
            return Err(format!("`{first}` is not among the programs of the handbook"));
        }
        if let ["xtask", task, ..] = rest {
            let (head, tail) = task.split_at(1);
            if !tasks.contains(&format!("\n    {}{tail}", head.to_uppercase())) {
                return Err(format!("there is no task `{task}`"));
            }
        }
        let tops = ["core/", "examples/", "guideline-schemas/", "tests/"];
        for word in rest.iter().filter(|word| tops.iter().any(|top| word.starts_with(top))) {
            if !word.contains("NN-") && !workspace::root().join(word).exists() {
                return Err(format!("`{word}` does not exist"));
            }
        }
    }
    Ok(())
}
