//! Names that are the same, and names that look different and probably mean the same.
//!
//! Numbers keep names apart: 小学, 第一小学 and 第二小学 are three schools, 第1小学 and 第一小学 are one.

/// A name without what makes no difference: width and case of letters, blanks, signs, and which way a number is written.
///
/// # Example
/// ```
/// use gongkai_core::namesakes::plain;
///
/// assert_eq!(plain("第１ 小学（东校区）"), plain("第一小学(东校区)"));
/// assert_ne!(plain("小学"), plain("第一小学"));
/// assert_ne!(plain("第一小学"), plain("第十一小学"));
/// ```
#[must_use]
pub fn plain(name: &str) -> String {
    let letters = name.chars().map(crate::date::narrow).filter(|char| char.is_alphanumeric());
    let mut plain = String::with_capacity(name.len());
    let mut digits = String::new();
    for char in letters.chain([' ']) {
        if char.is_ascii_digit() {
            digits.push(char);
            continue;
        }
        if !digits.is_empty() {
            plain.push_str(&in_words(&digits));
            digits.clear();
        }
        if char != ' ' {
            plain.push(if char == '○' || char == '零' { '〇' } else { char.to_ascii_lowercase() });
        }
    }
    plain
}

/// The name without the places that it lies in, when enough of it is left to be a name: 常德市武陵区育英小学 and 育英小学.
///
/// # Example
/// ```
/// use gongkai_core::namesakes::local;
///
/// assert_eq!(local("常德市武陵区育英小学"), "育英小学");
/// assert_eq!(local("武陵区小学"), "武陵区小学", "a kind of school is no name");
/// ```
#[must_use]
pub fn local(name: &str) -> &str {
    const PLACES: &[char] = &['省', '市', '州', '县', '区', '旗'];
    let mut rest = name;
    while let Some((at, end)) = rest.char_indices().find(|(_, char)| PLACES.contains(char)) {
        let behind = &rest[at + end.len_utf8()..];
        let (before_chars, behind_chars) = (rest[..at].chars().count(), behind.chars().count());
        // 东区, 市 alone and what is left of a short name are no places of their own.
        if !(2..=4).contains(&before_chars) || behind_chars < LEAST_CHARS {
            break;
        }
        rest = behind;
    }
    rest
}

/// Fewest characters that name something: 小学 does not, 育英小学 does.
const LEAST_CHARS: usize = 4;

/// A number as it is written in words, up to 99; others stay as they are.
fn in_words(digits: &str) -> String {
    const WORDS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match digits.parse::<usize>() {
        Ok(number @ 0..10) if digits.len() == 1 => WORDS[number].to_owned(),
        Ok(number @ 10..100) if digits.len() == 2 => {
            let tens = if number < 20 { "" } else { WORDS[number / 10] };
            let ones = if number % 10 == 0 { "" } else { WORDS[number % 10] };
            format!("{tens}十{ones}")
        }
        _ => digits.to_owned(),
    }
}

/// What the rows of a list have to do with each other by their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kinship {
    /// Another one before it has the same name.
    Same(usize),
    /// Another one before it has a name that differs in writing alone, or in the places before it.
    Alike(usize),
}

/// For each name what it has to do with the first one of its kind; blank names have nothing to do with each other.
///
/// # Example
/// ```
/// use gongkai_core::namesakes::{Kinship, among};
///
/// let names = ["武陵区育英小学", "小学", "第一小学", "育英小学", "武陵区育英小学"];
/// assert_eq!(among(&names), [None, None, None, Some(Kinship::Alike(0)), Some(Kinship::Same(0))]);
/// ```
#[must_use]
pub fn among<S: AsRef<str>>(names: &[S]) -> Vec<Option<Kinship>> {
    let plains: Vec<String> = names.iter().map(|name| plain(name.as_ref())).collect();
    let mut keys: Vec<(&str, usize)> =
        plains.iter().enumerate().map(|(index, plain)| (local(plain), index)).collect();
    keys.sort_unstable();
    let mut kinships = vec![None; names.len()];
    for kin in keys.chunk_by(|one, next| one.0 == next.0).filter(|kin| !kin[0].0.is_empty()) {
        for (place, (_, index)) in kin.iter().enumerate().skip(1) {
            let name = names[*index].as_ref().trim();
            let before = &kin[..place];
            let same = before.iter().find(|(_, other)| names[*other].as_ref().trim() == name);
            // Two districts can each have a school of one name: only a place that is left out makes no difference.
            let is_alike = |other: usize| {
                plains[other].ends_with(&plains[*index]) || plains[*index].ends_with(&plains[other])
            };
            let alike = || before.iter().find(|(_, other)| is_alike(*other));
            kinships[*index] = same
                .map(|(_, other)| Kinship::Same(*other))
                .or_else(|| alike().map(|(_, other)| Kinship::Alike(*other)));
        }
    }
    kinships
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(one: &str, other: &str) -> bool {
        among(&[one, other])[1].is_some()
    }

    #[test]
    fn numbers_and_kinds_keep_names_apart() {
        for (one, other) in [
            ("小学", "第一小学"),
            ("第一小学", "第二小学"),
            ("第一小学", "第十一小学"),
            ("武陵区小学", "鼎城区小学"),
            ("武陵区第一小学", "鼎城区第一小学"),
            ("城东小学", "城西小学"),
            ("河洑镇中心小学", "丹洲乡中心小学"),
            ("实验小学", "实验中学"),
            ("", ""),
        ] {
            assert!(!are_alike(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("第1小学", "第一小学"),
            ("第２１小学", "第二十一小学"),
            ("武陵区 育英小学", "武陵区育英小学"),
            ("育英小学（东校区）", "育英小学(东校区)"),
            ("常德市武陵区育英小学", "育英小学"),
            ("湖南省常德市第一中学", "第一中学"),
            ("ABC学校", "ａｂｃ学校"),
        ] {
            assert!(are_alike(one, other), "{one} {other}");
        }
    }
}
