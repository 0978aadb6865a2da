//! How long it takes to read long tables, and how much memory: 1,000, 5,000 and 20,000 rows in each format. Prints a line
//! of JSON for each.
//!
//! Each one is read in a process of its own (`bench_import FORMAT`, the document on stdin), since the most memory that a
//! process ever had is all that the system tells.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs, io};

use gongkai_core::import::Block;
use gongkai_core::import::reader::{Limits, read};
use gongkai_tests::office::{long_docx, long_html, long_xlsx};
use serde_json::{Value, json};

/// A format and what makes a document of so many rows in it.
type Maker = (&'static str, fn(usize) -> Vec<u8>);

const FORMATS: &[Maker] = &[("docx", long_docx), ("xlsx", long_xlsx), ("html", long_html)];

const ROWS: &[usize] = &[1_000, 5_000, 20_000];

fn main() -> io::Result<()> {
    if let Some(format) = env::args().nth(1) {
        let mut document = Vec::new();
        io::stdin().lock().read_to_end(&mut document)?;
        println!("{}", measure(&format, &document));
        return Ok(());
    }
    let program = env::current_exe()?;
    for (format, make) in FORMATS {
        for rows in ROWS {
            let document = make(*rows);
            let mut child = Command::new(&program).arg(format).stdin(Stdio::piped()).spawn()?;
            if let Some(mut input) = child.stdin.take() {
                input.write_all(&document)?;
            }
            child.wait()?;
        }
    }
    Ok(())
}

/// Reads a document.
fn measure(format: &str, document: &[u8]) -> Value {
    let start = Instant::now();
    let read = read(&format!("long.{format}"), document, &Limits::default()).expect("it is a document");
    let seconds = start.elapsed().as_secs_f64();
    let tables = read.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    let (rows, cells) =
        tables.fold((0, 0), |(rows, cells), table| (rows + table.row_count, cells + table.cells.len()));
    json!({
        "format": format,
        "bytes": document.len(),
        "rows": rows,
        "cells": cells,
        "milliseconds": (seconds * 1e4).round() / 10.0,
        "peak_megabytes": peak_kilobytes().map(|kilobytes| kilobytes / 1024),
    })
}

/// The most memory that this process ever had, where the system tells.
fn peak_kilobytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
