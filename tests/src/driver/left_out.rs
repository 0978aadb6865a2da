//! Tests that a browser cannot do: said where everybody sees it, and counted.

use std::env;
use std::fs::OpenOptions;
use std::io::{Write, stderr};

use super::Kind;

/// The file that gets a line for each, if the environment names one.
const FILE: &str = "GONGKAI_LEFT_OUT";

/// Says what is left out.
///
/// # Panics
/// The file that has to count it cannot be written: then the count would be wrong.
pub(super) fn note(kind: Kind, what: &str) {
    let line = format!("left out in {kind:?}: {what}\n");
    // Not with `eprint!`, which the test runner keeps to itself when the test passes.
    let _ = stderr().write_all(line.as_bytes());
    if let Some(path) = env::var_os(FILE) {
        let written = OpenOptions::new().create(true).append(true).open(path);
        written
            .and_then(|mut file| file.write_all(line.as_bytes()))
            .expect("what is left out can be counted");
    }
}
