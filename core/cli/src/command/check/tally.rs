//! How many entries there were, by verdict, and how many findings, by rule and item.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gongkai_core::revision::Counts;
use gongkai_core::text::Lang;
use gongkai_core::{IssueCode, Report, Severity, Verdict};
use serde_json::{Value, json};

use super::Manner;
use crate::table::{Align, Table};
use crate::words::Words;

/// What was found in several entries.
#[derive(Debug, Default)]
pub struct Tally {
    pass: u64,
    fail: u64,
    blocked: u64,
    heaviest: Option<Severity>,
    /// By rule, weight and address of the item.
    issues: BTreeMap<(IssueCode, Severity, String), u64>,
}

impl Tally {
    /// Counts an entry.
    pub fn count(&mut self, report: &Report, by_rule: bool) {
        *match report.verdict {
            Verdict::Pass => &mut self.pass,
            Verdict::Fail => &mut self.fail,
            Verdict::Blocked => &mut self.blocked,
        } += 1;
        for issue in &report.issues {
            self.heaviest = self.heaviest.max(Some(issue.severity));
            if by_rule {
                let address = format!("{}/{}", report.pack, report.item);
                *self.issues.entry((issue.code, issue.severity, address)).or_default() += 1;
            }
        }
    }

    /// Adds what another one counted.
    pub fn add(&mut self, other: Tally) {
        self.pass += other.pass;
        self.fail += other.fail;
        self.blocked += other.blocked;
        self.heaviest = self.heaviest.max(other.heaviest);
        for (key, count) in other.issues {
            *self.issues.entry(key).or_default() += count;
        }
    }

    /// How many entries.
    pub fn entries(&self) -> u64 {
        self.pass + self.fail + self.blocked
    }

    /// Whether a finding weighs as much.
    pub fn has(&self, severity: Severity) -> bool {
        self.heaviest >= Some(severity)
    }

    /// Writes how many entries there were.
    pub fn write(&self, words: Words, out: &mut dyn Write) -> io::Result<()> {
        let (all, pass, fail, blocked) = (self.entries(), self.pass, self.fail, self.blocked);
        match words.lang() {
            Lang::Zh => writeln!(out, "共{all}条：通过{pass}条，有问题但可发布{fail}条，不能发布{blocked}条"),
            Lang::En => {
                writeln!(out, "{all} checked: {pass} pass, {fail} with errors on record, {blocked} blocked")
            }
        }
    }

    /// Writes how many findings there were; the most frequent ones come first.
    pub fn write_summary(
        &self,
        against: Option<Counts>,
        manner: Manner,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let words = manner.words;
        let mut issues: Vec<_> = self.issues.iter().collect();
        issues.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        if manner.as_json {
            let issues: Vec<Value> = issues
                .into_iter()
                .map(|((code, severity, item), count)| {
                    json!({ "code": code, "severity": severity, "item": item, "count": count })
                })
                .collect();
            let mut summary = json!({
                "entries": self.entries(),
                "pass": self.pass,
                "fail": self.fail,
                "blocked": self.blocked,
                "issues": issues,
            });
            if let Some(counts) = against {
                summary["against"] = json!(counts);
            }
            return writeln!(out, "{}", json!({ "summary": summary }));
        }
        let mut table = Table::new([
            (words.pick("次数", "count"), Align::Right),
            (words.pick("程度", "weight"), Align::Left),
            (words.pick("规则", "rule"), Align::Left),
            (words.pick("事项", "item"), Align::Left),
        ]);
        if issues.is_empty() {
            return Ok(());
        }
        for ((code, severity, item), count) in issues {
            table.row([
                count.to_string(),
                words.severity(*severity).to_owned(),
                code.as_str().to_owned(),
                item.clone(),
            ]);
        }
        table.write("", out)
    }
}
