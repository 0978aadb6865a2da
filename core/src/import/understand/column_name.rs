//! What the name of a column is about, whatever explains it.

use crate::import::words::{HeadWord, TableWords};

use super::plain::{clean, key};

/// A name of a column is no longer than this, in characters.
pub(crate) const LONGEST_NAME_CHARS: usize = 16;

/// What a name of a column is about, whatever explains it in brackets or quotes.
pub(crate) fn head_word(words: &TableWords, printed: &str) -> Option<HeadWord> {
    let whole = key(printed);
    if whole.is_empty() || whole.chars().count() > 80 {
        return None;
    }
    let plain = key(&without_legend(printed));
    if let Some(word) = words.head(&whole).or_else(|| words.head(&plain)) {
        return Some(word);
    }
    // One wrong character in a long name is a misprint: 公开内客.
    let length = plain.chars().count();
    if !(4..=LONGEST_NAME_CHARS).contains(&length) {
        return None;
    }
    let mut near: Vec<HeadWord> = words
        .heads()
        .filter(|(name, _)| name.chars().count() == length && differs_once(name, &plain))
        .map(|(_, word)| word)
        .collect();
    near.sort_unstable();
    near.dedup();
    match near.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn differs_once(one: &str, other: &str) -> bool {
    one.chars().zip(other.chars()).filter(|(one, other)| one != other).count() == 1
        // The first characters tell names apart: 一级事项, 二级事项, 三级事项.
        && one.chars().next() == other.chars().next()
}

/// Whether a text names a level of government.
pub(crate) fn is_level(words: &TableWords, printed: &str) -> bool {
    let plain = key(&without_brackets(printed));
    (2..=8).contains(&plain.chars().count())
        && words.levels.endings.iter().any(|ending| plain.ends_with(ending.as_str()))
        && !plain.ends_with("一级")
        && !plain.ends_with("二级")
        && !plain.ends_with("三级")
}

/// The name of a column without what explains signs: brackets, and all from a quotation mark on.
pub(crate) fn without_legend(printed: &str) -> String {
    let text = clean(printed);
    let end = text.find(['“', '"', '■', '□', '●', '*']).unwrap_or(text.len());
    let end =
        ["注：", "注:"].iter().filter_map(|mark| text.find(mark)).filter(|at| *at > 0).fold(end, usize::min);
    without_brackets(text[..end].trim_end_matches(['（', '(', '，', ',', ':', '：']))
}

/// The text without what stands in brackets.
pub(crate) fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for char in text.chars() {
        match char {
            '（' | '(' | '[' | '〔' => depth += 1,
            '）' | ')' | ']' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(char),
            _ => {}
        }
    }
    plain
}

/// What a name of a column explains about signs.
pub(crate) fn legend(printed: &str) -> Option<String> {
    let start = printed.find(['“', '■', '□', '●', '▲'])?;
    Some(printed[start..].trim_end_matches(['）', ')']).to_owned())
}
