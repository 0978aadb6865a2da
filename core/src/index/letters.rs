//! Letters of a query: initials, or pinyin without blanks, to be cut into the syllables of the titles.

use super::keys::{INITIALS, Key, MAX_INITIALS};
use crate::search::slip;

/// Ways of cutting letters into syllables that are tried, and of cutting them with one that is none.
const MAX_CUTS: usize = 4;
const MAX_SPOILT_CUTS: usize = 8;

/// Tries at cutting; letters that can be cut in very many ways are not worth more.
const MAX_STEPS: usize = 1_000;

/// No syllable has more letters, one too many included.
const MAX_NEAR_LETTERS: usize = 7;

/// What the letters of a query are cut into.
type Cut<'a> = Vec<&'a str>;

/// Letters are initials, or pinyin cut into syllables in every way that is possible.
pub(super) fn ways(text: &str, syllables: &[String]) -> Vec<Vec<Key>> {
    let mut ways = Vec::new();
    // No syllable begins with these.
    if text.len() >= 2 && !text.contains(['i', 'u', 'v']) {
        let run = |letters: &str| [INITIALS.to_string().as_str(), letters].concat();
        let is_short = text.len() < MAX_INITIALS;
        let starts = 0..=text.len().saturating_sub(MAX_INITIALS);
        ways.push(
            starts
                .map(|start| Key::one(run(&text[start..text.len().min(start + MAX_INITIALS)]), is_short))
                .collect(),
        );
    }
    ways.extend(Cutter::new(syllables, false).cuts(text).into_iter().map(|(cut, _)| {
        let last = cut.len() - 2;
        cut.windows(2).enumerate().map(|(place, pair)| Key::one(pair.join(" "), place == last)).collect()
    }));
    ways
}

/// The ways to read pinyin of which one syllable was typed with a slip: for each syllable that it may be, the keys that
/// are left without it, and those that it stands in with every syllable that may have been meant.
pub(super) fn ways_but_for_a_slip(text: &str, syllables: &[String]) -> Vec<Vec<Key>> {
    if text.len() < slip::MIN_LETTERS || !text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Vec::new();
    }
    // The slip has made another syllable, or none.
    let whole = Cutter::new(syllables, false).cuts(text);
    let any = whole.iter().flat_map(|(cut, _)| (0..cut.len()).map(move |place| (cut, place)));
    let spoilt = Cutter::new(syllables, true).cuts(text);
    let places = any.chain(spoilt.iter().filter_map(|(cut, unknown)| Some((cut, (*unknown)?))));
    places.filter_map(|(cut, place)| way_without(cut, place, syllables)).collect()
}

/// The keys of a cut of which one syllable may be another.
fn way_without(cut: &[&str], place: usize, syllables: &[String]) -> Option<Vec<Key>> {
    let meant: Vec<&str> = near(cut[place], syllables).collect();
    if meant.is_empty() {
        return None;
    }
    let last = cut.len() - 2;
    let is_before = |pair: usize| pair + 1 == place;
    let is_behind = |pair: usize| pair == place;
    // One key with the syllable is enough, as long as each of its neighbours is in another; the pair that it is the second of
    // is asked for, since keys that begin alike lie together.
    let is_needed = |pair: usize| !is_behind(pair) || place == 0 || pair == last;
    let pairs = cut.windows(2).enumerate().filter(|(pair, _)| is_needed(*pair));
    let keys = pairs.map(|(pair, of)| {
        let texts = if is_before(pair) {
            meant.iter().map(|syllable| [of[0], " ", syllable].concat()).collect()
        } else if is_behind(pair) {
            meant.iter().map(|syllable| [syllable, " ", of[1]].concat()).collect()
        } else {
            vec![of.join(" ")]
        };
        Key { texts, is_prefix: pair == last }
    });
    Some(keys.collect())
}

/// The syllables that these letters are but for one slip.
fn near<'a>(letters: &str, syllables: &'a [String]) -> impl Iterator<Item = &'a str> {
    syllables.iter().map(String::as_str).filter(move |syllable| slip::is_one(letters, syllable))
}

/// Cuts letters into syllables, of which the last may be unfinished; longer syllables are tried first.
struct Cutter<'a> {
    syllables: &'a [String],
    /// Whether one of them is none, but near to one.
    is_spoilt: bool,
    before: Cut<'a>,
    /// Which of those before is none.
    unknown: Option<usize>,
    cuts: Vec<(Cut<'a>, Option<usize>)>,
    steps: usize,
}

impl<'a> Cutter<'a> {
    fn new(syllables: &'a [String], is_spoilt: bool) -> Self {
        Cutter { syllables, is_spoilt, before: Vec::new(), unknown: None, cuts: Vec::new(), steps: 0 }
    }

    fn cuts(mut self, text: &'a str) -> Vec<(Cut<'a>, Option<usize>)> {
        self.cut(text);
        self.cuts
    }

    fn cut(&mut self, text: &'a str) {
        self.steps += 1;
        let most = if self.is_spoilt { MAX_SPOILT_CUTS } else { MAX_CUTS };
        if self.cuts.len() == most || self.steps > MAX_STEPS {
            return;
        }
        if !self.before.is_empty() {
            if self.begins_one(text) && self.is_spoilt == self.unknown.is_some() {
                self.cuts.push((self.before.iter().copied().chain([text]).collect(), self.unknown));
            } else if self.may_be_unknown(text) {
                let place = self.before.len();
                self.cuts.push((self.before.iter().copied().chain([text]).collect(), Some(place)));
            }
        }
        for end in (1..text.len()).rev() {
            let (part, rest) = text.split_at(end);
            let is_known = self.is_known(part);
            if is_known || self.may_be_unknown(part) {
                let unknown = self.unknown;
                if !is_known {
                    self.unknown = Some(self.before.len());
                }
                self.before.push(part);
                self.cut(rest);
                self.before.pop();
                self.unknown = unknown;
            }
        }
    }

    fn is_known(&self, part: &str) -> bool {
        self.syllables.binary_search_by(|known| known.as_str().cmp(part)).is_ok()
    }

    fn begins_one(&self, part: &str) -> bool {
        let place = self.syllables.partition_point(|known| known.as_str() < part);
        self.syllables.get(place).is_some_and(|known| known.starts_with(part))
    }

    fn may_be_unknown(&self, part: &str) -> bool {
        self.is_spoilt
            && self.unknown.is_none()
            && part.len() <= MAX_NEAR_LETTERS
            && near(part, self.syllables).next().is_some()
    }
}
