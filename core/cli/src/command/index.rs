//! `gongkai index`: a search index over the titles of published entries, in files that any server hands out.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use gongkai::input::{Batch, Batches, InputError};
use gongkai_core::entry::DisclosureAttribute;
use gongkai_core::index::{IndexEntry, build};
use gongkai_core::text::Lang;
use serde_json::{Value, json};

use super::check::Manner;
use crate::Outcome;
use crate::args::IndexOptions;
use crate::failure::Failure;
use crate::table::plain;

/// Writes the index; entries that have no place in it are counted, what cannot be read is named.
pub fn run(options: &IndexOptions, manner: Manner, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut collected = Collected::default();
    let mut outcome = Outcome::Fine;
    for file in &options.files {
        let complaints = collected.read(file, options);
        for (place, failure) in complaints {
            outcome = Outcome::Unusable;
            eprintln!("{}", plain(&format!("{place}: {}", failure.sentence(manner.words))));
        }
    }
    let Collected { entries, not_public, incomplete } = collected;
    let count = entries.len();
    let files = build(entries, gongkai::lexicon());
    let mut folders = BTreeSet::new();
    for file in &files {
        let path = options.output.join(&file.path);
        let written = path.parent().map_or(Ok(()), |folder| {
            // The manifest comes last, so that nobody is sent to files that are not there yet.
            if folders.insert(folder.to_owned()) { fs::create_dir_all(folder) } else { Ok(()) }
        });
        written
            .and_then(|()| fs::write(&path, &file.text))
            .map_err(|error| Failure::FileUnwritable { path, error })?;
    }
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    let folder = options.output.display();
    if manner.as_json {
        let about = json!({
            "folder": folder.to_string(), "entries": count, "not_public": not_public, "incomplete": incomplete,
            "files": files.len(), "bytes": bytes,
        });
        writeln!(out, "{about}")?;
    } else if !manner.quiet {
        let said = match manner.words.lang() {
            Lang::Zh => format!(
                "{folder}：{count}条，{}个文件，{bytes}字节；未收入：未公开{not_public}条，缺标题、事项或编号{incomplete}条",
                files.len()
            ),
            Lang::En => format!(
                "{folder}: {count} entries, {} files, {bytes} bytes; left out: {not_public} not public, \
                 {incomplete} without title, item or id",
                files.len()
            ),
        };
        writeln!(out, "{}", plain(&said))?;
    }
    Ok(if incomplete > 0 { outcome.max(Outcome::Findings) } else { outcome })
}

/// What was read so far.
#[derive(Default)]
struct Collected {
    entries: Vec<IndexEntry>,
    not_public: usize,
    incomplete: usize,
}

impl Collected {
    /// Reads a file; what could not be read, and where.
    fn read(&mut self, file: &Path, options: &IndexOptions) -> Vec<(String, Failure)> {
        let name = file.display().to_string();
        let place =
            |number: Option<u64>| number.map_or_else(|| name.clone(), |number| format!("{name}:{number}"));
        let fault = |error: InputError| (place(error.number), Failure::Input(error.fault));
        let source: Box<dyn Read + Send> = if file == Path::new("-") {
            Box::new(io::stdin())
        } else {
            match File::open(file) {
                Ok(source) => Box::new(source),
                Err(error) => return vec![(name, Failure::Unreadable(error))],
            }
        };
        let batches = match Batches::open(source, file, None, None) {
            Ok(batches) => batches,
            Err(error) => return vec![fault(error)],
        };
        let mut complaints = Vec::new();
        for batch in batches {
            match batch {
                Ok(Batch::Json(texts)) => {
                    for (at, text) in texts.iter() {
                        match serde_json::from_slice(text) {
                            Ok(entry) => self.add(&entry, &options.id),
                            Err(error) => complaints.push((place(Some(at.number)), Failure::NotJson(error))),
                        }
                    }
                }
                // A row of a table has nothing that its address could be made of.
                Ok(_) => complaints.push((name.clone(), Failure::FormatUnknown(file.to_owned()))),
                Err(error) => complaints.push(fault(error)),
            }
        }
        complaints
    }

    fn add(&mut self, entry: &Value, id: &str) {
        if !is_public(entry) {
            self.not_public += 1;
            return;
        }
        let text = |name: &str| entry[name].as_str().map(str::trim).filter(|text| !text.is_empty());
        let number = || entry[id].as_number().map(ToString::to_string);
        let id = text(id).map(str::to_owned).or_else(number);
        let (Some(pack), Some(item), Some(title), Some(id)) = (text("pack"), text("item"), text("title"), id)
        else {
            self.incomplete += 1;
            return;
        };
        self.entries.push(IndexEntry {
            item: format!("{pack}/{item}"),
            title: title.to_owned(),
            date: published_on(entry)
                .or(text("changed_on"))
                .or(text("formed_on"))
                .unwrap_or_default()
                .to_owned(),
            id,
        });
    }
}

/// Whether everybody may see the entry: proactively published, and neither withdrawn nor a statement of nothing.
fn is_public(entry: &Value) -> bool {
    let attribute = entry["attribute"].as_str();
    attribute.is_none_or(|attribute| attribute == DisclosureAttribute::Proactive.as_str())
        && ["withdrawn_on", "nil"].iter().all(|name| entry[*name].is_null())
}

/// The first day on which a channel had it.
fn published_on(entry: &Value) -> Option<&str> {
    entry["channels"].as_array()?.iter().filter_map(|channel| channel["published_on"].as_str()).min()
}
