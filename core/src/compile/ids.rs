//! Stable ASCII ids and keys from Chinese names, by pinyin.

use std::collections::{BTreeMap, HashSet};

use pinyin::ToPinyin;

/// Longest id or key, in syllables; what follows is cut off.
const MAX_SYLLABLES: usize = 16;

/// The syllables of a name, without tones; runs of ASCII letters and digits count as one.
/// `readings` names words that are read otherwise than character by character.
pub(crate) fn syllables(name: &str, readings: &BTreeMap<String, String>) -> Vec<String> {
    let mut syllables = Vec::new();
    let mut ascii = String::new();
    let mut rest = name;
    while let Some(char) = rest.chars().next() {
        let word = readings
            .iter()
            .filter(|(word, _)| rest.starts_with(word.as_str()))
            .max_by_key(|(word, _)| word.len());
        if char.is_ascii_alphanumeric() {
            ascii.push(char.to_ascii_lowercase());
        } else if !ascii.is_empty() {
            syllables.push(std::mem::take(&mut ascii));
        }
        if let Some((word, reading)) = word {
            syllables.extend(reading.split_whitespace().map(str::to_owned));
            rest = &rest[word.len()..];
        } else {
            if let Some(pinyin) = char.to_pinyin() {
                syllables.push(pinyin.plain().replace('ü', "v"));
            }
            rest = &rest[char.len_utf8()..];
        }
    }
    if !ascii.is_empty() {
        syllables.push(ascii);
    }
    syllables
}

/// An id out of syllables that is not taken yet; a number is put behind when it is.
pub(crate) fn free_id(syllables: &[String], joint: &str, taken: &HashSet<String>) -> String {
    let base = syllables[..syllables.len().min(MAX_SYLLABLES)].join(joint);
    let base = if base.is_empty() { "x".to_owned() } else { base };
    let mut id = base.clone();
    let mut number = 2;
    while taken.contains(&id) {
        id = format!("{base}{joint}{number}");
        number += 1;
    }
    id
}

/// Whether a text may serve as id or key.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_words_first() {
        let readings = BTreeMap::from([("重大".to_owned(), "zhong da".to_owned())]);
        assert_eq!(syllables("重大PM2.5（试行）", &readings), ["zhong", "da", "pm2", "5", "shi", "xing"]);
        assert_eq!(syllables("绿色", &BTreeMap::new()), ["lv", "se"]);
    }

    #[test]
    fn taken_ids_get_a_number() {
        let taken = HashSet::from(["a-b".to_owned(), "a-b-2".to_owned()]);
        assert_eq!(free_id(&["a".to_owned(), "b".to_owned()], "-", &taken), "a-b-3");
    }
}
