//! `text-garbled`: characters that a wrong encoding or a faulty program left.
//!
//! ## What it checks
//! Replacement characters (U+FFFD) and `??` or `？？？` in place of lost ones, text read in a wrong encoding (锟斤拷, 烫烫烫, `Ã©`, `æ”¿åºœ`, 鏀垮簻), control characters, marks of writing direction in text without right-to-left script, private-use characters that other machines show as something else or not at all.
//!
//! ## Why
//! Nobody can read it, and inspections of government sites count it as a fault.
//!
//! ## Example
//! `常德市锟斤拷陵区`: `text-garbled`.

use serde_json::json;

use super::Rule;
use super::texts::is_han;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::doubt(IssueCode::TextGarbled)
    .says("含有乱码（{kind}）", "the text is garbled: {kind}")
    .hints("从原文件重新录入", "enter it anew from the original");

/// What programs write where they read nothing, or in the wrong encoding.
pub(crate) const MISREAD: &[&str] = &["锟斤拷", "烫烫烫"];

/// Characters of the old script that occur in simplified text too.
const IN_USE: &[char] = &['鑫', '鉴', '銮', '鎏', '錾', '鏖', '鍪'];

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(kind) = fault(text) else {
        return;
    };
    let params = Params { kind: Some(kind.to_owned()), ..Params::default() };
    let without: String = text.chars().filter(|char| !is_control(*char) && !is_direction(*char)).collect();
    let repair = (matches!(kind, "control" | "direction") && fault(&without).is_none()).then(|| json!(without));
    judge.find_with_repair(&RULE, path, params, repair);
}

fn fault(text: &str) -> Option<&'static str> {
    let mut fault = None;
    let (mut before, mut questions) = (None, 0);
    let (mut old, mut wide) = (0, 0);
    for char in text.chars() {
        let is_question = matches!(char, '?' | '？') && (questions == 0 || before == Some(char));
        if !is_question && questions == 2 && before == Some('?') && is_han(char) && is_lost_between(text) {
            return Some("replaced");
        }
        questions = if is_question { questions + 1 } else { 0 };
        old += usize::from(matches!(char, '\u{9200}'..='\u{947f}') && !IN_USE.contains(&char));
        wide += usize::from(!char.is_ascii());
        match char {
            '\u{fffd}' | '\u{fffe}' | '\u{ffff}' => return Some("replaced"),
            _ if questions >= 3 => return Some("replaced"),
            _ if before.is_some_and(is_lead) && is_trail(char) => return Some("misread"),
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => fault = Some("private-use"),
            _ if is_control(char) => fault = fault.or(Some("control")),
            _ if is_direction(char) => fault = fault.or(Some("direction")),
            _ => {}
        }
        before = Some(char);
    }
    if MISREAD.iter().any(|word| text.contains(word)) || (old >= 3 && old * 4 >= wide) {
        return Some("misread");
    }
    let is_right_to_left = |char| matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    fault.filter(|fault| *fault != "direction" || !text.contains(is_right_to_left))
}

/// Whether `??` stands between two Chinese characters.
fn is_lost_between(text: &str) -> bool {
    text.match_indices("??").any(|(place, _)| text[..place].ends_with(is_han) && text[place + 2..].starts_with(is_han))
}

/// Whether a byte that begins a character in UTF-8 was read as this one.
fn is_lead(char: char) -> bool {
    matches!(char, '\u{c2}'..='\u{f4}') && !matches!(char, '×' | '÷')
}

/// Whether a byte that goes on with a character in UTF-8 was read as this one.
fn is_trail(char: char) -> bool {
    // Quotation marks and dashes of these code pages stand behind words with accents too.
    matches!(char, '\u{80}'..='\u{bf}') || "€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ".contains(char)
}

fn is_control(char: char) -> bool {
    char.is_control() && !matches!(char, '\t' | '\n' | '\r')
}

fn is_direction(char: char) -> bool {
    matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_texts() {
        for (text, kind) in [
            ("常德\u{fffd}市", "replaced"),
            ("政府????公开", "replaced"),
            ("政府??公开", "replaced"),
            ("政府？？？公开", "replaced"),
            ("锟斤拷", "misread"),
            ("内存烫烫烫烫", "misread"),
            ("æ”¿åºœ", "misread"),
            ("CafÃ©", "misread"),
            ("鏀垮簻淇℃伅鍏紑鎸囧崡", "misread"),
            ("甲\0", "control"),
            ("甲\u{85}", "control"),
            ("甲\u{202e}乙", "direction"),
            ("甲\u{e863}", "private-use"),
        ] {
            assert_eq!(fault(text), Some(kind), "{text}");
        }
    }

    #[test]
    fn readable_texts() {
        for text in [
            "是否属实？",
            "真的吗??",
            "https://example.cn/??a",
            "Café“甲”naïve",
            "±0.5×3 25° 甲·乙",
            "鑫源公司、鉴定中心、鎏金",
            "鐵路局與銀行簽訂的合同，錄於左側，一併公開供公眾查閱",
            "甲\t乙\r\n丙",
            "ئۇيغۇر\u{200f}",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }
}
