//! Compares entries with an earlier version of them.

use std::io::{self, Write};
use std::path::Path;
use std::slice;

use gongkai_core::revision::{Counts, Revision};
use gongkai_core::text::Lang;

use super::judge::Judge;
use super::read::Reading;
use crate::words::Words;

/// The entries of an earlier version, with what could not be read of it.
pub fn read(old: &Path, judge: &Judge<'_>, reading: &Reading<'_>) -> (Revision, Vec<String>) {
    let (mut versions, mut complaints) = (Vec::new(), Vec::new());
    let file = old.to_owned();
    let reading = Reading {
        files: slice::from_ref(&file),
        // The old version may be written in another way.
        format: None,
        read_bytes: Default::default(),
        ..*reading
    };
    reading.run(&mut |job| {
        judge.versions(job, &mut versions, &mut complaints);
        true
    });
    (Revision::against(versions), complaints)
}

/// Says what became of the entries.
pub fn write(old: &Path, counts: Counts, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let old = crate::table::plain(&old.display().to_string());
    let Counts { unchanged, changed, new, gone, .. } = counts;
    match words.lang() {
        Lang::Zh => {
            writeln!(out, "与 {old} 相比：未变{unchanged}条，有变{changed}条，新增{new}条，减少{gone}条")
        }
        Lang::En => {
            writeln!(out, "against {old}: {unchanged} unchanged, {changed} changed, {new} new, {gone} gone")
        }
    }
}
