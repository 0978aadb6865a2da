//! `text-placeholder`: a text that only pretends to be a value.
//!
//! ## What it checks
//! The whole text against a list (待补充, null, undefined, xxx, 测试 …), whatever its width and case and the blanks and brackets around it; a text of signs alone, such as `-`, `/` or `…`, too. Words that say there is none (无, 暂无) and signs are pointed out only where a value is due: in an optional field, 备注 for instance, they are an answer.
//!
//! ## Why
//! It fills the field and tells the reader nothing; such values come out of exports and templates and stay unseen in long lists.
//!
//! ## Example
//! `待补充` as the address of a school: `text-placeholder`. `无` in an optional 备注 is in order.

use super::Rule;
use crate::blank::is_blank_char;
use crate::check::Judge;
use crate::date::narrow;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::TextPlaceholder, Severity::Warning)
    .says("只是占位文字，没有实际内容", "a placeholder, not a value")
    .hints("填写实际内容", "enter what is to be made public");

/// No placeholder is longer, in bytes.
const MAX_LENGTH: usize = 36;

/// Says too whether it is one.
#[inline]
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    judge.applies(&RULE) && text.len() <= MAX_LENGTH && check_short(text, path, judge)
}

fn check_short(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    // The first character settles nearly all.
    let first = text.chars().find(|char| !is_around(*char)).map(|char| narrow(char).to_ascii_lowercase());
    if first.is_some_and(|first| is_alphanumeric(first) && !judge.watch.begins_placeholder(first)) {
        return false;
    }
    let is_due = judge.part.is_none_or(|part| part.required);
    let rulebook = &judge.item.pack.rulebook;
    let is_in = |list: &[String]| list.iter().any(|placeholder| is_same(text, placeholder));
    let is_one = is_in(&rulebook.placeholders) || is_due && (is_in(&rulebook.nothing) || says_nothing(text));
    if is_one {
        judge.find(&RULE, path, Params::default());
    }
    is_one
}

fn is_same(text: &str, placeholder: &str) -> bool {
    let mut meant = text.chars().filter(|char| !is_around(*char)).map(|char| narrow(char).to_ascii_lowercase());
    let mut known = placeholder.chars();
    loop {
        match (meant.next(), known.next()) {
            (None, None) => return true,
            (one, other) if one == other => {}
            _ => return false,
        }
    }
}

/// Whether a character around or inside a placeholder changes nothing about it.
fn is_around(char: char) -> bool {
    matches!(char, '（' | '）' | '(' | ')' | '【' | '】' | '[' | ']' | '。' | '.' | '…' | '!' | '！')
        || is_blank_char(char)
}

/// The same as in the standard library, which has to look Chinese characters up in a table.
fn is_alphanumeric(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}') || char.is_alphanumeric()
}

/// Whether a text is made of signs alone.
fn says_nothing(text: &str) -> bool {
    !text.chars().any(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_blanks_and_brackets_do_not_matter() {
        for (text, placeholder) in
            [("（待补充）", "待补充"), ("ＮＵＬＬ", "null"), (" 待 定 ", "待定"), ("Undefined.", "undefined")]
        {
            assert!(is_same(text, placeholder), "{text}");
        }
        for (text, placeholder) in [("待补充材料", "待补充"), ("测", "测试"), ("无锡路", "无"), ("", "无")] {
            assert!(!is_same(text, placeholder), "{text}");
        }
    }

    #[test]
    fn signs_say_nothing() {
        for text in ["-", "/", "…", "——", "***", "。", "（）", "？？"] {
            assert!(says_nothing(text), "{text}");
        }
        for text in ["甲", "1", "a-b", "𠮷", "№1"] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
