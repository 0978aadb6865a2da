//! What the command does, one file for each group of calls.

pub mod check;
pub mod diff;
pub mod due;
pub mod import;
pub mod lint;
pub mod list;
pub mod manual;
pub mod privacy;
pub mod show;

use std::io::{self, Write};

use serde_json::Value;

/// Writes a document for people and programs alike: pretty JSON.
fn write_pretty(document: &Value, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{document:#}")
}
