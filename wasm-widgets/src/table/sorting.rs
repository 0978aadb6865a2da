//! The order in which rows are shown, and which of them: the entries themselves stay in theirs.

use std::cmp::Ordering;

use super::compare::SortKey;
use super::grid::Grid;
use crate::boundary::Collator;

/// Rows shown by a column, and whether the largest come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sort {
    pub column: usize,
    pub is_down: bool,
}

/// The rows to show.
pub(super) fn shown(grid: &Grid, sort: Option<Sort>, only_wrong: bool) -> Vec<u32> {
    let mut rows: Vec<u32> = grid.rows.clone();
    if only_wrong {
        rows.retain(|row| grid.row(*row).has_problem());
    }
    let Some(Sort { column, is_down }) = sort else { return rows };
    let kind = &grid.columns[column].kind;
    let collator = Collator::of(grid.lang);
    let mut keyed: Vec<(SortKey, u32)> =
        rows.into_iter().map(|row| (SortKey::of(kind, grid.text(row, column)), row)).collect();
    // Stable: rows that are equal keep their order.
    keyed.sort_by(|(one, _), (other, _)| {
        let order = match (one, other) {
            (SortKey::Blank, SortKey::Blank) => return Ordering::Equal,
            (SortKey::Blank, _) => return Ordering::Greater,
            (_, SortKey::Blank) => return Ordering::Less,
            (SortKey::Number(one), SortKey::Number(other)) => one.total_cmp(other),
            (SortKey::Number(_), SortKey::Text(_)) => Ordering::Less,
            (SortKey::Text(_), SortKey::Number(_)) => Ordering::Greater,
            (SortKey::Text(one), SortKey::Text(other)) => collator.compare(one, other),
        };
        if is_down { order.reverse() } else { order }
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}
