//! Entries found in an index, piece by piece as its files come.

use gongkai_core::index::{Block, Hit, MANIFEST_FILE, Manifest, Plan, Shard};
use gongkai_core::search::Query;
use yew::prelude::*;

use super::look::Look;
use crate::boundary::Hooks;
use crate::load::{self, LoadError};
use crate::text;

/// Entries shown at first, and how many more at a time.
const PAGE: usize = 10;

/// Blocks that are looked through for a page at most; what is found by accident could go on for long.
const MAX_BLOCKS: usize = 40;

/// A file of an index.
#[derive(Debug)]
pub(crate) enum Part {
    Manifest(Manifest),
    Shard(Shard),
    Block(Block),
}

/// A file of an index has come: its path within the folder of the index, and what it is.
pub(crate) type Came = (String, Result<Part, LoadError>);

/// The entries found.
#[derive(Default)]
pub(super) struct Entries {
    /// Folder of the index, with a slash at the end; empty: there is none.
    folder: String,
    parts: Vec<(String, Part)>,
    asked: Vec<String>,
    is_unusable: bool,
    /// How the query was understood, and its candidates, once they are known.
    found: Option<(Plan, Vec<u32>)>,
    shown: Vec<Hit>,
    /// Number of candidates, or of hits once all were looked at.
    count: usize,
    limit: usize,
    is_searching: bool,
}

impl Entries {
    /// Another index, or none.
    pub fn set_folder(&mut self, folder: &str) {
        let slash = if folder.is_empty() || folder.ends_with('/') { "" } else { "/" };
        let folder = [folder, slash].concat();
        if folder != self.folder {
            *self = Entries { folder, limit: PAGE, ..Entries::default() };
        }
    }

    /// Another query.
    pub fn restart(&mut self) {
        self.limit = PAGE;
        self.found = None;
        self.shown.clear();
        self.count = 0;
    }

    pub fn show_more(&mut self) {
        self.limit += PAGE;
    }

    /// A file has come.
    pub fn take(&mut self, (path, part): Came) {
        match part {
            Ok(part) => {
                self.parts.push((path, part));
            }
            Err(_) => self.is_unusable = true,
        }
    }

    /// Goes on as far as the files at hand allow, and asks for those that are missing.
    pub fn go_on(&mut self, query: &Query, hooks: &Hooks, came: &Callback<Came>) {
        self.is_searching = false;
        if self.folder.is_empty() || query.is_empty() || self.is_unusable {
            return;
        }
        let mut missing = Vec::new();
        self.search(query, &mut missing);
        self.is_searching = !missing.is_empty();
        for path in missing {
            if !self.asked.contains(&path) {
                self.asked.push(path.clone());
                let address = [self.folder.as_str(), &path].concat();
                let read = match path.rsplit('/').next().and_then(|name| name.bytes().next()) {
                    _ if path == MANIFEST_FILE => manifest,
                    Some(b'k') => shard,
                    _ => block,
                };
                let came = came.clone();
                load::document(hooks, &address, read, move |part| came.emit((path, part)));
            }
        }
    }

    fn search(&mut self, query: &Query, missing: &mut Vec<String>) {
        let Some(Part::Manifest(manifest)) = part(&self.parts, MANIFEST_FILE) else {
            return missing.push(MANIFEST_FILE.to_owned());
        };
        if self.found.is_none() {
            let mut found = None;
            // A slip in pinyin is looked for when nothing else is there, since it takes more files.
            for plan in [Plan::new, Plan::forgiving] {
                let Some(plan) = plan(manifest, query) else { continue };
                let Some(candidates) = self.candidates(manifest, &plan, missing) else { return };
                let is_enough = !candidates.is_empty();
                found = Some((plan, candidates));
                if is_enough {
                    break;
                }
            }
            self.found = found;
        }
        let Some((plan, candidates)) = &self.found else { return };
        self.shown.clear();
        self.count = candidates.len();
        let mut blocks = Vec::new();
        for number in candidates {
            let place = manifest.block_of(*number);
            if !blocks.contains(&place) {
                blocks.push(place);
            }
            if self.shown.len() + missing.len() >= self.limit || blocks.len() > MAX_BLOCKS {
                return;
            }
            let path = manifest.block_file(place);
            match part(&self.parts, &path) {
                Some(Part::Block(block)) => {
                    self.shown.extend(plan.hit(manifest, block, *number).map(|(_, hit)| hit.clone()));
                }
                _ if missing.contains(&path) => {}
                _ => missing.push(path),
            }
        }
        if missing.is_empty() {
            // All were looked at: what was no hit does not count.
            self.count = self.shown.len();
        }
    }

    /// The candidates of a plan; `None` while files are missing that it needs.
    fn candidates(&self, manifest: &Manifest, plan: &Plan, missing: &mut Vec<String>) -> Option<Vec<u32>> {
        let mut shards = Vec::new();
        for path in plan.shards(manifest).into_iter().map(|number| manifest.shard_file(number)) {
            match part(&self.parts, &path) {
                Some(Part::Shard(shard)) => shards.push(shard),
                _ => missing.push(path),
            }
        }
        missing.is_empty().then(|| plan.candidates(&shards))
    }

    /// About how many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    pub fn view(&self, look: &Look<'_>, on_more: Callback<MouseEvent>) -> Html {
        if self.folder.is_empty() || look.query.is_empty() {
            return Html::default();
        }
        let lang = look.lang;
        let items = match part(&self.parts, MANIFEST_FILE) {
            Some(Part::Manifest(manifest)) => manifest.items.as_slice(),
            _ => &[],
        };
        html! {
            <div class="entries" part="entries">
                if self.is_unusable {
                    <p class="heading">{ text::entries_unusable(lang) }</p>
                } else if !self.shown.is_empty() {
                    <p class="heading" id="entries">{ text::entries(lang) }</p>
                    <ul aria-labelledby="entries">
                        { for self.shown.iter().map(|hit| {
                            let key = items.get(hit.item).map_or("", String::as_str);
                            let (domain, item) = key.split_once('/').unwrap_or_default();
                            let about = html! { <span class="where">{ &hit.date }</span> };
                            html! { <li>{ look.entry_link(domain, item, &hit.id, &hit.title, about) }</li> }
                        }) }
                    </ul>
                    if self.count() > self.shown.len() {
                        <button type="button" part="button" onclick={on_more}>{ text::more_entries(lang) }</button>
                    }
                } else if self.is_searching {
                    <p class="heading">{ text::entries_searching(lang) }</p>
                }
            </div>
        }
    }
}

fn part<'a>(parts: &'a [(String, Part)], path: &str) -> Option<&'a Part> {
    parts.iter().find(|(known, _)| known == path).map(|(_, part)| part)
}

fn manifest(text: &str) -> Result<Part, String> {
    Manifest::from_json(text).map(Part::Manifest).map_err(|error| error.to_string())
}

fn shard(text: &str) -> Result<Part, String> {
    Shard::from_json(text).map(Part::Shard).ok_or_else(|| "no shard of an index".to_owned())
}

fn block(text: &str) -> Result<Part, String> {
    Block::from_json(text).map(Part::Block).ok_or_else(|| "no block of an index".to_owned())
}
