//! What all texts of an entry are judged by: one pass over the bytes notes signs, and a rule looks only at its sign.

use std::sync::OnceLock;

use super::{
    law_title_malformed, marker_malformed, marker_mismatch, personal_data_likely, text_garbled, text_markup,
    text_placeholder, text_typo, text_untidy,
};
use crate::check::Judge;
use crate::field::TextFormat;
use crate::path::Path;
use crate::report::IssueCode;
use crate::rulebook::Rulebook;

/// Judges one line.
pub(crate) fn check_line(text: &str, format: Option<TextFormat>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let is_placeholder = text_placeholder::check(text, path, judge);
    // What only pretends to be a value, or has to be joined first, needs no word about its form, unless the JSON
    // Schema has one too.
    let is_broken = || super::line_break_unexpected::has_break(text);
    let looks_closer = !is_placeholder && judge.applies(&text_garbled::RULE);
    let format = format.filter(|format| format.pattern().is_some() || looks_closer && !is_broken());
    let is_malformed = format.is_some_and(|format| format.check(text, path, judge));
    if looks_closer {
        check(text, !is_malformed && !is_broken(), false, path, judge);
    }
}

/// Judges several lines.
pub(crate) fn check_lines(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    if !text_placeholder::check(text, path, judge) && judge.applies(&text_garbled::RULE) {
        check(text, true, true, path, judge);
    }
}

fn check(text: &str, should_be_tidy: bool, has_lines: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    let signs = judge.watch.signs(text, &judge.item.pack.rulebook);
    if signs.has(Signs::GARBLED) {
        text_garbled::check(text, path, judge);
    }
    if signs.has(Signs::MARKUP) {
        text_markup::check(text, has_lines, path, judge);
    }
    if signs.has(Signs::TYPO) {
        text_typo::check(text, path, judge);
    }
    if signs.has(Signs::MARKER) {
        marker_mismatch::check(text, path, judge);
        marker_malformed::check(text, path, judge);
    }
    if signs.has(Signs::TITLE) {
        law_title_malformed::check(text, path, judge);
    }
    if signs.has(Signs::UNTIDY) && should_be_tidy {
        text_untidy::check(text, has_lines, path, judge);
    }
    personal_data_likely::check(text, signs.has(Signs::PERSONAL), path, judge);
}

/// Whether a character is a Chinese one.
pub(crate) fn is_han(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '\u{20000}'..='\u{3ffff}')
}

/// What a text may have that a rule wants to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Signs(u16);

impl Signs {
    const GARBLED: u16 = 1;
    const MARKUP: u16 = 1 << 1;
    const UNTIDY: u16 = 1 << 2;
    const TYPO: u16 = 1 << 3;
    const MARKER: u16 = 1 << 4;
    const TITLE: u16 = 1 << 5;
    const PERSONAL: u16 = 1 << 6;

    fn has(self, sign: u16) -> bool {
        self.0 & sign != 0
    }
}

/// Classes of ASCII characters, beside the signs that a character is by itself.
const ALPHANUMERIC: u16 = 1 << 8;
const BLANK: u16 = 1 << 9;
/// Punctuation that Chinese has characters of its own for.
const PUNCTUATION: u16 = 1 << 10;

const CLASSES: [u16; 128] = classes();

const fn classes() -> [u16; 128] {
    let mut classes = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'\t' | b'\n' | b'\r' | b' ' => BLANK,
            0..=0x1f | 0x7f => Signs::GARBLED,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => ALPHANUMERIC,
            b'<' | b'&' | b'{' => Signs::MARKUP,
            b';' => Signs::MARKUP | PUNCTUATION,
            b',' | b':' | b'?' | b'!' | b'(' => PUNCTUATION,
            b'@' | b'#' => Signs::PERSONAL,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// So many letters and digits at least have numbers of persons and their things.
const MIN_PERSONAL: usize = 6;
/// So many characters that only a wrong encoding brings make a text suspicious.
const MIN_MISREAD: usize = 3;

/// Characters at which a word begins that an address of a home has, see [`begins_home`].
const HOMES: &str = "住栋幢单组社号户";

/// Characters, by their last twelve bits: one in a hundred is taken for another, the others cost next to nothing.
#[derive(Debug, Clone)]
struct Characters([u64; 64]);

impl Characters {
    fn of(chars: impl Iterator<Item = char>) -> Self {
        let mut characters = Characters([0; 64]);
        characters.add(chars);
        characters
    }

    fn add(&mut self, chars: impl Iterator<Item = char>) {
        for char in chars {
            let (row, bit) = Self::place(char);
            self.0[row] |= 1 << bit;
        }
    }

    fn place(char: char) -> (usize, u32) {
        let code = u32::from(char);
        ((code >> 6 & 63) as usize, code & 63)
    }

    fn may_have(&self, char: char) -> bool {
        let (row, bit) = Self::place(char);
        self.0[row] >> bit & 1 != 0
    }

    /// The same for a character of three bytes of UTF-8, by the second and the third of them.
    fn may_have_bytes(&self, second: u8, third: u8) -> bool {
        self.0[usize::from(second & 63)] >> (third & 63) & 1 != 0
    }
}

/// Where the words begin that rules look for.
#[derive(Debug, Clone)]
pub(crate) struct Watch {
    /// Of slips of the pen, markers and what wrong encodings leave.
    words: Characters,
    /// Of those and of words in addresses.
    all: Characters,
    placeholders: Characters,
    based: Vec<bool>,
}

/// What is made of a rulebook once, and belongs to it alone.
#[derive(Default)]
pub struct Watched(OnceLock<Watch>);

impl std::fmt::Debug for Watched {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // It says nothing that the rulebook does not.
        formatter.write_str("Watched")
    }
}

impl Watched {
    /// That of a rulebook.
    pub(crate) fn of(&self, rulebook: &Rulebook) -> &Watch {
        self.0.get_or_init(|| Watch::new(rulebook))
    }
}

impl Clone for Watched {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Watched {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Watch {
    fn new(rulebook: &Rulebook) -> Self {
        let typos = rulebook.typos.iter().map(|typo| typo.wrong.as_str());
        let markers = rulebook.markers.iter().map(|marker| marker.text.as_str());
        let words = typos.chain(markers).chain(text_garbled::MISREAD.iter().copied());
        let words = Characters::of(words.filter_map(|word| word.chars().next()));
        let mut all = words.clone();
        all.add(HOMES.chars());
        let placeholders = rulebook.placeholders.iter().chain(&rulebook.nothing);
        let placeholders = Characters::of(placeholders.filter_map(|word| word.chars().next()));
        let is_based = |code: IssueCode| rulebook.bases.iter().any(|basis| basis.code == code.as_str());
        Watch { words, all, placeholders, based: IssueCode::ALL.iter().copied().map(is_based).collect() }
    }

    /// Whether a rule has a legal basis of its own.
    pub fn has_basis(&self, code: IssueCode) -> bool {
        self.based[code as usize]
    }

    /// Whether a placeholder begins with this character.
    pub fn begins_placeholder(&self, char: char) -> bool {
        self.placeholders.may_have(char)
    }

    /// The signs of a text.
    fn signs(&self, text: &str, rulebook: &Rulebook) -> Signs {
        let bytes = text.as_bytes();
        let byte_at = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let (mut at, mut signs, mut misread) = (0, 0, 0);
        // Letters and digits without a Chinese character between them, here and at most.
        let (mut run, mut longest) = (0, 0);
        // Whether a blank or a punctuation mark of ASCII would stand out here.
        let mut stands_out = true;
        while at < bytes.len() {
            let first = bytes[at];
            if first < 0x80 {
                let class = CLASSES[usize::from(first)];
                signs |= class;
                run += usize::from(class & ALPHANUMERIC != 0);
                if stands_out && class & (BLANK | PUNCTUATION) != 0 {
                    signs |= Signs::UNTIDY;
                }
                if first == b'?' && byte_at(at + 1) == b'?' {
                    signs |= Signs::GARBLED;
                }
                stands_out = class & BLANK != 0;
                at += 1;
                continue;
            }
            stands_out = true;
            let (second, third) = (byte_at(at + 1), byte_at(at + 2));
            match first {
                0xe4..=0xe9 => {
                    if self.all.may_have_bytes(second, third) {
                        signs |= self.look(&text[at..], rulebook);
                    }
                    longest = longest.max(run);
                    run = 0;
                    misread += usize::from(first == 0xe9 && (0x88..=0x91).contains(&second));
                }
                _ => {
                    let (sign, is_wide) = sign_of(first, second, third, byte_at(at + 3), byte_at(at + 5));
                    signs |= sign;
                    run += usize::from(is_wide);
                }
            }
            at += match first {
                0..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            };
        }
        if bytes.last().is_some_and(|last| *last < 0x80 && CLASSES[usize::from(*last)] & BLANK != 0) {
            signs |= Signs::UNTIDY;
        }
        if misread >= MIN_MISREAD {
            signs |= Signs::GARBLED;
        }
        if longest.max(run) >= MIN_PERSONAL {
            signs |= Signs::PERSONAL;
        }
        Signs(signs)
    }

    /// The signs of the word that a text begins with.
    fn look(&self, rest: &str, rulebook: &Rulebook) -> u16 {
        let Some(first) = rest.chars().next() else {
            return 0;
        };
        let mut signs = if begins_home(first, &rest[first.len_utf8()..]) { Signs::PERSONAL } else { 0 };
        if !self.words.may_have(first) {
            return signs;
        }
        if rulebook.typos.iter().any(|typo| rest.starts_with(&typo.wrong)) {
            signs |= Signs::TYPO;
        }
        if !rulebook.markers.is_empty() && rest.starts_with(marker_malformed::HEAD) {
            signs |= Signs::MARKER;
        }
        if text_garbled::MISREAD.iter().any(|word| rest.starts_with(word)) {
            signs |= Signs::GARBLED;
        }
        signs
    }
}

/// The sign of a character that is neither ASCII nor Chinese, and whether it is a full-width digit or letter.
fn sign_of(first: u8, second: u8, third: u8, next: u8, next_third: u8) -> (u16, bool) {
    let sign = match (first, second, third) {
        // Letters of western Europe, and no-break space; ° · ± × and the like are in order.
        (0xc2, 0xa0, _) => Signs::UNTIDY,
        (0xc2, ..0xa0, _) | (0xc3, _, _) => Signs::GARBLED,
        // Full-width blank, book-title marks.
        (0xe3, 0x80, 0x80) => Signs::UNTIDY,
        (0xe3, 0x80, 0x8a | 0x8b) => Signs::TITLE,
        // Zero-width blanks, marks of direction.
        (0xe2, 0x80, 0x8b) | (0xef, 0xbb, 0xbf) => Signs::UNTIDY,
        (0xe2, 0x80, 0x8e | 0x8f | 0xaa..=0xae) | (0xe2, 0x81, 0xa6..=0xa9) => Signs::GARBLED,
        // Full-width digits, letters, @ and #.
        (0xef, 0xbc, 0x90..=0x99 | 0xa1..=0xba) | (0xef, 0xbd, 0x81..=0x9a) => {
            return (Signs::UNTIDY, true);
        }
        (0xef, 0xbc, 0xa0 | 0x83) => Signs::PERSONAL,
        (0xef, 0xbc, 0x9f) if (next, next_third) == (0xef, 0x9f) => Signs::GARBLED,
        // Private use, and what stands for characters that were lost.
        (0xee, _, _) | (0xef, 0x80..=0xa3, _) | (0xef, 0xbf, 0xbd..) | (0xf3, 0xb0.., _) | (0xf4, _, _) => {
            Signs::GARBLED
        }
        _ => 0,
    };
    (sign, false)
}

/// Whether a word begins here that hardly an address of a home goes without, as far as it is found by itself.
fn begins_home(first: char, rest: &str) -> bool {
    match first {
        '住' => !rest.starts_with(['房', '建', '保', '院', '宿']),
        '栋' | '幢' => true,
        '单' => rest.starts_with('元'),
        '号' => rest.starts_with('楼'),
        '组' => !rest.starts_with('织'),
        '社' => !rest.starts_with(['会', '区', '保']),
        '户' => !rest.starts_with('籍'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{Marker, Typo};

    fn signs(text: &str) -> u16 {
        let rulebook = Rulebook {
            typos: vec![Typo { wrong: "攻府".to_owned(), right: "政府".to_owned() }],
            markers: vec![Marker {
                text: "此件主动公开".to_owned(),
                attribute: crate::entry::DisclosureAttribute::Proactive,
            }],
            ..Rulebook::default()
        };
        Watch::new(&rulebook).signs(text, &rulebook).0 & 0xff
    }

    #[test]
    fn a_plain_text_has_no_sign() {
        for text in [
            "",
            "武陵区第一小学",
            "2026年，第1次；办公时间8:30—17:30",
            "关于“十四五”规划的通知（征求意见稿）",
            "Café",
        ] {
            let found = signs(text);
            assert_eq!(found & !(Signs::GARBLED | Signs::PERSONAL), 0, "{text}: {found:b}");
        }
    }

    #[test]
    fn each_sign_is_noted() {
        for (text, sign) in [
            ("人民攻府", Signs::TYPO),
            ("（此件主动公开）", Signs::MARKER),
            ("《条例》", Signs::TITLE),
            ("甲 乙", Signs::UNTIDY),
            ("甲\u{3000}", Signs::UNTIDY),
            ("甲,乙", Signs::UNTIDY),
            ("１号", Signs::UNTIDY),
            ("a  b", Signs::UNTIDY),
            ("a ", Signs::UNTIDY),
            ("a\u{feff}", Signs::UNTIDY),
            ("<p>", Signs::MARKUP),
            ("&nbsp;", Signs::MARKUP),
            ("锟斤拷", Signs::GARBLED),
            ("甲\u{fffd}", Signs::GARBLED),
            ("甲??", Signs::GARBLED),
            ("甲？？？", Signs::GARBLED),
            ("鏀垮簻淇℃伅鍏紑鎸囧崡", Signs::GARBLED),
            ("\u{e000}", Signs::GARBLED),
            ("甲\0", Signs::GARBLED),
            ("家住石板滩", Signs::PERSONAL),
            ("13800138000", Signs::PERSONAL),
            ("a@b", Signs::PERSONAL),
        ] {
            assert!(signs(text) & sign != 0, "{text}");
        }
    }
}
