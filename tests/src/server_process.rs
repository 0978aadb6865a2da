//! A program that a test starts and that ends with it.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// Longest wait until a program says that it has started: a Java machine on two busy processors takes its time.
const START_LIMIT: Duration = Duration::from_secs(90);

/// A running program, killed on drop, also when the test panics.
pub struct ServerProcess(Child);

impl ServerProcess {
    /// Starts the program; its output goes where the test's output goes.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        let child = command.stdin(Stdio::null()).spawn().with_context(|| {
            format!("cannot start `{}`; is it installed?", command.get_program().to_string_lossy())
        })?;
        Ok(Self(child))
    }

    /// Starts the program and waits for the line of stdout in which `find` finds something.
    ///
    /// # Errors
    /// The program cannot be started, ends, or prints no such line in time.
    pub fn start_and_find<T: Send + 'static>(
        command: &mut Command,
        find: impl Fn(&str) -> Option<T> + Send + 'static,
    ) -> Result<(Self, T)> {
        let mut server = Self::start(command.stdout(Stdio::piped()))?;
        let stdout = server.0.stdout.take().expect("stdout is piped");
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut reader = BufReader::new(stdout);
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|length| length > 0) {
                if let Some(found) = find(line.trim_end()) {
                    // The receiver is gone only when it has stopped waiting.
                    let _ = sender.send(found);
                    break;
                }
                line.clear();
            }
            drop(sender);
            // A full pipe would stop the program, so the rest is read as well.
            let _ = std::io::copy(&mut reader.by_ref(), &mut std::io::sink());
        });
        let found = receiver.recv_timeout(START_LIMIT).with_context(|| {
            format!("`{}` ended or did not say where it listens", command.get_program().to_string_lossy())
        })?;
        Ok((server, found))
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
