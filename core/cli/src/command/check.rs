//! `gongkai check`: judges entries one after the other as they are read.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gongkai_core::text::{Lang, hint, message};
use gongkai_core::{Context, ItemRef, Report, Verdict};
use serde_json::Value;

use crate::Outcome;
use crate::args::{self, CheckOptions};
use crate::failure::Failure;
use crate::table::{Align, Table, plain};
use crate::words::Words;
use crate::{find, input};

/// Checks every entry of every file; what cannot be read is named and the rest goes on.
pub fn run(
    options: &CheckOptions,
    as_json: bool,
    words: Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let fixed = options.item.as_deref().map(find::item).transpose()?;
    let context = Context::new(options.stage.into(), args::today(options.today))
        .with_calendar(gongkai::calendar())
        .with_regions(gongkai::regions())
        .with_laws(gongkai::laws());
    let mut outcome = Outcome::Fine;
    let mut count = Count::default();
    for file in &options.files {
        let name = file.display();
        let mut complain = |place: &str, failure: &Failure| {
            eprintln!("{}", plain(&format!("{place}: {}", failure.sentence(words))));
            outcome = Outcome::Unusable;
        };
        let entries = match input::entries(file) {
            Ok(entries) => entries,
            Err(failure) => {
                complain(&name.to_string(), &failure);
                continue;
            }
        };
        for (index, entry) in entries.enumerate() {
            let place = format!("{name}:{}", index + 1);
            let judged = entry.and_then(|entry| {
                let item = fixed.map_or_else(|| item_of(&entry), Ok)?;
                Ok((item, item.check(&entry, &context), entry))
            });
            match judged {
                Ok((item, report, entry)) => {
                    count.add(&report);
                    if as_json {
                        writeln!(out, "{}", report.told())?;
                    } else {
                        write_report(&place, item, &entry, &report, words, out)?;
                    }
                }
                Err(failure) => complain(&place, &failure),
            }
        }
    }
    if !as_json {
        count.write(words, out)?;
    }
    Ok(if count.has_errors() { outcome.max(Outcome::Findings) } else { outcome })
}

/// The item that an entry names.
fn item_of(entry: &Value) -> Result<ItemRef<'static>, Failure> {
    let name = |key: &str| entry.get(key).and_then(Value::as_str).ok_or(Failure::EntryWithoutItem);
    find::item_of(find::domain(name("pack")?)?, name("item")?)
}

/// Writes what was found in one entry.
fn write_report(
    place: &str,
    item: ItemRef<'_>,
    entry: &Value,
    report: &Report,
    words: Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = entry.get("title").and_then(Value::as_str).unwrap_or_default();
    let verdict = words.verdict(report.verdict);
    let heading = plain(&format!("{place}  {}/{}  {verdict}  {title}", item.pack.name, item.name));
    writeln!(out, "{}", heading.trim_end())?;
    if report.issues.is_empty() {
        return Ok(());
    }
    let mut table = Table::new([
        (words.pick("程度", "weight"), Align::Left),
        (words.pick("要素", "element"), Align::Left),
        (words.pick("说明", "what is wrong"), Align::Left),
        (words.pick("位置", "place"), Align::Left),
        (words.pick("规则", "rule"), Align::Left),
    ]);
    for issue in &report.issues {
        let mut text = message(issue, words.lang());
        if let Some(hint) = hint(issue, words.lang()) {
            text.push_str(words.pick("；", "; "));
            text.push_str(&hint);
        }
        table.row([
            words.severity(issue.severity).to_owned(),
            issue.element.clone().unwrap_or_default(),
            text,
            issue.path.clone(),
            issue.code.as_str().to_owned(),
        ]);
    }
    table.write("  ", out)
}

/// How many entries there were, by verdict.
#[derive(Default)]
struct Count(BTreeMap<&'static str, usize>);

impl Count {
    fn add(&mut self, report: &Report) {
        let key = match report.verdict {
            Verdict::Pass => "pass",
            Verdict::Fail => "fail",
            Verdict::Blocked => "blocked",
        };
        *self.0.entry(key).or_insert(0) += 1;
    }

    fn of(&self, key: &str) -> usize {
        self.0.get(key).copied().unwrap_or_default()
    }

    fn has_errors(&self) -> bool {
        self.of("fail") + self.of("blocked") > 0
    }

    fn write(&self, words: Words, out: &mut dyn Write) -> io::Result<()> {
        let (pass, fail, blocked) = (self.of("pass"), self.of("fail"), self.of("blocked"));
        let all = pass + fail + blocked;
        match words.lang() {
            Lang::Zh => writeln!(out, "共{all}条：通过{pass}条，有问题但可发布{fail}条，不能发布{blocked}条"),
            Lang::En => {
                writeln!(out, "{all} checked: {pass} pass, {fail} with errors on record, {blocked} blocked")
            }
        }
    }
}
