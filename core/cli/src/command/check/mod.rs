//! `gongkai check`: judges entries as they are read, on all processors, and answers in the order of the input.

mod against;
mod judge;
mod pipeline;
mod progress;
mod read;
mod report;
mod tally;

use std::io::{self, IsTerminal, Write};

use gongkai_core::{Context, Extensions};

use crate::Outcome;
use crate::args::{self, CheckOptions};
use crate::failure::Failure;
use crate::table::plain;
use crate::words::Words;
use crate::{find, source};

use judge::{Done, Judge, Style};
use progress::Progress;
use read::Reading;
use tally::Tally;

/// How answers are given.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// JSON instead of tables for people.
    pub as_json: bool,
    /// No progress bar and no notes.
    pub quiet: bool,
    /// In which language.
    pub words: Words,
}

/// Checks every entry of every file; what cannot be read is named and the rest goes on.
pub fn run(options: &CheckOptions, manner: Manner, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let item = options.item.as_deref().map(find::item).transpose()?;
    let local = options.local.as_deref().map(source::local).transpose()?;
    let mut context = Context::new(options.stage.into(), args::today(options.today))
        .with_calendar(gongkai::calendar())
        .with_regions(gongkai::regions())
        .with_laws(gongkai::laws());
    let extensions = local.as_ref().map(Extensions::new).transpose().map_err(Failure::Extension)?;
    if let (Some(local), Some(extensions)) = (&local, &extensions) {
        context = context.with_local(local).with_extensions(extensions);
    }
    let style = if manner.as_json { Style::Json } else { Style::People };
    let judge = Judge::new(item, context, style, manner.words)
        .by_rule(options.summary)
        .comparing(options.against.is_some());
    let progress = if manner.quiet || io::stdout().is_terminal() || !io::stderr().is_terminal() {
        // A bar among the answers on one screen would tear both.
        Progress::hidden()
    } else {
        Progress::shown(&options.files, manner.words)
    };
    let reading = Reading {
        files: &options.files,
        format: options.format.map(Into::into),
        item,
        words: manner.words,
        read_bytes: progress.read_bytes(),
    };
    let mut total = Tally::default();
    let mut outcome = Outcome::Fine;
    let mut revision = options.against.as_deref().and_then(|old| {
        let (revision, complaints) = against::read(old, &judge, &reading);
        for complaint in &complaints {
            outcome = Outcome::Unusable;
            progress.say(&plain(complaint));
        }
        // What was not read would count as new.
        complaints.is_empty().then_some(revision)
    });
    pipeline::run(
        |send| reading.run(send),
        |job| judge.judge(job),
        |step| match step {
            pipeline::Step::Waits => out.flush(),
            pipeline::Step::Done(done) => {
                let Done { answers, complaints, notes, tally, versions } = done;
                out.write_all(&answers)?;
                for complaint in complaints {
                    outcome = Outcome::Unusable;
                    progress.say(&plain(&complaint));
                }
                if !manner.quiet {
                    notes.iter().for_each(|note| progress.say(&plain(note)));
                }
                if let Some(revision) = &mut revision {
                    versions.into_iter().for_each(|version| {
                        revision.see(version);
                    });
                }
                progress.add(tally.entries());
                total.add(tally);
                Ok(())
            }
        },
    )?;
    progress.end();
    if !manner.as_json {
        total.write(manner.words, out)?;
    }
    let counts = revision.map(|revision| revision.counts());
    if let (Some(old), Some(counts)) = (&options.against, counts)
        && !manner.as_json
    {
        against::write(old, counts, manner.words, out)?;
    }
    if options.summary {
        total.write_summary(counts, manner, out)?;
    }
    out.flush()?;
    Ok(if total.has(options.fail_on.into()) { outcome.max(Outcome::Findings) } else { outcome })
}
