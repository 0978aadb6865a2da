//! What the command does, one file for each group of calls.

pub mod check;
pub mod diff;
pub mod due;
pub mod export;
pub mod form;
pub mod import;
pub mod index;
pub mod lint;
pub mod list;
pub mod manual;
pub mod privacy;
pub mod show;
pub mod template;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde_json::Value;

use crate::command::check::Manner;
use crate::failure::Failure;
use crate::table::plain;

/// Writes a document for people and programs alike: pretty JSON.
fn write_pretty(document: &Value, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{document:#}")
}

/// Writes a made document to a file and says so, or to standard output (`-`) and says nothing.
fn deliver(
    file: &Path,
    document: &[u8],
    about: &Value,
    said: &str,
    manner: Manner,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if file == Path::new("-") {
        return Ok(out.write_all(document)?);
    }
    fs::write(file, document).map_err(|error| Failure::FileUnwritable { path: file.to_owned(), error })?;
    if manner.as_json {
        writeln!(out, "{about}")?;
    } else if !manner.quiet {
        writeln!(out, "{}", plain(said))?;
    }
    Ok(())
}
