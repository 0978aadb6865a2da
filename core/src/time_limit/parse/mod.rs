//! Reads time limits as printed: the text is cut into sentences and stretches, and each stretch has to be a clause
//! with every word in its place. What is none is named as unread.

mod clause;
mod duration;
mod event;
mod sentences;
mod wordings;
mod words;

use std::ops::Range;

use self::clause::Reading;
use self::words::Words;
use super::{Clause, ClauseKind, TimeLimit, Trigger};

/// Longest stretch that is looked at, in characters. Printed ones are a quarter of it.
const MAX_STRETCH_CHARS: usize = 240;

/// How many stretches between commas one clause may have.
const MAX_STRETCHES: usize = 3;

/// Reads a time limit.
pub(super) fn time_limit(text: &str) -> TimeLimit {
    let glyphs = words::glyphs(text);
    let words = Words::new(&glyphs);
    let read = Read::new(words, false);
    if read.unread.is_empty() {
        return read.into_limit(text);
    }
    // Line ends stand inside words more often than between clauses, and may part a number from its condition: they
    // count only where they leave nothing unread.
    let by_lines = Read::new(words, true);
    let read = if by_lines.unread.is_empty() { by_lines } else { read };
    read.into_limit(text)
}

/// What a text was read as.
#[derive(Default)]
struct Read {
    clauses: Vec<(Reading, Range<usize>)>,
    unread: Vec<Range<usize>>,
}

impl Read {
    fn new(words: Words<'_>, lines_separate: bool) -> Self {
        let mut read = Read::default();
        for sentence in sentences::sentences(words, lines_separate) {
            read.sentence(sentence);
        }
        read
    }

    /// Reads what stands between two full stops; `label` holds for all clauses in it.
    fn sentence(&mut self, sentence: Words<'_>) {
        let stretches = sentences::stretches(sentence);
        let mut label = None;
        let mut at = 0;
        while at < stretches.len() {
            let is_first = at == 0;
            let found = (1..=MAX_STRETCHES.min(stretches.len() - at)).find_map(|count| {
                let stretch = sentence.slice(stretches[at].start..stretches[at + count - 1].end);
                if stretch.len() > MAX_STRETCH_CHARS {
                    return None;
                }
                if let Some(readings) = clauses(stretch) {
                    return Some((count, readings));
                }
                let (part, rest) = clause::label(stretch).filter(|_| is_first)?;
                let reading = clause::read(rest)?;
                label = part;
                Some((count, vec![(reading, stretch)]))
            });
            if let Some((count, readings)) = found {
                for (mut reading, stretch) in readings {
                    reading.part = match (&label, reading.part.take()) {
                        (Some(label), Some(part)) => Some(format!("{label}：{part}")),
                        (label, part) => part.or_else(|| label.clone()),
                    };
                    self.clauses.extend(stretch.place().map(|place| (reading, place)));
                }
                at += count;
                continue;
            }
            let stretch = sentence.slice(stretches[at].clone());
            match self.clauses.last_mut() {
                Some((_, place)) if !is_first && wordings::goes_on(stretch) => {
                    place.end = stretch.place().map_or(place.end, |stretch| stretch.end);
                    at += 1;
                }
                // What follows may hang on what could not be read.
                _ => {
                    self.unread.extend(sentence.skip(stretches[at].start).place());
                    return;
                }
            }
        }
    }

    fn into_limit(mut self, text: &str) -> TimeLimit {
        self.tell_parts_apart();
        let incomplete = self
            .clauses
            .iter()
            .filter(|(reading, _)| reading.is_incomplete())
            .map(|(_, place)| place.clone());
        let mut unread: Vec<Range<usize>> = self.unread.iter().cloned().chain(incomplete).collect();
        unread.sort_by_key(|place| place.start);
        let is_stop = |char: char| char.is_whitespace() || "。；;.｡；".contains(char);
        let whole = text.trim_matches(is_stop);
        let clause = |(reading, place): (Reading, Range<usize>)| Clause {
            kind: reading.kind,
            amount: reading.amount,
            unit: reading.unit,
            trigger: reading.event.trigger,
            part: reading.part,
            basis: reading.basis,
            word: reading.word,
            date: reading.date,
            text: if text[place.clone()].trim_matches(is_stop) == whole {
                String::new()
            } else {
                text[place].to_owned()
            },
        };
        TimeLimit {
            text: text.to_owned(),
            clauses: self.clauses.into_iter().map(clause).collect(),
            unread: unread.into_iter().map(|place| text[place].to_owned()).collect(),
        }
    }

    /// Where several periods count from information coming into being, that which is named by its event is a part:
    /// 行政处罚决定形成之日起7个工作日内；其他信息形成之日起20个工作日内.
    fn tell_parts_apart(&mut self) {
        let is_general = |reading: &Reading| {
            reading.kind == ClauseKind::Within
                && reading.part.is_none()
                && matches!(reading.event.trigger, None | Some(Trigger::FormedOrChanged))
        };
        let mut general =
            self.clauses.iter().map(|(reading, _)| reading).filter(|reading| is_general(reading));
        let first = general.next().map(|reading| (reading.amount, reading.unit));
        if general.all(|reading| Some((reading.amount, reading.unit)) == first) {
            return;
        }
        for (reading, _) in &mut self.clauses {
            if is_general(reading) {
                reading.part = reading.event.object.take();
            }
        }
    }
}

/// A stretch as one clause, or as one with another in brackets behind it.
fn clauses(stretch: Words<'_>) -> Option<Vec<(Reading, Words<'_>)>> {
    if let Some(reading) = clause::read(stretch) {
        return Some(vec![(reading, stretch)]);
    }
    let (before, inside) = stretch.split_brackets()?;
    let (first, second) = (clause::read(before)?, clause::read(inside)?);
    // Brackets that name no part may say the same again, or take it back.
    let stands_alone = second.part.is_some() || second.kind == ClauseKind::OtherLawPrevails;
    stands_alone.then(|| vec![(first, before), (second, inside)])
}
