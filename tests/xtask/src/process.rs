//! Running other programs: visibly, with messages that name what failed.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long the output of a program that has ended may stay open.
const LEFT_OPEN: Duration = Duration::from_secs(10);

/// The cargo that runs us, so that every step uses the same toolchain.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs the command with its output shown.
///
/// # Errors
/// The program cannot be started, or it ends with another status than zero.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs the command with its output shown and returns how it ended.
///
/// # Errors
/// The program cannot be started.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    announce(command);
    command.status().with_context(|| cannot_start(command))
}

/// Runs the command quietly and returns what it printed to stdout.
///
/// # Errors
/// The program cannot be started, or it ends with another status than zero.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        bail!(
            "`{}` ended with {}\n{}",
            line(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the command with its output shown, and hands each line of stdout to `each_line` too.
///
/// # Errors
/// The program cannot be started or its output cannot be read; or it ends and leaves another one behind that holds its
/// output open, for which one would wait for ever.
pub fn watch(command: &mut Command, each_line: impl FnMut(&str)) -> Result<ExitStatus> {
    announce(command);
    follow(command, LEFT_OPEN, each_line)
}

fn follow(command: &mut Command, left_open: Duration, mut each_line: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let stdout = child.stdout.take().expect("stdout is piped");
    let (sender, pieces) = mpsc::channel();
    thread::spawn(move || {
        // Whoever listens may have given up.
        let _ = BufReader::new(stdout).split(b'\n').try_for_each(|piece| sender.send(piece));
    });
    let mut has_ended = false;
    loop {
        match pieces.recv_timeout(left_open) {
            Ok(piece) => {
                let piece = piece?;
                std::io::stdout().write_all(&[&piece[..], b"\n"].concat())?;
                each_line(String::from_utf8_lossy(&piece).trim_end());
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(child.wait()?),
            Err(RecvTimeoutError::Timeout) => {
                if has_ended {
                    bail!(
                        "`{}` has ended, but something that it left behind is still running",
                        line(command)
                    );
                }
                // What it said last may still be on the way.
                has_ended = child.try_wait()?.is_some();
            }
        }
    }
}

/// Runs the command for at most `limit`; `None` when it had to be stopped.
///
/// # Errors
/// The program cannot be started.
pub fn status_within(command: &mut Command, limit: Duration) -> Result<Option<ExitStatus>> {
    announce(command);
    let mut child = command.spawn().with_context(|| cannot_start(command))?;
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// The first of these programs that the search path holds.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(word).collect::<Vec<_>>().join(" ")
}

fn word(text: &OsStr) -> String {
    let text = text.to_string_lossy();
    if text.contains([' ', '*', '"']) { format!("'{text}'") } else { text.into_owned() }
}

fn announce(command: &Command) {
    eprintln!("$ {}", line(command));
}

fn cannot_start(command: &Command) -> String {
    format!(
        "cannot start `{}`; is it installed and in the search path?",
        command.get_program().to_string_lossy()
    )
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_leaves_behind_is_not_waited_for() {
        let said = |script: &str| {
            let mut lines = Vec::new();
            let mut shell = Command::new("sh");
            let left_open = Duration::from_millis(500);
            let result = follow(shell.args(["-c", script]), left_open, |line| lines.push(line.to_owned()));
            (result.ok().map(|status| status.success()), lines)
        };
        assert_eq!(
            said("echo one; sleep 0.8; printf two"),
            (Some(true), vec!["one".to_owned(), "two".to_owned()])
        );
        assert_eq!(said("exit 3"), (Some(false), vec![]));
        assert_eq!(said("sleep 6 & echo one"), (None, vec!["one".to_owned()]));
    }
}
