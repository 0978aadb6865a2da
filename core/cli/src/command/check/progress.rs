//! The bar that says how far a long check is, on a terminal.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::words::Words;

/// How often a second it is drawn at most.
const DRAWN_PER_SECOND: u8 = 8;

/// How far a check is.
pub struct Progress {
    bar: ProgressBar,
    read_bytes: Arc<AtomicU64>,
    entries: AtomicU64,
    start: Instant,
    words: Words,
}

impl Progress {
    /// Nothing is drawn.
    pub fn hidden() -> Self {
        Self::new(ProgressBar::hidden(), Words::new(None))
    }

    /// A bar on standard error; with the share that is read where the length of every file is known.
    pub fn shown(files: &[PathBuf], words: Words) -> Self {
        Self::on(ProgressDrawTarget::stderr_with_hz(DRAWN_PER_SECOND), length(files), words)
    }

    fn on(target: ProgressDrawTarget, length: Option<u64>, words: Words) -> Self {
        let bar = ProgressBar::with_draw_target(length, target);
        let template = match length {
            Some(_) => "{bar:30} {percent:>3}%  {bytes} / {total_bytes}  {msg}",
            None => "{spinner} {bytes}  {msg}",
        };
        bar.set_style(ProgressStyle::with_template(template).expect("the template is well formed"));
        Self::new(bar, words)
    }

    fn new(bar: ProgressBar, words: Words) -> Self {
        let (read_bytes, entries) = (Arc::default(), AtomicU64::new(0));
        Progress { bar, read_bytes, entries, start: Instant::now(), words }
    }

    /// Whoever reads counts here.
    pub fn read_bytes(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.read_bytes)
    }

    /// So many entries more were judged.
    pub fn add(&self, entries: u64) {
        if self.bar.is_hidden() {
            return;
        }
        let entries = self.entries.fetch_add(entries, Ordering::Relaxed) + entries;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate, and positive")]
        #[expect(clippy::cast_precision_loss, reason = "a rate for people to read")]
        let rate = (entries as f64 / self.start.elapsed().as_secs_f64().max(0.001)) as u64;
        let (count, rate) = (HumanCount(entries), HumanCount(rate));
        let (unit, each) = (self.words.pick("条", "entries"), self.words.pick("每秒", "per second"));
        self.bar.set_message(format!("{count} {unit}  {rate} {each}"));
        self.bar.set_position(self.read_bytes.load(Ordering::Relaxed));
    }

    /// Writes a line on standard error, above the bar.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| eprintln!("{line}"));
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// The length of all files together, when each has one.
fn length(files: &[PathBuf]) -> Option<u64> {
    let length_of = |file: &PathBuf| {
        let about = fs::metadata(file).ok().filter(|_| file != Path::new("-"))?;
        about.is_file().then_some(about.len())
    };
    files.iter().map(length_of).sum()
}

#[cfg(test)]
mod tests {
    use indicatif::InMemoryTerm;

    use super::*;
    use crate::args::LangArgument;

    fn drawn(length: Option<u64>, lang: LangArgument) -> String {
        let terminal = InMemoryTerm::new(5, 120);
        let target = ProgressDrawTarget::term_like(Box::new(terminal.clone()));
        let progress = Progress::on(target, length, Words::new(Some(lang)));
        progress.read_bytes().store(512, Ordering::Relaxed);
        progress.add(1200);
        progress.bar.force_draw();
        terminal.contents()
    }

    #[test]
    fn it_says_how_far_it_is_and_how_quick() {
        let chinese = drawn(Some(1024), LangArgument::Zh);
        for word in ["50%", "512 B / 1.00 KiB", "1,200 条", "每秒"] {
            assert!(chinese.contains(word), "{word}: {chinese}");
        }
        let english = drawn(None, LangArgument::En);
        assert!(english.contains("1,200 entries") && english.contains("per second"), "{english}");
        assert!(!english.contains('%'), "{english}");
    }

    #[test]
    fn standard_input_has_no_length() {
        let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert!(length(std::slice::from_ref(&manifest)).is_some_and(|length| length > 100));
        assert_eq!(length(&[manifest, PathBuf::from("-")]), None);
    }
}
