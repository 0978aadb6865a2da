//! The order of a comparison's lists, and the same comparison seen from the other side.

use super::report::{
    Change, Diff, Direction, ElementChange, ElementOutcome, HeadChange, ItemChange, Outcome,
};

impl Diff {
    /// The comparison of the newer guideline with the older one.
    #[must_use]
    pub fn mirrored(&self) -> Diff {
        let mut mirrored = Diff {
            format: self.format.clone(),
            old: self.new.clone(),
            new: self.old.clone(),
            head: self
                .head
                .iter()
                .map(|change| HeadChange {
                    property: change.property.clone(),
                    before: change.after.clone(),
                    after: change.before.clone(),
                })
                .collect(),
            items: self.items.iter().map(item).collect(),
        };
        mirrored.sort();
        mirrored
    }

    /// Puts items, elements and changes in order.
    pub(super) fn sort(&mut self) {
        for item in &mut self.items {
            item.elements.sort_by(|one, other| element_order(one).cmp(&element_order(other)));
            item.changes.sort_by(|one, other| change_order(one).cmp(&change_order(other)));
        }
        self.items.sort_by_key(|item| {
            let row = |places: &[super::ItemPlace]| places.first().map(|place| place.row);
            (row(&item.new).or(row(&item.old)), item.new.is_empty())
        });
    }
}

/// In the order of the newer table; what was removed stands where it stood.
fn element_order(element: &ElementChange) -> (Option<usize>, bool, Option<&str>) {
    let place = element.new.as_ref().or(element.old.as_ref());
    (place.map(|place| place.number), element.new.is_none(), place.map(|place| place.item.as_str()))
}

/// The same from both sides.
fn change_order(change: &Change) -> impl Ord {
    let mut texts = [change.before.clone(), change.after.clone()];
    texts.sort();
    (change.aspect, change.item.clone(), texts)
}

fn item(item: &ItemChange) -> ItemChange {
    ItemChange {
        outcomes: item.outcomes.iter().map(|outcome| opposite(*outcome)).collect(),
        old: item.new.clone(),
        new: item.old.clone(),
        matched_by: item.matched_by,
        assumed: item.assumed,
        score: item.score,
        elements: item
            .elements
            .iter()
            .map(|element| ElementChange {
                outcome: match element.outcome {
                    ElementOutcome::Added => ElementOutcome::Removed,
                    ElementOutcome::Removed => ElementOutcome::Added,
                    other => other,
                },
                direction: turned(element.direction),
                old: element.new.clone(),
                new: element.old.clone(),
                assumed: element.assumed,
                score: element.score,
            })
            .collect(),
        changes: item
            .changes
            .iter()
            .map(|change| Change {
                aspect: change.aspect,
                direction: turned(change.direction),
                item: change.item.clone(),
                before: change.after.clone(),
                after: change.before.clone(),
            })
            .collect(),
    }
}

fn opposite(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Split => Outcome::Merged,
        Outcome::Merged => Outcome::Split,
        Outcome::Added => Outcome::Removed,
        Outcome::Removed => Outcome::Added,
        Outcome::Kept | Outcome::Renamed | Outcome::Moved => outcome,
    }
}

fn turned(direction: Direction) -> Direction {
    match direction {
        Direction::Stricter => Direction::Looser,
        Direction::Looser => Direction::Stricter,
        Direction::Other => Direction::Other,
    }
}
