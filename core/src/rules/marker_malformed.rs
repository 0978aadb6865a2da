//! `marker-malformed`: a disclosure marker in other words than the fixed ones, or without brackets.
//!
//! ## What it checks
//! What begins with 此件 and speaks of 公开, in brackets or on a line of its own: its words are those of a known marker, and brackets stand around it.
//!
//! ## Why
//! Programs and archives read the attribute off the marker, and find the fixed form only.
//!
//! ## Example
//! `（此件可公开）` and `此件主动公开` without brackets: `marker-malformed`, repair of the latter `（此件主动公开）`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::MarkerMalformed, Severity::Warning).says(
    "公开属性标注不规范，应为括号内的固定文字[：{allowed}]",
    "a disclosure marker out of form; expected brackets around fixed words[: {allowed}]",
);

/// What markers begin with, and what they speak of.
pub(crate) const HEAD: &str = "此件";
const SUBJECT: &str = "公开";
/// Longest words of a marker, in characters.
const MAX_CHARS: usize = 16;

const OPENING: &[char] = &['（', '(', '【', '[', '〔', '［'];
const CLOSING: &[char] = &['）', ')', '】', ']', '〕', '］'];

/// What may be a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// Its words, from 此件 on.
    pub words: &'t str,
    /// How it stands in the text.
    pub place: Place,
    /// First byte of the words.
    start: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In brackets.
    Brackets,
    /// On a line of its own.
    Line,
    /// In the middle of a sentence.
    Sentence,
}

/// What speaks of disclosure in the words of a marker, from left to right.
pub(super) fn markers(text: &str) -> impl Iterator<Item = Found<'_>> {
    text.match_indices(HEAD).filter_map(|(start, _)| {
        let rest = &text[start..];
        let is_end = |char: char| CLOSING.contains(&char) || matches!(char, '\n' | '\r' | '。' | '，' | '；' | '”');
        let words = rest[..rest.find(is_end).unwrap_or(rest.len())].trim_end();
        if words.chars().count() > MAX_CHARS || !words.contains(SUBJECT) {
            return None;
        }
        let before = text[..start].trim_end_matches([' ', '\u{3000}']);
        let behind = rest[words.len()..].trim_start_matches([' ', '\u{3000}', '。']);
        let place = if before.ends_with(OPENING) && behind.starts_with(CLOSING) {
            Place::Brackets
        } else if (before.is_empty() || before.ends_with(['\n', '\r']))
            && (behind.is_empty() || behind.starts_with(['\n', '\r']))
        {
            Place::Line
        } else {
            Place::Sentence
        };
        Some(Found { words, place, start })
    })
}

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let known = &judge.item.pack.rulebook.markers;
    let is_known = |words: &str| known.iter().any(|marker| marker.text == words);
    let wrong = markers(text).find(|marker| match marker.place {
        Place::Brackets => !is_known(marker.words),
        Place::Line => true,
        Place::Sentence => false,
    });
    let Some(wrong) = wrong else {
        return;
    };
    let repair = is_known(wrong.words).then(|| {
        let (before, behind) = (&text[..wrong.start], &text[wrong.start + wrong.words.len()..]);
        json!(format!("{before}（{}）{behind}", wrong.words))
    });
    let allowed = known.iter().map(|marker| marker.text.clone()).collect();
    judge.find_with_repair(&RULE, path, Params { allowed, ..Params::default() }, repair);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_found(text: &str, expected: &[(&str, Place)]) {
        let found: Vec<_> = markers(text).map(|marker| (marker.words, marker.place)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn markers_and_words_about_them() {
        assert_found("2026年9月1日\n（此件主动公开）", &[("此件主动公开", Place::Brackets)]);
        assert_found("通知(此件不予公开 )", &[("此件不予公开", Place::Brackets)]);
        assert_found("此件公开发布", &[("此件公开发布", Place::Line)]);
        assert_found("第一行\n此件可公开。\n第三行", &[("此件可公开", Place::Line)]);
        assert_found("公文应标注“此件主动公开”字样", &[("此件主动公开", Place::Sentence)]);
        assert_found("凡此件所列的材料均应当按照有关规定在网站上公开", &[]);
        assert_found("此件发至乡镇", &[]);
    }
}
