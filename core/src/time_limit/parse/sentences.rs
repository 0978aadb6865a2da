//! Cuts a text at full stops, numbers of a list and commas, none of them inside brackets.

use std::ops::Range;

use super::words::Words;

/// The stretches between full stops and numbers of a list.
pub(super) fn sentences(words: Words<'_>, lines_separate: bool) -> Vec<Words<'_>> {
    let marks = marks(words);
    let mut marks = marks.iter().peekable();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut depth = Depth::default();
    let mut at = 0;
    while at < words.len() {
        if let Some(mark) = marks.next_if(|mark| mark.start == at) {
            sentences.push(words.slice(start..at));
            (start, at) = (mark.end, mark.end);
            continue;
        }
        let is_stop = words.at(at).is_some_and(|char| matches!(char, '。' | '；'));
        let is_line = lines_separate && at > start && words.glyphs()[at].begins_line;
        if is_line {
            sentences.push(words.slice(start..at));
            start = at;
        }
        depth.pass(words, at);
        if is_stop && depth.is_outside() {
            sentences.push(words.slice(start..at));
            start = at + 1;
        }
        at += 1;
    }
    sentences.push(words.slice(start..words.len()));
    // Commas and stops at either end separate and say nothing.
    let separators = &["，", "、", ".", "。", "；"];
    let trimmed = sentences.into_iter().map(|sentence| sentence.after_all(separators).before_all(separators));
    trimmed.filter(|sentence| !sentence.is_empty()).collect()
}

/// The stretches between commas; each ends before its comma.
pub(super) fn stretches(sentence: Words<'_>) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut start = 0;
    let mut depth = Depth::default();
    for at in 0..sentence.len() {
        depth.pass(sentence, at);
        if sentence.at(at) == Some('，') && depth.is_outside() {
            stretches.push(start..at);
            start = at + 1;
        }
    }
    stretches.push(start..sentence.len());
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Whether a place stands in brackets. One that is never closed leaves the rest in one piece, which is then unread.
#[derive(Default)]
struct Depth(u32);

impl Depth {
    fn pass(&mut self, words: Words<'_>, at: usize) {
        match words.at(at) {
            Some('《' | '（' | '“') => self.0 += 1,
            Some('》' | '）' | '”') => self.0 = self.0.saturating_sub(1),
            _ => {}
        }
    }

    fn is_outside(&self) -> bool {
        self.0 == 0
    }
}

/// Numbers of a list: 1. 1、 1) （1） 一、 （一） ①, counted up from one.
fn marks(words: Words<'_>) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    // Every style counts on its own.
    let mut next = [1_u32; STYLES];
    let mut doubtful: Option<usize> = None;
    let mut at = 0;
    while at < words.len() {
        let Some((style, number, end)) = mark(words, at) else {
            at += 1;
            continue;
        };
        let begins = at == 0
            || words.glyphs()[at].begins_line
            || matches!(words.at(at - 1), Some('；' | '。' | '，' | '：'))
            || marks.last().is_some_and(|mark: &Range<usize>| mark.end == at);
        let before_number = words.at(end).is_some_and(super::duration::is_number);
        let is_mark = number == next[style] && (begins || (number > 1 && !before_number));
        if is_mark {
            next[style] += 1;
            if before_number && number == 1 && style == DOTTED {
                // 1.5 and 1.20个工作日内 look alike; only a second number makes a list.
                doubtful = Some(marks.len());
            } else if style == DOTTED && number == 2 {
                doubtful = None;
            }
            marks.push(at..end);
        }
        at = end;
    }
    if let Some(index) = doubtful {
        marks.remove(index);
    }
    marks
}

const STYLES: usize = 5;
const DOTTED: usize = 0;

/// The number of a list at a place: its style, the number, and where it ends.
fn mark(words: Words<'_>, at: usize) -> Option<(usize, u32, usize)> {
    let first = words.at(at)?;
    if let Some(circled) = u32::from(first).checked_sub(0x245f).filter(|number| (1..=20).contains(number)) {
        return Some((4, circled, at + 1));
    }
    let (open, digits_at) = if first == '（' { (true, at + 1) } else { (false, at) };
    let rest = words.skip(digits_at);
    let is_digit = rest.at(0)?.is_ascii_digit();
    let belongs = |char: char| {
        if is_digit { char.is_ascii_digit() } else { "一二三四五六七八九十".contains(char) }
    };
    let count = rest.chars().take(3).take_while(|char| belongs(*char)).count();
    if count == 0 || (at > 0 && !open && words.at(at - 1).is_some_and(belongs)) {
        return None;
    }
    let number = super::duration::value(rest.to(count))?;
    let end = digits_at + count + 1;
    let style = match (open, is_digit, rest.at(count)?) {
        (false, true, '.' | '、' | '）') => DOTTED,
        (true, true, '）') => 1,
        (false, false, '、') => 2,
        (true, false, '）') => 3,
        _ => return None,
    };
    Some((style, number, end))
}
