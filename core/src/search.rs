//! Finding names by what people type: characters, pinyin, initials, or a mixture of the last two.

use crate::date::narrow;

/// What somebody typed into a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Without blanks, half-width, lower case.
    text: String,
}

impl Query {
    /// Takes what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Query { text: plain(typed) }
    }

    /// Whether nothing was typed; such a query matches everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether a name with these syllables (separated by blanks) is meant.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::search::Query;
    /// let matches = |typed: &str| Query::new(typed).matches("义务教育学校名录", "yi wu jiao yu xue xiao ming lu");
    /// assert!(matches("学校") && matches("ywjy") && matches("yiwujiaoyu") && matches("xxml") && matches("xuexiaom"));
    /// assert!(!matches("医院") && !matches("yiyuan"));
    /// ```
    #[must_use]
    pub fn matches(&self, name: &str, pinyin: &str) -> bool {
        if self.is_empty() || plain(name).contains(&self.text) {
            return true;
        }
        if !self.text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return false;
        }
        let syllables: Vec<&str> = pinyin.split(' ').collect();
        (0..syllables.len()).any(|start| begins(&self.text, &syllables[start..]))
    }
}

/// Without blanks and the apostrophes between syllables, half-width, lower case.
fn plain(text: &str) -> String {
    text.chars()
        .map(narrow)
        .filter(|char| !char.is_whitespace() && *char != '\'')
        .map(|char| char.to_ascii_lowercase())
        .collect()
}

/// Whether the text is made of beginnings of the syllables, one after the other.
fn begins(text: &str, syllables: &[&str]) -> bool {
    if text.is_empty() {
        return true;
    }
    let Some((first, rest)) = syllables.split_first() else {
        return false;
    };
    let common = text.bytes().zip(first.bytes()).take_while(|(typed, read)| typed == read).count();
    (1..=common).rev().any(|length| begins(&text[length..], rest))
}
