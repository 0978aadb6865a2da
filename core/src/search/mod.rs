//! Finding names by what people type: characters, pinyin, initials, everyday words, and with one slip of the finger.

mod letters;
mod places;
pub(crate) mod slip;
mod synonym;

use crate::date::narrow;

pub use synonym::{Reading, Synonym};

/// How well a name answers a query; better ones are smaller, so that sorting puts them first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rank {
    /// The whole name was typed.
    Whole,
    /// The name begins like that.
    Beginning,
    /// It stands further inside.
    Within,
    /// An everyday word was typed that means it.
    Meant,
    /// It was typed with one slip.
    Near,
}

/// What somebody typed into a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Without blanks, half-width, lower case.
    text: String,
    /// What blanks part, when there are several words of which one is no pinyin.
    words: Vec<String>,
    /// What everyday words in it mean.
    means: Vec<String>,
    /// Whether a slip is forgiven.
    forgiving: bool,
}

impl Query {
    /// Takes what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let text = plain(typed);
        let mut words = Vec::new();
        if !letters::only(&text) {
            words.extend(typed.split_whitespace().map(plain).filter(|word| !word.is_empty()));
        }
        if words.len() < 2 {
            words.clear();
        }
        Query { text, words, means: Vec::new(), forgiving: false }
    }

    /// The same query, which also finds what its everyday words mean.
    #[must_use]
    pub fn with_synonyms(mut self, synonyms: &[Synonym]) -> Self {
        let meant = synonyms.iter().filter(|synonym| synonym.is_in(&self.text));
        self.means = meant.flat_map(|synonym| &synonym.means).map(|name| plain(name)).collect();
        self
    }

    /// The same query, which forgives one slip: for when nothing else is found, since near names are seldom meant.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::search::{Query, Rank};
    /// let (name, pinyin) = ("义务教育学校名录", "yi wu jiao yu xue xiao ming lu");
    /// let query = Query::new("义务叫育");
    /// assert_eq!(query.rank(name, pinyin), None);
    /// assert_eq!(query.forgiving().rank(name, pinyin), Some(Rank::Near));
    /// ```
    #[must_use]
    pub fn forgiving(mut self) -> Self {
        self.forgiving = true;
        self
    }

    /// Whether nothing was typed; such a query matches everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What was typed, without blanks, half-width, lower case.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words that blanks part, or all of it where they part nothing.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        if self.words.is_empty() { std::slice::from_ref(&self.text) } else { &self.words }
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
        self.rank(name, pinyin).is_some()
    }

    /// How well a name with these syllables (separated by blanks) answers; `None`: not at all.
    #[must_use]
    pub fn rank(&self, name: &str, pinyin: &str) -> Option<Rank> {
        if self.is_empty() {
            return Some(Rank::Whole);
        }
        let name = plain(name);
        if let Some(place) = name.find(&self.text) {
            return Some(rank(place == 0, name.len() == self.text.len()));
        }
        let has_letters_only = letters::only(&self.text);
        if has_letters_only && let Some((start, end)) = letters::find(&self.text, pinyin) {
            return Some(rank(start == 0, end == letters::count(pinyin)));
        }
        if !self.words.is_empty() && self.words.iter().all(|word| name.contains(word.as_str())) {
            return Some(Rank::Within);
        }
        if self.means.iter().any(|meant| name.contains(meant.as_str())) {
            return Some(Rank::Meant);
        }
        let is_near = self.forgiving
            && if has_letters_only {
                slip::in_letters(&self.text, pinyin)
            } else {
                slip::in_characters(&self.text, &name)
            };
        is_near.then_some(Rank::Near)
    }

    /// The parts of a name that were typed or meant, as ranges of bytes, in their order.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::search::Query;
    /// let name = "义务教育学校名录";
    /// let marked = |typed: &str| {
    ///     let places = Query::new(typed).places(name, "yi wu jiao yu xue xiao ming lu");
    ///     places.into_iter().map(|place| &name[place]).collect::<Vec<_>>()
    /// };
    /// assert_eq!(marked("学校"), ["学校"]);
    /// assert_eq!(marked("jyxuex"), ["教育学校"]);
    /// assert_eq!(marked("名录 义务"), ["义务", "名录"]);
    /// ```
    #[must_use]
    pub fn places(&self, name: &str, pinyin: &str) -> Vec<std::ops::Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let typed = places::of_text(&self.text, name).or_else(|| {
            let (start, end) = letters::find(&self.text, pinyin).filter(|_| letters::only(&self.text))?;
            places::of_syllables(start..end, pinyin, name)
        });
        if let Some(place) = typed {
            return vec![place];
        }
        let all = |texts: &[String]| texts.iter().filter_map(|text| places::of_text(text, name)).collect();
        let mut places: Vec<_> = all(&self.words);
        if places.len() < self.words.len() || places.is_empty() {
            places = all(&self.means);
        }
        places.sort_unstable_by_key(|place| place.start);
        let mut end = 0;
        places.retain(|place| {
            let is_apart = place.start >= end;
            end = end.max(place.end);
            is_apart
        });
        places
    }
}

fn rank(is_at_start: bool, is_whole: bool) -> Rank {
    match (is_at_start, is_whole) {
        (true, true) => Rank::Whole,
        (true, false) => Rank::Beginning,
        _ => Rank::Within,
    }
}

/// Without blanks and the apostrophes between syllables, half-width, lower case.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter_map(plain_char).collect()
}

fn plain_char(char: char) -> Option<char> {
    let char = narrow(char);
    (!char.is_whitespace() && char != '\'').then(|| char.to_ascii_lowercase())
}
