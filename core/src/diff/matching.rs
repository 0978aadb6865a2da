//! Which item of one guideline is which of the other: by id, by name, by likeness.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::report::MatchedBy;
use crate::date::narrow;
use crate::lexicon::Lexicon;
use crate::pack::{Item, Pack};

/// How alike two items have to be to be taken for the same, from 0 to 1.
const ALIKE: f64 = 0.6;

/// How much the names count.
const NAME_WEIGHT: f64 = 0.4;

/// How much the elements count, where no other item has them too.
const ELEMENTS_WEIGHT: f64 = 0.6;

/// Two items that are one.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// Index of the older one.
    pub old: usize,
    /// Index of the newer one.
    pub new: usize,
    /// How it was found.
    pub by: MatchedBy,
    /// How alike they are, where that decided.
    pub score: Option<f64>,
}

/// The names of an item's elements, without that of rows which list none.
pub(super) fn element_names(item: &Item, lexicon: &Lexicon) -> HashSet<String> {
    let unlisted = lexicon.unlisted.as_ref().map(|element| element.name.as_str());
    item.fields
        .iter()
        .filter(|field| Some(&*field.name) != unlisted)
        .map(|field| plain(&field.name))
        .collect()
}

/// A name without blanks and differences in the width of its signs.
pub(super) fn plain(name: &str) -> String {
    name.chars().map(narrow).filter(|char| !char.is_whitespace()).collect()
}

/// To two digits.
pub(super) fn rounded(score: f64) -> f64 {
    (score * 100.0).round() / 100.0
}

/// The items that are one, each in one pair at most.
pub(super) fn pairs(old: &Pack, new: &Pack, lexicon: &Lexicon) -> Vec<Pair> {
    let mut found = Found { old, new, pairs: Vec::new() };
    found.by(MatchedBy::Id, |item| item.id.clone());
    found.by(MatchedBy::Name, |item| (plain(&item.category), plain(&item.name)));
    found.by(MatchedBy::Name, |item| plain(&item.name));
    found.by_likeness(lexicon);
    found.pairs
}

struct Found<'a> {
    old: &'a Pack,
    new: &'a Pack,
    pairs: Vec<Pair>,
}

impl Found<'_> {
    /// Indices of the items that are in no pair.
    fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let old: HashSet<usize> = self.pairs.iter().map(|pair| pair.old).collect();
        let new: HashSet<usize> = self.pairs.iter().map(|pair| pair.new).collect();
        let left = |pack: &Pack, taken: &HashSet<usize>| {
            (0..pack.items.len()).filter(|index| !taken.contains(index)).collect()
        };
        (left(self.old, &old), left(self.new, &new))
    }

    /// Pairs items that share a key which no other item of their side has.
    fn by<Key: Eq + Hash>(&mut self, by: MatchedBy, key: impl Fn(&Item) -> Key) {
        let unique = |pack: &Pack, left: Vec<usize>| {
            let mut keys: HashMap<Key, Vec<usize>> = HashMap::new();
            for index in left {
                keys.entry(key(&pack.items[index])).or_default().push(index);
            }
            keys
        };
        let (old, new) = self.left();
        let (old, new) = (unique(self.old, old), unique(self.new, new));
        for (key, older) in old {
            if let ([older], Some([newer])) = (older.as_slice(), new.get(&key).map(Vec::as_slice)) {
                self.pairs.push(Pair { old: *older, new: *newer, by, score: None });
            }
        }
        self.pairs.sort_by_key(|pair| pair.old);
    }

    /// Pairs the items that are most alike, as long as they are alike enough.
    fn by_likeness(&mut self, lexicon: &Lexicon) {
        let names = |pack: &Pack| -> Vec<HashSet<String>> {
            pack.items.iter().map(|item| element_names(item, lexicon)).collect()
        };
        let (old_names, new_names) = (names(self.old), names(self.new));
        let spread = Spread::of(&[&old_names, &new_names]);
        let (old, new) = self.left();
        let mut candidates = Vec::new();
        for older in old {
            for newer in &new {
                let (one, other) = (&self.old.items[older], &self.new.items[*newer]);
                let score = likeness(one, other, &old_names[older], &new_names[*newer], &spread);
                if score >= ALIKE {
                    let mut ids = [one.id.as_str(), other.id.as_str()];
                    ids.sort_unstable();
                    candidates.push((score, ids, older, *newer));
                }
            }
        }
        candidates.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        let (mut taken_old, mut taken_new) = (HashSet::new(), HashSet::new());
        for (score, _, older, newer) in candidates {
            if taken_old.contains(&older) || taken_new.contains(&newer) {
                continue;
            }
            taken_old.insert(older);
            taken_new.insert(newer);
            let score = Some(rounded(score));
            self.pairs.push(Pair { old: older, new: newer, by: MatchedBy::Similarity, score });
        }
        self.pairs.sort_by_key(|pair| pair.old);
    }
}

/// In how many items of one side an element stands.
struct Spread(HashMap<String, usize>);

impl Spread {
    fn of(sides: &[&[HashSet<String>]]) -> Self {
        let mut spread: HashMap<String, usize> = HashMap::new();
        for side in sides {
            let mut own: HashMap<&String, usize> = HashMap::new();
            for name in side.iter().flatten() {
                *own.entry(name).or_default() += 1;
            }
            for (name, count) in own {
                let most = spread.entry(name.clone()).or_default();
                *most = (*most).max(count);
            }
        }
        Spread(spread)
    }

    /// How much these elements say about an item: 1 where no other has them, near 0 where all have.
    fn distinction<'n>(&self, names: impl Iterator<Item = &'n String>) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        let mut names: Vec<&String> = names.collect();
        // Sums of fractions depend on their order, and that of a set differs from run to run.
        names.sort_unstable();
        for name in names {
            sum += 1.0 / f64::from(u32::try_from(self.0.get(name).copied().unwrap_or(1)).unwrap_or(u32::MAX));
            count += 1.0;
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }
}

fn likeness(
    old: &Item,
    new: &Item,
    old_names: &HashSet<String>,
    new_names: &HashSet<String>,
    spread: &Spread,
) -> f64 {
    let name = strsim::normalized_levenshtein(&plain(&old.name), &plain(&new.name));
    let all = old_names.len() + new_names.len();
    if all == 0 {
        return name;
    }
    let share = 2.0 * old_names.intersection(new_names).count() as f64 / all as f64;
    let weight = ELEMENTS_WEIGHT * spread.distinction(old_names.union(new_names));
    (NAME_WEIGHT * name + weight * share) / (NAME_WEIGHT + weight)
}
