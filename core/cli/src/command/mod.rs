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
pub mod read;
pub mod show;
pub mod template;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde_json::Value;

use crate::command::check::Manner;
use crate::failure::Failure;
use crate::source;
use crate::table::plain;

/// Writes a document for people and programs alike: pretty JSON.
fn write_pretty(document: &Value, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{document:#}")
}

/// The text of a file, `-` for standard input.
fn text_of(file: &Path) -> Result<String, Failure> {
    if file == Path::new("-") {
        return io::read_to_string(io::stdin().lock()).map_err(Failure::Unreadable);
    }
    source::text(file)
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
