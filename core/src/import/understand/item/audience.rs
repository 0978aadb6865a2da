//! To whom, in which way and at which levels: what is ticked or said in words.

use crate::import::notes::NoteKind;
use crate::import::report::{Field, ImportedAudience};
use crate::import::words::HeadWord;

use super::super::body::RawItem;
use super::super::boxes::{Tick, boxed, tick};
use super::super::column_name::is_level;
use super::super::heading::Role;
use super::super::listing;
use super::super::plain::{clean, key, trim_end_marks};
use super::{Finding, ItemReader, say};

impl ItemReader<'_> {
    pub(super) fn audience(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> ImportedAudience {
        let columns = [Role::Audience, Role::AudienceEveryone, Role::AudienceGroup];
        if !self.has(&columns) {
            return ImportedAudience::default();
        }
        let mut all = false;
        let mut groups: Vec<String> = Vec::new();
        let mut group = |name: &str| {
            let name = trim_end_marks(name.trim()).to_owned();
            if !name.is_empty() && !groups.contains(&name) {
                groups.push(name);
            }
        };
        let mut is_unnamed = false;
        let mut is_odd = false;
        for cell in raw.texts(&Role::AudienceEveryone) {
            match tick(&cell.text) {
                Tick::Yes | Tick::YesWith(_) => all = true,
                Tick::Words(words) if self.is_everyone(&words) => all = true,
                Tick::Words(_) => is_odd = true,
                Tick::No => {}
            }
        }
        for cell in raw.texts(&Role::AudienceGroup) {
            match tick(&cell.text) {
                Tick::Yes => is_unnamed = true,
                Tick::YesWith(words) | Tick::Words(words) => group(&group_name(&words)),
                Tick::No => {}
            }
        }
        for cell in raw.texts(&Role::Audience).filter(|cell| !self.words.is_none(&cell.text)) {
            for word in words_or_ticked(&cell.text) {
                if self.is_everyone(&word) {
                    all = true;
                } else {
                    let name = group_name(&word);
                    is_unnamed |= is_unnamed_group(&name);
                    if !is_unnamed_group(&name) {
                        group(&name);
                    }
                }
            }
        }
        if is_odd {
            say(findings, NoteKind::TickAmbiguous, Field::Audience, None);
        }
        let specific = if groups.is_empty() {
            is_unnamed.then(|| "特定群众".to_owned())
        } else {
            is_unnamed = false;
            Some(groups.join("、"))
        };
        if is_unnamed || specific.as_deref().is_some_and(is_unnamed_group) {
            say(findings, NoteKind::AudienceUnspecified, Field::Audience, None);
        }
        if all && specific.is_some() {
            say(findings, NoteKind::BothAudiences, Field::Audience, None);
        }
        if !all && specific.is_none() {
            say(findings, NoteKind::FieldEmpty, Field::Audience, None);
        }
        ImportedAudience { all: Some(all), specific }
    }

    pub(super) fn is_everyone(&self, words: &str) -> bool {
        let plain = key(words);
        self.words.head(&plain) == Some(HeadWord::AudienceEveryone)
            || plain.starts_with("全社会")
            || plain.starts_with("面向全社会")
            || plain == "社会"
    }

    pub(super) fn method(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<Vec<&'static str>> {
        if !self.has(&[Role::Method, Role::MethodProactive, Role::MethodOnRequest]) {
            return Some(Vec::new());
        }
        let mut found = [false, false];
        let mut is_odd = false;
        for (at, role) in [Role::MethodProactive, Role::MethodOnRequest].iter().enumerate() {
            for cell in raw.texts(role) {
                match tick(&cell.text) {
                    Tick::Yes | Tick::YesWith(_) => found[at] = true,
                    Tick::Words(words) => match methods(&words) {
                        [false, false] => is_odd = true,
                        named => found = [found[0] || named[0], found[1] || named[1]],
                    },
                    Tick::No => {}
                }
            }
        }
        for cell in raw.texts(&Role::Method).filter(|cell| !self.words.is_none(&cell.text)) {
            for word in words_or_ticked(&cell.text) {
                let named = methods(&word);
                found = [found[0] || named[0], found[1] || named[1]];
            }
        }
        if is_odd {
            say(findings, NoteKind::TickAmbiguous, Field::Method, None);
        }
        let names: Vec<&str> = ["主动", "依申请"]
            .into_iter()
            .zip(found)
            .filter(|(_, is_found)| *is_found)
            .map(|(name, _)| name)
            .collect();
        if names.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Method, None);
        }
        Some(names)
    }

    pub(super) fn levels(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<Vec<String>> {
        if !self.has_levels() {
            return Some(Vec::new());
        }
        let mut levels: Vec<String> = Vec::new();
        let mut is_odd = false;
        for cell in &raw.cells {
            let names = match &cell.role {
                Role::Level(name) => match tick(&cell.text) {
                    Tick::Yes | Tick::YesWith(_) => level_names(name),
                    Tick::Words(words) if is_level(self.words, &words) => level_names(&words),
                    Tick::Words(_) => {
                        is_odd = true;
                        continue;
                    }
                    Tick::No => continue,
                },
                Role::Levels if !self.words.is_none(&cell.text) => {
                    words_or_ticked(&cell.text).iter().flat_map(|word| level_names(word)).collect()
                }
                _ => continue,
            };
            for name in names {
                if !levels.contains(&name) {
                    levels.push(name);
                }
            }
        }
        if is_odd {
            say(findings, NoteKind::TickAmbiguous, Field::Levels, None);
        }
        if levels.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Levels, None);
        }
        Some(levels)
    }
}

/// The ticked entries of a text with boxes, or the words of one without.
fn words_or_ticked(text: &str) -> Vec<String> {
    if let Some(boxes) = boxed(text, |_| false) {
        return boxes.into_iter().filter(|boxed| boxed.is_ticked).map(|boxed| clean(&boxed.name)).collect();
    }
    listing::split(text, &['、', '，', ',', '；', ';', '/', '\n', '和', '及'])
        .iter()
        .map(|word| clean(word))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Which ways of disclosure a text names: 主动, 依申请.
pub(crate) fn methods(text: &str) -> [bool; 2] {
    let plain = key(text);
    [plain.contains("主动"), plain.contains("申请")]
}

/// The group that words name: 特定群众（行政处罚当事人） names those in brackets.
fn group_name(words: &str) -> String {
    let text = clean(words);
    for head in ["特定群体", "特定群众", "特定对象", "特定人群"] {
        let Some(rest) = text.strip_prefix(head) else { continue };
        let inside = rest.trim_start_matches(['：', ':', '（', '(', '_']).trim_end_matches(['）', ')', '_']);
        return if inside.is_empty() { head.to_owned() } else { inside.to_owned() };
    }
    text
}

fn is_unnamed_group(name: &str) -> bool {
    matches!(name, "特定群体" | "特定群众" | "特定对象" | "特定人群")
}

/// A heading of levels; one that names two gives both: 乡、村级.
pub(crate) fn level_names(heading: &str) -> Vec<String> {
    let pieces = listing::split(&clean(heading), &['、', '/', '，', ',', '和', '及', '；', ';']);
    let Some(last) = pieces.last() else { return Vec::new() };
    let ends = last.ends_with('级');
    pieces
        .iter()
        .map(|piece| {
            let piece = trim_end_marks(piece.trim()).to_owned();
            if ends && pieces.len() > 1 && !piece.ends_with('级') { format!("{piece}级") } else { piece }
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}
