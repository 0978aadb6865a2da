//! Characters of a document in one script: traditional ones become simplified, readings behind them go.

use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use crate::import::table::{Block, SourceDocument};

/// From this share of characters on that only the traditional script has, a document is in it.
const TRADITIONAL_SHARE: f64 = 0.03;

/// As many readings with marks of tones make brackets with Latin letters readings.
const ENOUGH_READINGS: usize = 3;

/// A reading is no longer: `zhuāng`.
const LONGEST_READING_CHARS: usize = 6;

/// What was found in the characters of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Script {
    pub is_traditional: bool,
    /// Number of readings that were removed.
    pub readings: usize,
}

static SIMPLIFY: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// Brings all texts of a document into simplified characters without readings.
pub(crate) fn settle(document: &mut SourceDocument) -> Script {
    let mut script = Script { is_traditional: false, readings: 0 };
    let (mut toned, mut traditional, mut ideographs) = (0, 0, 0);
    for text in texts(document) {
        toned += readings(text).filter(|reading| reading.is_toned).count();
        if let Some(simplify) = SIMPLIFY.as_ref() {
            let simple = simplify.convert(text);
            ideographs += text.chars().filter(|char| is_ideograph(*char)).count();
            traditional += text.chars().zip(simple.chars()).filter(|(one, other)| one != other).count();
        }
    }
    let has_readings = toned >= ENOUGH_READINGS;
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters")]
    let is_traditional = traditional as f64 > ideographs as f64 * TRADITIONAL_SHARE;
    script.is_traditional = is_traditional;
    if !has_readings && !is_traditional {
        return script;
    }
    for text in texts_mut(document) {
        if has_readings {
            let places: Vec<_> = readings(text).map(|reading| reading.start..reading.end).collect();
            script.readings += places.len();
            for place in places.into_iter().rev() {
                text.replace_range(place, "");
            }
        }
        if let Some(simplify) = SIMPLIFY.as_ref().filter(|_| is_traditional) {
            *text = simplify.convert(text);
        }
    }
    script
}

fn texts(document: &SourceDocument) -> impl Iterator<Item = &str> {
    document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(text) => vec![text.as_str()],
        Block::Table(table) => table.cells.iter().map(|cell| cell.text.as_str()).collect(),
    })
}

fn texts_mut(document: &mut SourceDocument) -> impl Iterator<Item = &mut String> {
    document.blocks.iter_mut().flat_map(|block| match block {
        Block::Paragraph(text) => vec![text],
        Block::Table(table) => table.cells.iter_mut().map(|cell| &mut cell.text).collect(),
    })
}

/// A reading in brackets behind a character.
struct Reading {
    start: usize,
    end: usize,
    is_toned: bool,
}

fn readings(text: &str) -> impl Iterator<Item = Reading> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(['(', '（'])?;
            let inside = start + text[start..].chars().next()?.len_utf8();
            from = inside;
            let length = text[inside..].find([')', '）'])?;
            let reading = &text[inside..inside + length];
            let follows_ideograph = text[..start].chars().next_back().is_some_and(is_ideograph);
            let is_short = (1..=LONGEST_READING_CHARS).contains(&reading.chars().count());
            if follows_ideograph && is_short && reading.chars().all(is_pinyin) {
                let end = inside + length + text[inside + length..].chars().next()?.len_utf8();
                from = end;
                return Some(Reading { start, end, is_toned: !reading.is_ascii() });
            }
        }
    })
}

fn is_pinyin(char: char) -> bool {
    char.is_ascii_lowercase() || "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ".contains(char)
}

pub(crate) fn is_ideograph(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}
