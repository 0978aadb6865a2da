//! An imported table beside the guideline that exists: what stays, what is new, what changed, what is gone. Ids and
//! what authors decided about fields are kept.

use serde::Serialize;

use crate::Lexicon;
use crate::diff::{Diff, DiffError, Outcome, diff};
use crate::guideline::{ElementSource, Guideline, Row};

/// A guideline brought to the state of an imported table.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reconciled {
    /// The imported rows in their order, with the ids and overrides of the rows that they go on with.
    pub guideline: Guideline,
    /// What became of each item.
    pub diff: Diff,
    /// The same, counted.
    pub counts: ReconciledCounts,
}

/// Items by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct ReconciledCounts {
    /// As they were.
    pub kept: usize,
    /// Another name, place or demand.
    pub changed: usize,
    /// Not in the existing guideline.
    pub new: usize,
    /// Not in the imported table.
    pub gone: usize,
}

/// Brings a guideline to the state of an imported draft.
///
/// # Errors
/// One of the two cannot be compiled.
pub fn reconcile(
    existing: &Guideline,
    imported: &Guideline,
    lexicon: &Lexicon,
) -> Result<Reconciled, DiffError> {
    let diff = diff(existing, imported, lexicon)?;
    let mut guideline = Guideline {
        edition: imported.edition.clone(),
        title: imported.title.clone(),
        items: imported.items.clone(),
        ..existing.clone()
    };
    let mut counts = ReconciledCounts::default();
    for item in &diff.items {
        if item.outcomes.contains(&Outcome::Removed) {
            counts.gone += item.old.len();
        } else if item.outcomes.contains(&Outcome::Added) {
            counts.new += item.new.len();
        } else if item.is_unchanged() {
            counts.kept += item.new.len();
        } else {
            counts.changed += item.new.len();
        }
        let ([old], [new]) = (item.old.as_slice(), item.new.as_slice()) else { continue };
        let (Some(before), Some(row)) =
            (existing.items.get(old.row - 1), guideline.items.get_mut(new.row - 1))
        else {
            continue;
        };
        carry_over(before, &old.id, row);
    }
    Ok(Reconciled { guideline, diff, counts })
}

/// What a row keeps of the one that it goes on with.
fn carry_over(before: &Row, id: &str, row: &mut Row) {
    row.id = Some(id.to_owned());
    row.kind = before.kind;
    for element in &mut row.elements {
        let known = before.elements.iter().find(|known| known.name() == element.name());
        if let Some(ElementSource::Full(full)) = known {
            *element = ElementSource::Full(full.clone());
        }
    }
    row.provenance.evidence.clone_from(&before.provenance.evidence);
    row.provenance.sightings = before.provenance.sightings + 1;
}
