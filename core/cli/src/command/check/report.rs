//! Writes what was found in one entry: a table for people, or a report on one line.

use std::io::{self, Write};

use gongkai::input::csv::Columns;
use gongkai_core::report::{Stage, Verdict};
use gongkai_core::text::{ToldIssue, hint, message};
use gongkai_core::{ItemRef, Report};
use serde::Serialize;

use crate::table::{Align, Table, plain};
use crate::words::Words;

/// Where in a table an entry came from.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// Number of its row, from 1.
    pub row: u64,
    /// What the columns mean.
    pub columns: &'a Columns<'a>,
    /// Name of the sheet, in a workbook.
    pub sheet: Option<&'a str>,
}

impl Origin<'_> {
    /// The address of the cell that a place in the entry came from: `A7`, in a workbook `名录!A7`.
    fn cell(&self, pointer: &str) -> Option<String> {
        self.columns.address_of(pointer, self.row, self.sheet)
    }
}

/// A report with its sentences in both languages, as [`Report::told`] gives it, and with its place in a table.
#[derive(Serialize)]
struct Line<'a> {
    format: &'a str,
    pack: &'a str,
    edition: &'a str,
    item: &'a str,
    stage: Stage,
    checked_on: &'a str,
    verdict: Verdict,
    issues: Vec<LineIssue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u64>,
}

#[derive(Serialize)]
struct LineIssue<'a> {
    #[serde(flatten)]
    told: ToldIssue,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

/// Writes a report on one line, with row, columns and cells when it came from a table.
pub fn write_line(report: &Report, origin: Option<Origin<'_>>, out: &mut Vec<u8>) {
    let issues = report.issues.iter().map(|issue| LineIssue {
        told: issue.told(),
        column: origin.and_then(|origin| origin.columns.heading_of(&issue.path)),
        cell: origin.and_then(|origin| origin.cell(&issue.path)),
    });
    let line = Line {
        format: &report.format,
        pack: &report.pack,
        edition: &report.edition,
        item: &report.item,
        stage: report.stage,
        checked_on: &report.checked_on,
        verdict: report.verdict,
        issues: issues.collect(),
        row: origin.map(|origin| origin.row),
    };
    serde_json::to_writer(&mut *out, &line).expect("a report is plain data, and memory can be written");
    out.push(b'\n');
}

/// Writes a report for people.
pub fn write_for_people(
    place: &str,
    item: ItemRef<'_>,
    title: &str,
    report: &Report,
    origin: Option<Origin<'_>>,
    words: Words,
    out: &mut Vec<u8>,
) {
    table(place, item, title, report, origin, words, out).expect("memory can be written");
}

fn table(
    place: &str,
    item: ItemRef<'_>,
    title: &str,
    report: &Report,
    origin: Option<Origin<'_>>,
    words: Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let verdict = words.verdict(report.verdict);
    let heading = plain(&format!("{place}  {}/{}  {verdict}  {title}", item.pack.name, item.name));
    writeln!(out, "{}", heading.trim_end())?;
    if report.issues.is_empty() {
        return Ok(());
    }
    let place =
        if origin.is_some() { words.pick("单元格", "cell") } else { words.pick("位置", "place") };
    let mut table = Table::new([
        (words.pick("程度", "weight"), Align::Left),
        (words.pick("要素", "element"), Align::Left),
        (words.pick("说明", "what is wrong"), Align::Left),
        (place, Align::Left),
        (words.pick("规则", "rule"), Align::Left),
    ]);
    for issue in &report.issues {
        let mut text = message(issue, words.lang());
        if let Some(hint) = hint(issue, words.lang()) {
            text.push_str(words.pick("；", "; "));
            text.push_str(&hint);
        }
        // The sheet is the same for all, and the row stands above.
        let cell = origin.map(|Origin { row, columns, .. }| {
            let cell = columns.cell_of(&issue.path, row).unwrap_or_default();
            format!("{cell} {}", columns.heading_of(&issue.path).unwrap_or_default()).trim().to_owned()
        });
        table.row([
            words.severity(issue.severity).to_owned(),
            issue.element.clone().unwrap_or_default(),
            text,
            cell.unwrap_or_else(|| issue.path.clone()),
            issue.code.as_str().to_owned(),
        ]);
    }
    table.write("  ", out)
}
