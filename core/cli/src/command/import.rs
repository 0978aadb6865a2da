//! `gongkai import`: reads official tables, says what was understood, and writes drafts of guidelines.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use gongkai::import::Unread;
use gongkai_core::Guideline;
use gongkai_core::import::draft::slug;
use gongkai_core::import::page::line;
use gongkai_core::import::reader::{self, Limits, ReadError};
use gongkai_core::import::report::{ImportedDomain, Outcome as ImportOutcome};
use gongkai_core::import::{Draft, DraftHead, ImportReport, Knowledge, draft, page, reconcile, understand};
use gongkai_core::text::Lang;
use serde_json::{Value, json};

use super::write_pretty;
use crate::Outcome;
use crate::args::ImportOptions;
use crate::failure::Failure;
use crate::source;
use crate::table::{Align, Table, plain};
use crate::words::Words;

/// Codes of drafts whose domain no shipped guideline has begin here.
const FIRST_OWN_CODE: usize = 90;

/// Imports every file.
pub fn run(
    options: &ImportOptions,
    as_json: bool,
    words: Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let onto = options.onto.as_deref().map(source::guideline).transpose()?;
    let mut outcome = Outcome::Fine;
    let mut own = 0;
    for file in &options.files {
        let report = match report(file) {
            Ok(report) => report,
            Err(error) => {
                outcome = Outcome::Unusable;
                refuse(file, &error, as_json, words, out)?;
                continue;
            }
        };
        let mut written: Vec<PathBuf> = Vec::new();
        let mut reconciled = Vec::new();
        if report.outcome == ImportOutcome::Refused {
            outcome = outcome.max(Outcome::Findings);
        }
        if options.strict && !report.not_understood.is_empty() {
            outcome = outcome.max(Outcome::Findings);
        }
        if let Some(folder) = &options.output {
            let stem = Path::new(&report.document.name)
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            write_file(
                &folder.join(format!("{stem}.import.json")),
                &format!("{:#}\n", json!(report)),
                &mut written,
            )?;
            write_file(
                &folder.join(format!("{stem}.import.html")),
                &page(&report, words.lang()),
                &mut written,
            )?;
        }
        for domain in &report.domains {
            let mut draft =
                draft(domain, &report.document, &head(domain, options, &report.document.sha256, &mut own));
            if let Some(existing) = &onto {
                let brought = reconcile(existing, &draft.guideline, gongkai::lexicon()).map_err(|error| {
                    let reasons: Vec<String> = error.errors.0.iter().map(ToString::to_string).collect();
                    Failure::SourceMalformed { path: file.clone(), reason: reasons.join("; ") }
                })?;
                reconciled
                    .push(json!({ "domain": domain.name, "counts": brought.counts, "diff": brought.diff }));
                draft.guideline = brought.guideline;
            }
            if let Some(folder) = &options.output {
                let id = format!("{}-{}", draft.guideline.code, draft.guideline.slug);
                write_draft(&draft, &folder.join(id).join("guideline.toml"), &mut written)?;
            }
        }
        if as_json {
            let mut document = json!(report);
            if !reconciled.is_empty() {
                document["reconciled"] = json!(reconciled);
            }
            write_pretty(&document, out)?;
        } else {
            tell(&report, &reconciled, words, out)?;
            for path in &written {
                writeln!(out, "{} {}", words.pick("已写入", "wrote"), plain(&path.display().to_string()))?;
            }
        }
    }
    Ok(outcome)
}

/// Why a file gave no report.
enum NoReport {
    File(std::io::Error),
    Content(Unread),
}

impl NoReport {
    fn told(&self, lang: Lang) -> String {
        match (self, lang) {
            (NoReport::File(error), Lang::Zh) => format!("无法读取文件：{error}"),
            (NoReport::File(error), Lang::En) => format!("the file cannot be read: {error}"),
            (NoReport::Content(error), lang) => error.told(lang),
        }
    }
}

fn report(file: &Path) -> Result<ImportReport, NoReport> {
    let limits = Limits::default();
    let (name, bytes) = if file == Path::new("-") {
        let mut bytes = Vec::new();
        // One byte more than allowed tells that there is more.
        let most = u64::try_from(limits.max_file_bytes).unwrap_or(u64::MAX).saturating_add(1);
        std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(NoReport::File)?;
        ("stdin".to_owned(), bytes)
    } else {
        let length = fs::metadata(file).map_err(NoReport::File)?.len();
        let allowed = limits.max_file_bytes as u64;
        if length > allowed {
            return Err(NoReport::Content(
                ReadError::TooLarge { limit: reader::Limit::FileBytes, found: length, allowed }.into(),
            ));
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read(file).map_err(NoReport::File)?)
    };
    understood(&name, &bytes).map_err(NoReport::Content)
}

/// What is understood of a document with the shipped knowledge.
pub fn understood(name: &str, bytes: &[u8]) -> Result<ImportReport, Unread> {
    let document = gongkai::import::document(name, bytes, &Limits::default())?;
    let domains: Vec<String> = gongkai::guidelines().iter().map(|guideline| guideline.name.clone()).collect();
    let knowledge = Knowledge::new(gongkai::table_words(), gongkai::lexicon()).with_domains(&domains);
    Ok(understand(document, &knowledge))
}

fn refuse(
    file: &Path,
    error: &NoReport,
    as_json: bool,
    words: Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if as_json {
        write_pretty(&refusal(|lang| error.told(lang)), out)?;
    } else {
        let sentence = error.told(words.lang());
        eprintln!("gongkai: {}: {}", plain(&file.display().to_string()), plain(&sentence));
    }
    Ok(())
}

/// What programs are told of a document that could not be read.
pub fn refusal(told: impl Fn(Lang) -> String) -> Value {
    let why = json!({ "zh-CN": told(Lang::Zh), "en": told(Lang::En) });
    json!({ "format": "gongkai-import/1", "outcome": "refused", "why": why, "domains": [] })
}

/// Code, slug and edition of a draft: of the shipped guideline of this domain, else its own.
fn head(domain: &ImportedDomain, options: &ImportOptions, sha256: &str, own: &mut usize) -> DraftHead {
    let edition =
        options.edition.clone().unwrap_or_else(|| format!("local-{}", &sha256[..8.min(sha256.len())]));
    let known: Option<&Guideline> =
        gongkai::guidelines().iter().find(|guideline| guideline.name == domain.name);
    let mut head = match known {
        Some(guideline) => DraftHead::of(guideline, &edition),
        None => {
            let code = FIRST_OWN_CODE + *own % 10;
            *own += 1;
            let slug = slug(&domain.name, &gongkai::lexicon().readings);
            DraftHead::new(&code.to_string(), &slug, "", &edition)
        }
    };
    if let Some(issuer) = &options.issuer {
        head.issuer.clone_from(issuer);
    }
    head
}

fn write_file(path: &Path, text: &str, written: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)?;
    written.push(path.to_owned());
    Ok(())
}

fn write_draft(draft: &Draft, path: &Path, written: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let text = draft
        .to_toml()
        .map_err(|error| Failure::SourceMalformed { path: path.to_owned(), reason: error.to_string() })?;
    write_file(path, &text, written)
}

fn tell(
    report: &ImportReport,
    reconciled: &[Value],
    words: Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    writeln!(out, "{}", plain(&report.document.name))?;
    if let Some(why) = &report.why {
        writeln!(out, "  {} {}", words.pick("未导入：", "not imported:"), why.in_language(words.lang()))?;
        return Ok(());
    }
    let mut table = Table::new([
        (words.pick("领域", "domain"), Align::Left),
        (words.pick("事项", "items"), Align::Right),
        (words.pick("标题", "title"), Align::Left),
    ]);
    for domain in &report.domains {
        table.row([
            domain.name.clone(),
            domain.items.len().to_string(),
            domain.title.clone().unwrap_or_default(),
        ]);
    }
    table.write("  ", out)?;
    let counts = &report.counts;
    match words.lang() {
        Lang::Zh => writeln!(
            out,
            "  读懂{}栏，推定{}栏，未读懂{}栏",
            counts.understood, counts.assumed, counts.not_understood
        )?,
        Lang::En => writeln!(
            out,
            "  {} fields understood, {} assumed, {} not understood",
            counts.understood, counts.assumed, counts.not_understood
        )?,
    }
    for (heading, notes) in [
        (
            words.pick("未读懂，须由人确认", "not understood, to be decided by a person"),
            &report.not_understood,
        ),
        (words.pick("推定", "assumed"), &report.assumed),
    ] {
        if notes.is_empty() {
            continue;
        }
        writeln!(out, "  {heading} ({})", notes.len())?;
        for note in notes {
            writeln!(out, "    {}", plain(&line(note, words.lang())))?;
        }
    }
    for brought in reconciled {
        let count = |key: &str| brought["counts"][key].as_u64().unwrap_or_default();
        let (kept, changed, new, gone) = (count("kept"), count("changed"), count("new"), count("gone"));
        match words.lang() {
            Lang::Zh => {
                writeln!(out, "  与现有指引相比：不变{kept}项，变化{changed}项，新增{new}项，消失{gone}项")?
            }
            Lang::En => writeln!(
                out,
                "  beside the existing guideline: {kept} kept, {changed} changed, {new} new, {gone} gone"
            )?,
        }
    }
    Ok(())
}
