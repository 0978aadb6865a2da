//! Judging rows: those alone that have changed, so many at a time, by the core.

use std::rc::Rc;

use gongkai_core::namesakes::{self, Kinship};
use gongkai_core::{Issue, Local, Report, Severity};
use serde_json::Value;

use super::grid::{Grid, Marked, Row};
use crate::start::judged;

/// What is wrong altogether.
#[derive(Default, PartialEq, Clone, Copy)]
pub(super) struct Counts {
    /// Rows that say anything.
    pub rows: usize,
    /// Rows with errors.
    pub wrong: usize,
    /// Errors.
    pub issues: usize,
    /// What keeps entries from being published.
    pub blocking: usize,
    /// Rows with warnings alone.
    pub warned: usize,
    /// Rows with the name of another one.
    pub repeated: usize,
}

impl Grid {
    /// Judges so many of the rows that wait; whether there are more.
    pub fn judge(&mut self, most: usize) -> bool {
        for _ in 0..most {
            let Some(row) = self.pending.pop() else { break };
            if self.row(row).is_in {
                self.judge_row(row);
            }
        }
        if self.pending.is_empty() && std::mem::take(&mut self.names_changed) {
            self.compare_names();
        }
        !self.pending.is_empty()
    }

    fn judge_row(&mut self, row: u32) {
        self.survey(row);
        let own = self.row(row);
        let issues =
            if own.has_content { self.marked(self.report_on(&own.entry).issues) } else { Vec::new() };
        self.mark(row, issues);
    }

    fn report_on(&self, entry: &Value) -> Report {
        judged(self.item(), entry, self.calendar.as_deref(), &self.local, self.today)
    }

    /// Judges by other local parameters from now on.
    pub fn set_local(&mut self, local: Rc<Local>) {
        self.local = local;
        self.pending = self.rows.clone();
    }

    /// The issues of an entry that is still being typed.
    pub fn judge_draft(&self, entry: &Value) -> Vec<Marked> {
        self.marked(self.report_on(entry).issues)
    }

    fn marked(&self, issues: Vec<Issue>) -> Vec<Marked> {
        if issues.is_empty() {
            return Vec::new();
        }
        let cells = self.cells();
        issues.into_iter().map(|issue| Marked { column: cells.column_of(&issue.path), issue }).collect()
    }

    fn mark(&mut self, row: u32, mut issues: Vec<Marked>) {
        let server: Vec<Issue> = self.row(row).server.clone();
        let is_new = |issue: &Issue| {
            !issues.iter().any(|own| own.issue.code == issue.code && own.issue.path == issue.path)
        };
        let server: Vec<Issue> = server.into_iter().filter(is_new).collect();
        issues.extend(self.marked(server));
        let own = &mut self.all[row as usize];
        if own.issues != issues {
            own.version += 1;
            own.worst = issues.iter().map(|marked| marked.issue.severity).max();
            own.issues = issues;
        }
    }

    /// Shows the reports of the server on the entries as they are handed over.
    pub fn set_server_reports(&mut self, reports: Vec<Option<Report>>) {
        while self.judge(usize::MAX) {}
        let rows: Vec<u32> = self.with_content().collect();
        for (row, report) in rows.into_iter().zip(reports) {
            self.all[row as usize].server = report.map(|report| report.issues).unwrap_or_default();
            self.pending.push(row);
        }
    }

    /// The report on each entry as it is handed over.
    pub fn reports(&self) -> Vec<Report> {
        self.with_content().map(|row| self.report_on(&self.row(row).entry)).collect()
    }

    fn compare_names(&mut self) {
        let Some(naming) = self.naming else { return };
        let rows = self.rows.clone();
        let names: Vec<String> = rows.iter().map(|row| self.text(*row, naming)).collect();
        for (row, kinship) in rows.iter().zip(namesakes::among(&names)) {
            // Kept by the row itself: places change when rows come and go.
            let kinship = kinship.map(|kinship| match kinship {
                Kinship::Alike(at) => Kinship::Alike(rows[at] as usize),
                Kinship::Same(at) => Kinship::Same(rows[at] as usize),
                other => other,
            });
            let own = &mut self.all[*row as usize];
            if own.kinship != kinship {
                own.kinship = kinship;
                own.version += 1;
            }
        }
    }

    /// The row that another one has its name from, counted from 1, and whether it is quite the same.
    pub fn namesake(&self, row: u32) -> Option<(usize, bool)> {
        let (other, is_same) = match self.row(row).kinship? {
            Kinship::Same(other) => (other, true),
            Kinship::Alike(other) => (other, false),
            _ => return None,
        };
        let at = self.rows.iter().position(|known| *known as usize == other)?;
        Some((at + 1, is_same))
    }

    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in self.with_content() {
            let own = self.row(row);
            counts.rows += 1;
            counts.wrong += usize::from(own.worst == Some(Severity::Error));
            counts.warned += usize::from(own.worst.is_some_and(|worst| worst < Severity::Error));
            counts.repeated += usize::from(own.kinship.is_some());
            for marked in &own.issues {
                counts.issues += usize::from(marked.issue.severity == Severity::Error);
                counts.blocking += usize::from(marked.issue.blocks);
            }
        }
        counts
    }
}

impl Row {
    /// Whether there is anything to look at.
    pub fn has_problem(&self) -> bool {
        self.worst.is_some() || self.kinship.is_some()
    }

    /// The worst that is wrong in a column; `None` for the row itself.
    pub fn worst_at(&self, column: Option<usize>) -> Option<Severity> {
        self.issues.iter().filter(|marked| marked.column == column).map(|marked| marked.issue.severity).max()
    }
}
