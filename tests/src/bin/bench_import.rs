//! How long it takes to read and understand long official tables, and how much memory: 1,000, 5,000 and 20,000 rows in
//! each format. Prints a line of JSON for each.
//!
//! Each one is imported in a process of its own (`bench_import FORMAT`, the document on stdin), since the most memory
//! that a process ever had is all that the system tells.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs, io};

use gongkai_core::Guideline;
use gongkai_core::export::{self, Format};
use gongkai_core::import::reader::{Limits, read};
use gongkai_core::import::{Knowledge, understand};
use serde_json::{Value, json};

const FORMATS: &[(&str, Format)] =
    &[("docx", Format::Docx), ("xlsx", Format::Xlsx), ("html", Format::Html), ("csv", Format::Csv)];

const ROWS: &[usize] = &[1_000, 5_000, 20_000];

fn main() -> io::Result<()> {
    if let Some(format) = env::args().nth(1) {
        let mut document = Vec::new();
        io::stdin().lock().read_to_end(&mut document)?;
        println!("{}", measure(&format, &document));
        return Ok(());
    }
    let program = env::current_exe()?;
    for (name, format) in FORMATS {
        for rows in ROWS {
            let document =
                export::write(&long(*rows), gongkai::lexicon(), *format, &export::Options::default())
                    .expect("a long table can be written");
            let mut child = Command::new(&program).arg(name).stdin(Stdio::piped()).spawn()?;
            if let Some(mut input) = child.stdin.take() {
                input.write_all(&document)?;
            }
            child.wait()?;
        }
    }
    Ok(())
}

/// The rows of all shipped guidelines, again and again under names of their own.
fn long(rows: usize) -> Guideline {
    let shipped = gongkai::guidelines();
    let all = shipped.iter().flat_map(|guideline| &guideline.items).cycle().take(rows);
    let items = all.enumerate().map(|(index, row)| {
        let mut row = row.clone();
        let name = row.name.as_deref().unwrap_or(&row.category).to_owned();
        row.name = Some(format!("{name}之{}", index + 1));
        row
    });
    Guideline { items: items.collect(), ..shipped[0].clone() }
}

/// Imports a document.
fn measure(format: &str, document: &[u8]) -> Value {
    let begin = Instant::now();
    let read = read(&format!("long.{format}"), document, &Limits::default()).expect("it is a document");
    let reading = begin.elapsed();
    let report = understand(read, &Knowledge::new(gongkai::table_words(), gongkai::lexicon()));
    let all = begin.elapsed();
    let milliseconds = |time: std::time::Duration| (time.as_secs_f64() * 1e4).round() / 10.0;
    json!({
        "format": format,
        "bytes": document.len(),
        "items": report.counts.items,
        "reading_milliseconds": milliseconds(reading),
        "milliseconds": milliseconds(all),
        "peak_megabytes": peak_kilobytes().map(|kilobytes| kilobytes / 1024),
    })
}

/// The most memory that this process ever had, where the system tells.
fn peak_kilobytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
