//! `gongkai lint`: names what is wrong or doubtful in guidelines.

use std::io::{self, Write};

use gongkai_core::lint::{Finding, LintReport, Options, lint};
use gongkai_core::text::Lang;
use gongkai_core::{Guideline, Severity};

use super::write_pretty;
use crate::Outcome;
use crate::args::{self, LintOptions};
use crate::failure::Failure;
use crate::source::{self, Source};
use crate::table::{Align, Table, plain};
use crate::words::Words;

/// Lints the guidelines asked for, or all shipped ones.
pub fn run(
    options: &LintOptions,
    as_json: bool,
    words: Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let lexicon = source::lexicon(options.lexicon.as_deref())?;
    let lock = options.lock.as_deref().map(source::ids_lock).transpose()?;
    let given: Vec<Source> =
        options.packs.iter().map(|wanted| source::guideline(wanted)).collect::<Result<_, _>>()?;
    let all_are_shipped = given.iter().all(|source| matches!(source, Source::Borrowed(_)));
    let guidelines: Vec<&Guideline> = if given.is_empty() {
        gongkai::guidelines().iter().collect()
    } else {
        given.iter().map(AsRef::as_ref).collect()
    };

    let mut context = Options::new(args::today(options.today)).with_laws(gongkai::laws());
    if given.is_empty() && options.lexicon.is_none() {
        context = context.complete();
    }
    // A county's edition has ids of its own; it is judged by the shipped lock only where somebody says so.
    if let Some(lock) = lock.as_ref().or_else(|| all_are_shipped.then(gongkai::ids_lock)) {
        context = context.with_lock(lock);
    }
    let report = lint(&guidelines, &lexicon, &context);
    if as_json {
        write_pretty(&report.told(), out)?;
    } else {
        write_report(&report, &guidelines, words, out)?;
    }
    Ok(if report.has_errors() { Outcome::Findings } else { Outcome::Fine })
}

fn write_report(
    report: &LintReport,
    guidelines: &[&Guideline],
    words: Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (pack, guideline) in report.packs.iter().zip(guidelines) {
        let own = report.findings.iter().filter(|finding| finding.place.pack.as_ref() == Some(pack));
        write_findings(&format!("{pack}  {}", guideline.name), &own.collect::<Vec<_>>(), words, out)?;
    }
    let others: Vec<&Finding> = report.findings.iter().filter(|found| found.place.pack.is_none()).collect();
    write_findings(words.pick("词表", "lexicon"), &others, words, out)?;

    let (errors, warnings) = (report.open(Severity::Error).count(), report.open(Severity::Warning).count());
    let accepted = report.findings.iter().filter(|finding| finding.accepted.is_some()).count();
    let packs = report.packs.len();
    match words.lang() {
        Lang::Zh => writeln!(out, "{packs}个指引：错误{errors}个，警告{warnings}个，已接受{accepted}个"),
        Lang::En => {
            writeln!(out, "{packs} guidelines: {errors} errors, {warnings} warnings, {accepted} accepted")
        }
    }
}

fn write_findings(heading: &str, findings: &[&Finding], words: Words, out: &mut dyn Write) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", plain(heading))?;
    let mut table = Table::new([
        (words.pick("程度", "weight"), Align::Left),
        (words.pick("行", "row"), Align::Right),
        (words.pick("事项", "item"), Align::Left),
        (words.pick("要素", "element"), Align::Left),
        (words.pick("说明", "what is wrong"), Align::Left),
        (words.pick("规则", "rule"), Align::Left),
    ]);
    for finding in findings {
        let place = &finding.place;
        let mut text = finding.message(words.lang());
        if let Some(reason) = &finding.accepted {
            text.push_str(words.pick("；已接受：", "; accepted: "));
            text.push_str(reason);
        }
        let weight = match finding.accepted {
            Some(_) => words.pick("已接受", "accepted"),
            None => words.severity(finding.severity),
        };
        table.row([
            weight.to_owned(),
            place.row.map(|row| row.to_string()).unwrap_or_default(),
            place.name.clone().or_else(|| place.item.clone()).unwrap_or_default(),
            place.element.clone().unwrap_or_default(),
            text,
            finding.code.as_str().to_owned(),
        ]);
    }
    table.write("  ", out)
}
