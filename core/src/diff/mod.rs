//! What became of a guideline from one edition to another: item by item, stricter or looser, with before and after.

mod changes;
mod elements;
mod groups;
mod matching;
mod mirror;
mod order;
mod report;

use std::collections::HashSet;

use crate::compile::{CompileErrors, compile};
use crate::guideline::Guideline;
use crate::lexicon::Lexicon;
use crate::pack::{Item, Pack};

use changes::{changes, head_changes};
use elements::{element_changes, required_elements};
use groups::{Group, groups};
use matching::{Pair, pairs};
pub use report::{
    Aspect, Change, Diff, Direction, Edition, ElementChange, ElementOutcome, ElementPlace, HeadChange,
    ItemChange, ItemPlace, MatchedBy, Outcome,
};

/// Which of the two guidelines cannot be compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a comparison has two sides")]
pub enum Side {
    /// The older one.
    Old,
    /// The newer one.
    New,
}

/// A guideline that cannot be compared because it cannot be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{errors}")]
pub struct DiffError {
    /// Which one.
    pub side: Side,
    /// Why not.
    pub errors: CompileErrors,
}

/// Says what became of each item.
///
/// Items are matched by id, then by name, then by likeness of names and elements; what was matched by likeness is marked as assumed.
///
/// # Errors
/// One of the guidelines cannot be compiled.
///
/// # Example
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use gongkai_core::diff::{Aspect, Direction, Outcome, diff};
/// use gongkai_core::{Guideline, Lexicon};
///
/// let source = r#"
///     format = "gongkai-guideline/1"
///     code = "90"
///     slug = "schools"
///     name = "学校"
///     title = "示例指引"
///     issuer = "示例机关"
///     edition = "1"
///     [[items]]
///     category = "概况"
///     name = "学校名录"
///     elements = ["学校名称"]
///     time_limit = "信息形成或者变更之日起20个工作日内"
///     publisher = "教育局"
///     audience = { everyone = true }
///     provenance = { mark = "recalled" }
/// "#;
/// let lexicon = Lexicon::from_toml(r#"
///     format = "gongkai-lexicon/1"
///     [[elements]]
///     id = "plain"
///     kind = "text"
/// "#)?;
/// let old = Guideline::from_toml(source)?;
/// assert!(diff(&old, &old, &lexicon)?.is_equal());
///
/// let new = Guideline::from_toml(&source.replace("20个工作日", "7个工作日"))?;
/// let diff = diff(&old, &new, &lexicon)?;
/// assert_eq!(diff.items[0].outcomes, [Outcome::Kept]);
/// assert_eq!(diff.items[0].changes[0].aspect, Aspect::TimeLimit);
/// assert_eq!(diff.items[0].changes[0].direction, Direction::Stricter);
/// # Ok(())
/// # }
/// ```
pub fn diff(old: &Guideline, new: &Guideline, lexicon: &Lexicon) -> Result<Diff, DiffError> {
    let compiled = |guideline: &Guideline, side: Side| {
        compile(guideline, lexicon).map_err(|errors| DiffError { side, errors })
    };
    let packs = Packs { old: &compiled(old, Side::Old)?, new: &compiled(new, Side::New)?, lexicon };
    let mut diff = Diff {
        format: report::FORMAT.to_owned(),
        old: Edition::of(packs.old),
        new: Edition::of(packs.new),
        head: head_changes(old, new),
        items: packs.items(),
    };
    diff.sort();
    Ok(diff)
}

/// Both packs.
struct Packs<'a> {
    old: &'a Pack,
    new: &'a Pack,
    lexicon: &'a Lexicon,
}

impl Packs<'_> {
    fn items(&self) -> Vec<ItemChange> {
        let pairs = pairs(self.old, self.new, self.lexicon);
        let groups = groups(self.old, self.new, self.lexicon, &pairs);
        let in_group_old: HashSet<usize> =
            groups.iter().flat_map(|group| group.old.iter().copied()).collect();
        let in_group_new: HashSet<usize> =
            groups.iter().flat_map(|group| group.new.iter().copied()).collect();
        let alone: Vec<Pair> =
            pairs.iter().filter(|pair| !in_group_old.contains(&pair.old)).cloned().collect();
        let moved = order::moved(self.old, self.new, &alone);

        let mut items: Vec<ItemChange> = groups.iter().map(|group| self.group(group)).collect();
        items.extend(alone.iter().map(|pair| self.pair(pair, moved.contains(&pair.old))));
        let paired_old: HashSet<usize> = pairs.iter().map(|pair| pair.old).collect();
        let paired_new: HashSet<usize> = pairs.iter().map(|pair| pair.new).collect();
        for row in 0..self.old.items.len() {
            if !paired_old.contains(&row) && !in_group_old.contains(&row) {
                items.push(self.change(vec![Outcome::Removed], &[row], &[]));
            }
        }
        for row in 0..self.new.items.len() {
            if !paired_new.contains(&row) && !in_group_new.contains(&row) {
                items.push(self.change(vec![Outcome::Added], &[], &[row]));
            }
        }
        items
    }

    fn pair(&self, pair: &Pair, is_moved: bool) -> ItemChange {
        let (old, new) = (&self.old.items[pair.old], &self.new.items[pair.new]);
        let mut item = self.change(Vec::new(), &[pair.old], &[pair.new]);
        item.matched_by = Some(pair.by);
        item.assumed = pair.by == MatchedBy::Similarity;
        item.score = pair.score;
        if old.name != new.name {
            item.outcomes.push(Outcome::Renamed);
            item.changes.push(Change::of(Aspect::Name, &old.name, &new.name));
        }
        if old.category != new.category {
            item.changes.push(Change::of(Aspect::Category, &old.category, &new.category));
        }
        if is_moved {
            let number = |row: usize| (row + 1).to_string();
            item.changes.push(Change::of(Aspect::Position, &number(pair.old), &number(pair.new)));
        }
        if old.category != new.category || is_moved {
            item.outcomes.push(Outcome::Moved);
        }
        if item.outcomes.is_empty() {
            item.outcomes.push(Outcome::Kept);
        }
        item.changes.extend(changes(old, new, self.lexicon));
        item.changes.extend(required_elements(&[old], &[new]));
        item
    }

    fn group(&self, group: &Group) -> ItemChange {
        let mut item = self.change(vec![group.outcome], &group.old, &group.new);
        item.matched_by = Some(MatchedBy::Similarity);
        item.assumed = true;
        item.score = Some(group.score);
        let is_split = group.outcome == Outcome::Split;
        for old in group.old.iter().map(|row| &self.old.items[*row]) {
            for new in group.new.iter().map(|row| &self.new.items[*row]) {
                let of = if is_split { &new.id } else { &old.id };
                let own = changes(old, new, self.lexicon);
                item.changes
                    .extend(own.into_iter().map(|change| Change { item: Some(of.clone()), ..change }));
            }
        }
        let (old, new) = (Self::at(self.old, &group.old), Self::at(self.new, &group.new));
        item.changes.extend(required_elements(&old, &new));
        item
    }

    /// Places and elements of an item or a group; what is only on one side has no elements to compare.
    fn change(&self, outcomes: Vec<Outcome>, old: &[usize], new: &[usize]) -> ItemChange {
        let elements = if old.is_empty() || new.is_empty() {
            Vec::new()
        } else {
            element_changes(&Self::at(self.old, old), &Self::at(self.new, new))
        };
        ItemChange {
            outcomes,
            old: old.iter().map(|row| ItemPlace::of(self.old, *row)).collect(),
            new: new.iter().map(|row| ItemPlace::of(self.new, *row)).collect(),
            matched_by: None,
            assumed: false,
            score: None,
            elements,
            changes: Vec::new(),
        }
    }

    fn at<'p>(pack: &'p Pack, rows: &[usize]) -> Vec<&'p Item> {
        rows.iter().map(|row| &pack.items[*row]).collect()
    }
}
