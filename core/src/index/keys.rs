//! What titles and queries are cut into.

/// Stands before a run of initials.
pub(super) const INITIALS: char = '=';

/// Stands before the key that a title begins with.
pub(super) const BEGINNING: char = '^';

/// Longest run of initials.
pub(super) const MAX_INITIALS: usize = 4;

/// A key of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    /// What it may be, any of them.
    pub texts: Vec<String>,
    /// Whether these may be the beginnings of keys.
    pub is_prefix: bool,
}

impl Key {
    pub fn one(text: String, is_prefix: bool) -> Self {
        Key { texts: vec![text], is_prefix }
    }

    /// The key that stands for a title beginning like that.
    pub fn beginning(&self) -> Self {
        let texts = self.texts.iter().map(|text| [BEGINNING.to_string().as_str(), text].concat());
        Key { texts: texts.collect(), is_prefix: self.is_prefix }
    }
}

/// The pairs of neighbours in a plain text; signs part what stands on both sides of them.
pub(super) fn pairs(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let pairs = chars.windows(2).filter(|pair| pair.iter().all(|char| char.is_alphanumeric()));
    pairs.map(|pair| pair.iter().collect()).collect()
}

/// The pairs of neighbouring syllables.
#[cfg(feature = "index")]
pub(super) fn syllable_pairs(syllables: &[String]) -> impl Iterator<Item = String> {
    syllables.windows(2).map(|pair| pair.join(" "))
}

/// The runs of initials that start at each syllable but the last.
#[cfg(feature = "index")]
pub(super) fn initials(syllables: &[String]) -> impl Iterator<Item = String> {
    let letters: Vec<char> = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
    let starts = 0..letters.len().saturating_sub(1);
    starts.map(move |start| {
        let end = letters.len().min(start + MAX_INITIALS);
        std::iter::once(INITIALS).chain(letters[start..end].iter().copied()).collect()
    })
}
