//! Items whose elements went to several others, or came from several.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::matching::{Pair, element_names, rounded};
use super::report::Outcome;
use crate::lexicon::Lexicon;
use crate::pack::Pack;

/// One item on one side and several on the other.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Split or merged.
    pub outcome: Outcome,
    /// Indices of the older items.
    pub old: Vec<usize>,
    /// Indices of the newer items.
    pub new: Vec<usize>,
    /// Which part of the one item's elements is found on the other side.
    pub score: f64,
    /// How many elements went to items that are in no pair.
    carried: usize,
    /// Tells groups apart that are equal otherwise, the same from both sides.
    ids: Vec<String>,
}

/// One side of the comparison, as the search for groups sees it.
struct Side {
    ids: Vec<String>,
    names: Vec<HashSet<String>>,
    /// The other side's item that it is a pair with.
    partner: HashMap<usize, usize>,
}

/// The groups, each item in one at most; those that explain most come first.
pub(super) fn groups(old: &Pack, new: &Pack, lexicon: &Lexicon, pairs: &[Pair]) -> Vec<Group> {
    let side = |pack: &Pack, partner: HashMap<usize, usize>| Side {
        ids: pack.items.iter().map(|item| item.id.clone()).collect(),
        names: pack.items.iter().map(|item| element_names(item, lexicon)).collect(),
        partner,
    };
    let old = side(old, pairs.iter().map(|pair| (pair.old, pair.new)).collect());
    let new = side(new, pairs.iter().map(|pair| (pair.new, pair.old)).collect());
    let carried = carried(&old, &new);
    let turned: BTreeMap<(usize, usize), usize> =
        carried.iter().map(|((from, to), count)| ((*to, *from), *count)).collect();

    let mut candidates: Vec<Group> = spread(&old, &new, &carried)
        .map(|(one, many, score, carried)| group(Outcome::Split, vec![one], many, score, carried, &old, &new))
        .collect();
    candidates.extend(spread(&new, &old, &turned).map(|(one, many, score, carried)| {
        group(Outcome::Merged, many, vec![one], score, carried, &old, &new)
    }));
    candidates.sort_by(|one, other| {
        other
            .carried
            .cmp(&one.carried)
            .then(other.score.total_cmp(&one.score))
            .then_with(|| one.ids.cmp(&other.ids))
    });
    let (mut taken_old, mut taken_new) = (HashSet::new(), HashSet::new());
    candidates.retain(|group| {
        let is_free = group.old.iter().all(|row| !taken_old.contains(row))
            && group.new.iter().all(|row| !taken_new.contains(row));
        if is_free {
            taken_old.extend(group.old.iter().copied());
            taken_new.extend(group.new.iter().copied());
        }
        is_free
    });
    candidates
}

fn group(
    outcome: Outcome,
    old_rows: Vec<usize>,
    new_rows: Vec<usize>,
    score: f64,
    carried: usize,
    old: &Side,
    new: &Side,
) -> Group {
    let mut ids: Vec<String> = old_rows.iter().map(|row| old.ids[*row].clone()).collect();
    ids.extend(new_rows.iter().map(|row| new.ids[*row].clone()));
    ids.sort();
    Group { outcome, old: old_rows, new: new_rows, score: rounded(score), carried, ids }
}

/// How many elements went from which item to which; those that several items lost or gained say nothing.
fn carried(old: &Side, new: &Side) -> BTreeMap<(usize, usize), usize> {
    let (lost, gained) = (old.unmatched(new), new.unmatched(old));
    let mut carried = BTreeMap::new();
    for (name, from) in &lost {
        if let ([from], Some([to])) = (from.as_slice(), gained.get(name).map(Vec::as_slice)) {
            *carried.entry((*from, *to)).or_insert(0) += 1;
        }
    }
    carried
}

impl Side {
    /// The elements that an item's partner does not have, with the items that have them.
    fn unmatched(&self, other: &Side) -> BTreeMap<&str, Vec<usize>> {
        let mut unmatched: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, names) in self.names.iter().enumerate() {
            let partner = self.partner.get(&index).map(|partner| &other.names[*partner]);
            for name in names.iter().filter(|name| !partner.is_some_and(|partner| partner.contains(*name))) {
                unmatched.entry(name).or_default().push(index);
            }
        }
        unmatched
    }
}

/// Each item of one side whose elements are found in several of the other: it, they, the part found, how many went.
fn spread(
    side: &Side,
    other: &Side,
    carried: &BTreeMap<(usize, usize), usize>,
) -> impl Iterator<Item = (usize, Vec<usize>, f64, usize)> {
    (0..side.ids.len()).filter_map(|one| {
        // A piece is in no pair, and at least half of what it asks for comes from the one item.
        let pieces: Vec<(usize, usize)> = carried
            .range((one, 0)..=(one, usize::MAX))
            .map(|((_, to), count)| (*to, *count))
            .filter(|(to, count)| !other.partner.contains_key(to) && count * 2 >= other.names[*to].len())
            .collect();
        let went: usize = pieces.iter().map(|(_, count)| count).sum();
        let mut many: Vec<usize> = pieces.iter().map(|(to, _)| *to).collect();
        let mut found = went;
        if let Some(partner) = side.partner.get(&one) {
            found += side.names[one].intersection(&other.names[*partner]).count();
            many.push(*partner);
        }
        many.sort_unstable();
        let all = side.names[one].len();
        let is_spread = many.len() >= 2 && went > 0 && found * 2 >= all;
        is_spread.then(|| (one, many, found as f64 / all as f64, went))
    })
}
