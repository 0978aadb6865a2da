//! Which elements came, went, were renamed or became another kind of field.

use super::matching::{plain, rounded};
use super::report::{Aspect, Change, Direction, ElementChange, ElementOutcome, ElementPlace};
use crate::field::Field;
use crate::pack::Item;

/// How alike two names have to be to be taken for the same element, from 0 to 1.
const ALIKE: f64 = 0.8;

/// The same for names of which one contains the other: a word was added, none replaced.
const ALIKE_WITHIN: f64 = 0.6;

/// An element that has not found its like yet.
struct Open<'a> {
    item: &'a Item,
    number: usize,
    field: &'a Field,
}

/// The elements that differ between the items of both sides.
pub(super) fn element_changes(old: &[&Item], new: &[&Item]) -> Vec<ElementChange> {
    let (mut old, mut new) = (open(old), open(new));
    let mut changes = Vec::new();
    for is_same in [
        (|one: &Field, other: &Field| plain(&one.name) == plain(&other.name)) as fn(&Field, &Field) -> bool,
        |one, other| one.key == other.key,
    ] {
        let mut left = Vec::new();
        for older in old {
            match new.iter().position(|newer| is_same(older.field, newer.field)) {
                Some(at) => changes.extend(pair(&older, &new.remove(at), None)),
                None => left.push(older),
            }
        }
        old = left;
    }
    for (older, newer, score) in alike(&old, &new) {
        changes.extend(pair(&old[older], &new[newer], Some(score)));
        old[older].number = 0;
        new[newer].number = 0;
    }
    // Those that found their like have no number any more.
    changes.extend(old.iter().filter(|older| older.number > 0).map(|older| ElementChange {
        outcome: ElementOutcome::Removed,
        direction: if older.field.required { Direction::Looser } else { Direction::Other },
        old: Some(older.place()),
        new: None,
        assumed: false,
        score: None,
    }));
    changes.extend(new.iter().filter(|newer| newer.number > 0).map(|newer| ElementChange {
        outcome: ElementOutcome::Added,
        direction: if newer.field.required { Direction::Stricter } else { Direction::Other },
        old: None,
        new: Some(newer.place()),
        assumed: false,
        score: None,
    }));
    changes
}

/// How many elements are required, where the number differs.
pub(super) fn required_elements(old: &[&Item], new: &[&Item]) -> Option<Change> {
    let count =
        |items: &[&Item]| items.iter().flat_map(|item| &item.fields).filter(|field| field.required).count();
    let (before, after) = (count(old), count(new));
    (before != after).then(|| Change {
        direction: if after > before { Direction::Stricter } else { Direction::Looser },
        ..Change::of(Aspect::RequiredElements, &before.to_string(), &after.to_string())
    })
}

fn open<'a>(items: &[&'a Item]) -> Vec<Open<'a>> {
    items
        .iter()
        .flat_map(|item| {
            item.fields.iter().enumerate().map(|(index, field)| Open { item, number: index + 1, field })
        })
        .collect()
}

impl Open<'_> {
    fn place(&self) -> ElementPlace {
        ElementPlace {
            item: self.item.id.clone(),
            number: self.number,
            key: self.field.key.clone(),
            name: self.field.name.clone(),
            kind: (&self.field.kind).into(),
            required: self.field.required,
        }
    }
}

/// Two elements that are one, where anything of them differs.
fn pair(old: &Open<'_>, new: &Open<'_>, score: Option<f64>) -> Option<ElementChange> {
    let is_renamed = old.field.name != new.field.name;
    let direction = match (old.field.required, new.field.required) {
        (false, true) => Direction::Stricter,
        (true, false) => Direction::Looser,
        _ => Direction::Other,
    };
    let differs = old.field.kind != new.field.kind || old.field.key != new.field.key;
    (is_renamed || differs || direction != Direction::Other).then(|| ElementChange {
        outcome: if is_renamed { ElementOutcome::Renamed } else { ElementOutcome::Changed },
        direction,
        old: Some(old.place()),
        new: Some(new.place()),
        assumed: score.is_some(),
        score,
    })
}

/// The pairs whose names are most alike, each element in one at most.
fn alike(old: &[Open<'_>], new: &[Open<'_>]) -> Vec<(usize, usize, f64)> {
    let mut candidates = Vec::new();
    for (older, one) in old.iter().enumerate() {
        for (newer, other) in new.iter().enumerate() {
            let (one, other) = (plain(&one.field.name), plain(&other.field.name));
            let score = strsim::normalized_levenshtein(&one, &other);
            let is_within = one.contains(&other) || other.contains(&one);
            if score >= if is_within { ALIKE_WITHIN } else { ALIKE } {
                let names = if one <= other { [one, other] } else { [other, one] };
                candidates.push((score, names, older, newer));
            }
        }
    }
    candidates.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (score, _, older, newer) in candidates {
        if !pairs.iter().any(|pair| pair.0 == older || pair.1 == newer) {
            pairs.push((older, newer, rounded(score)));
        }
    }
    pairs
}
