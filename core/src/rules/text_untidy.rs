//! `text-untidy`: blanks, widths and punctuation that a text is better without.
//!
//! ## What it checks
//! Blanks at the beginning and the end, several in a row, single ones inside a word spaced out (公 开); full-width digits and letters; half-width punctuation and brackets between Chinese characters; line breaks next to a single character, as they come out of narrow cells (政\n府网站); characters without width. Numbers, times (8:30), addresses on the web, phrases in other languages, separate words (语文 数学) and the indentation of paragraphs stay as they are.
//!
//! ## Why
//! Searches and comparisons miss such texts, and lists of them look careless.
//!
//! ## Example
//! `武陵区 教 育 局,２０２６年`: `text-untidy`, repair `武陵区 教育局,2026年`.

use serde_json::json;

use super::Rule;
use super::texts::is_han;
use crate::check::Judge;
use crate::date::narrow;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::advice(IssueCode::TextUntidy).says(
    "空格、全角字符或标点不规范",
    "blanks, widths or punctuation could be tidier",
);

pub(crate) fn check(text: &str, has_lines: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    let tidied = tidy(text, has_lines);
    if tidied != text && !tidied.is_empty() {
        judge.find_with_repair(&RULE, path, Params::default(), Some(json!(tidied)));
    }
}

/// The text made tidy. Tidying again changes nothing.
fn tidy(text: &str, has_lines: bool) -> String {
    let mut chars: Vec<char> =
        text.chars().filter(|char| !matches!(char, '\u{200b}' | '\u{feff}')).map(half_width).collect();
    // Taking a blank away can leave something else alone on its line; each round makes the text shorter or stops.
    loop {
        let mut next = without_blanks(&chars, has_lines);
        punctuate(&mut next);
        if next == chars {
            return next.into_iter().collect();
        }
        chars = next;
    }
}

/// Digits and letters in half width; signs keep theirs.
fn half_width(char: char) -> char {
    Some(narrow(char)).filter(char::is_ascii_alphanumeric).unwrap_or(char)
}

fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\u{a0}' | '\u{3000}')
}

fn is_line_end(char: char) -> bool {
    matches!(char, '\n' | '\r')
}

/// Whether exactly one Chinese character comes next.
fn is_single<'c>(mut chars: impl Iterator<Item = &'c char>) -> bool {
    chars.next().is_some_and(|char| is_han(*char)) && !chars.next().is_some_and(|char| is_han(*char))
}

/// Whether one Chinese character comes next, and then nothing on its line.
fn is_alone<'c>(mut chars: impl Iterator<Item = &'c char>) -> bool {
    chars.next().is_some_and(|char| is_han(*char)) && chars.next().is_none_or(|char| is_line_end(*char))
}

fn without_blanks(chars: &[char], has_lines: bool) -> Vec<char> {
    let mut kept: Vec<char> = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let is_run: fn(char) -> bool = if is_blank(char) { is_blank } else { is_line_end };
        if !is_run(char) {
            kept.push(char);
            at += 1;
            continue;
        }
        let run: &[char] = &chars[at..at + chars[at..].iter().take_while(|char| is_run(**char)).count()];
        let (before, behind) = (&chars[..at], &chars[at + run.len()..]);
        at += run.len();
        if is_line_end(char) {
            if has_lines && (before.is_empty() || behind.is_empty() || is_break_in_word(before, run, behind)) {
                continue;
            }
            kept.extend(run);
        } else if has_lines && is_indentation(before, run) {
            kept.extend(run);
        } else if before.is_empty()
            || behind.first().is_none_or(|char| is_line_end(*char))
            || is_single(before.iter().rev()) && is_single(behind.iter())
        {
            // Nothing stands in their place.
        } else if let [' ' | '\u{3000}'] = run {
            kept.extend(run);
        } else {
            kept.push(if run.contains(&'\u{3000}') { '\u{3000}' } else { ' ' });
        }
    }
    kept
}

/// Whether blanks at the beginning of a line are the indentation of a paragraph.
fn is_indentation(before: &[char], run: &[char]) -> bool {
    match before.last() {
        None => run.iter().all(|char| *char == '\u{3000}'),
        Some(last) => is_line_end(*last),
    }
}

/// Whether a line break stands between two Chinese characters of which one is alone on its line.
fn is_break_in_word(before: &[char], run: &[char], behind: &[char]) -> bool {
    let is_between = [before.last(), behind.first()].into_iter().all(|char| char.is_some_and(|char| is_han(*char)));
    let is_one_break = matches!(run, ['\n' | '\r'] | ['\r', '\n']);
    is_between && is_one_break && (is_alone(before.iter().rev()) || is_alone(behind.iter()))
}

/// Punctuation between Chinese characters in full width.
fn punctuate(chars: &mut Vec<char>) {
    let mut at = 1;
    while at + 1 < chars.len() {
        let wide = match chars[at] {
            ',' => '，',
            ';' => '；',
            ':' => '：',
            '?' => '？',
            '!' => '！',
            _ => {
                at += 1;
                continue;
            }
        };
        // A blank behind the mark goes along with it.
        let behind = at + 1 + usize::from(chars[at + 1] == ' ');
        if is_han(chars[at - 1]) && chars.get(behind).copied().is_some_and(is_han) {
            chars[at] = wide;
            chars.drain(at + 1..behind);
        }
        at += 1;
    }
    bracket(chars);
}

/// Pairs of half-width brackets with Chinese inside and around.
fn bracket(chars: &mut [char]) {
    let is_around = |char: Option<&char>| {
        char.is_none_or(|char| is_han(*char) || is_line_end(*char) || matches!(char, '，' | '。' | '；' | '：' | '、' | '》' | '《'))
    };
    let mut opened = None;
    for at in 0..chars.len() {
        match chars[at] {
            '(' => opened = Some(at),
            '\n' | '\r' => opened = None,
            ')' => {
                let Some(start) = opened.take() else { continue };
                let inside = &chars[start + 1..at];
                let is_chinese = [inside.first(), inside.last()].into_iter().all(|char| char.copied().is_some_and(is_han));
                let before = start.checked_sub(1).map(|place| &chars[place]);
                if is_chinese && is_around(before) && is_around(chars.get(at + 1)) {
                    chars[start] = '（';
                    chars[at] = '）';
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn untidy_texts_are_tidied() {
        for (text, tidied) in [
            (" 武陵区\u{3000}", "武陵区"),
            ("公 开 目 录", "公开目录"),
            ("李\u{3000}明", "李明"),
            ("语文  数学", "语文 数学"),
            ("No.\t\t1", "No. 1"),
            ("２０２６年第１期Ａ版", "2026年第1期A版"),
            ("教育局,卫健局;民政局", "教育局，卫健局；民政局"),
            ("教育局, 卫健局", "教育局，卫健局"),
            ("时间:上午", "时间：上午"),
            ("学校(示范)名录", "学校（示范）名录"),
            ("(一)总则", "（一）总则"),
            ("甲\u{200b}乙", "甲乙"),
            ("A\u{a0}B", "A B"),
        ] {
            assert_eq!(tidy(text, false), tidied, "{text}");
        }
    }

    #[test]
    fn lines_are_tidied() {
        for (text, tidied) in [
            ("政\n府网站", "政府网站"),
            ("公\r\n开\r\n目\r\n录", "公开目录"),
            ("第一行 \n第二行\n\n", "第一行\n第二行"),
            ("甲 \n乙丙", "甲乙丙"),
        ] {
            assert_eq!(tidy(text, true), tidied, "{text}");
        }
    }

    #[test]
    fn tidy_texts_stay() {
        for text in [
            "8:30—17:30，比例1:2",
            "https://example.gov.cn/a,b;c?d=e:f",
            "语文 数学 英语",
            "an English phrase, with: marks (and brackets)",
            "标准(GB/T 2260)修订",
            "电话:0736-7111111",
            "（一）总则",
            "国办发(2019)54号",
            "甲，乙；丙：丁？戊！",
            "",
        ] {
            assert_eq!(tidy(text, false), text, "{text}");
        }
        for text in ["\u{3000}\u{3000}第一段。\n\u{3000}\u{3000}第二段。", "语文\n数学\n英语", "甲\n\n乙", "1. 甲\n  2. 乙"] {
            assert_eq!(tidy(text, true), text, "{text}");
        }
    }

    /// What has to stay whatever is tidied: all characters but blanks and line ends, whatever their width.
    fn substance(text: &str) -> String {
        let is_shown = |char: &char| !crate::blank::is_blank_text(char.encode_utf8(&mut [0; 4]));
        text.chars().filter(is_shown).map(narrow).collect()
    }

    #[test]
    fn tidying_twice_is_tidying_once_and_keeps_the_substance() {
        const LETTERS: &[char] = &[
            '公', '开', '政', '府', '𠮷', ' ', ' ', '\u{3000}', '\t', '\n', '\r', '\u{a0}', '\u{200b}', ',', ';', ':', '?', '!',
            '(', ')', '，', '（', '）', '1', 'a', '１', 'Ａ', '.', '/', '。', '《', '》',
        ];
        // A linear congruential generator will do; the texts only have to be many.
        let mut state = 20_190_401_u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).expect("31 bits") % below
        };
        let mut changed = 0;
        for _ in 0..200_000 {
            let length = random(14);
            let text: String = (0..length).map(|_| LETTERS[random(LETTERS.len())]).collect();
            for has_lines in [false, true] {
                let once = tidy(&text, has_lines);
                assert_eq!(tidy(&once, has_lines), once, "{text:?}");
                assert_eq!(substance(&once), substance(&text), "{text:?}");
                changed += usize::from(once != text);
            }
        }
        assert!(changed > 100_000, "{changed}");
    }
}
