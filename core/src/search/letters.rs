//! What letters can stand for: pinyin, initials, or a mixture.

/// Whether a text can be pinyin.
pub(super) fn only(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Number of syllables.
pub(super) fn count(pinyin: &str) -> usize {
    pinyin.split(' ').count()
}

/// Letters as they are compared: input methods want `v` for `ü`, people also type `u`.
pub(super) fn same(one: u8, other: u8) -> bool {
    let plain = |byte| if byte == b'v' { b'u' } else { byte };
    plain(one) == plain(other)
}

/// The first run of syllables that the text is made of beginnings of: its start, and where it ends.
pub(super) fn find(text: &str, pinyin: &str) -> Option<(usize, usize)> {
    let syllables: Vec<&str> = pinyin.split(' ').collect();
    (0..syllables.len()).find_map(|start| {
        let rest = begins(text, &syllables[start..])?;
        Some((start, syllables.len() - rest))
    })
}

/// How many syllables are left when the text is made of beginnings of those before, one after the other.
fn begins(text: &str, syllables: &[&str]) -> Option<usize> {
    if text.is_empty() {
        return Some(syllables.len());
    }
    let (first, rest) = syllables.split_first()?;
    let common = text.bytes().zip(first.bytes()).take_while(|(typed, read)| same(*typed, *read)).count();
    (1..=common).rev().find_map(|length| begins(&text[length..], rest))
}
