//! Which cells are chosen, counted over what is shown.

/// A cell: its row and its column among those shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub row: usize,
    pub column: usize,
}

/// A rectangle of cells, all bounds included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

impl Range {
    /// The smallest that holds both.
    pub fn between(one: Place, other: Place) -> Self {
        let ordered = |a: usize, b: usize| (a.min(b), a.max(b));
        Range { rows: ordered(one.row, other.row), columns: ordered(one.column, other.column) }
    }

    pub fn height(&self) -> usize {
        self.rows.1 - self.rows.0 + 1
    }

    pub fn width(&self) -> usize {
        self.columns.1 - self.columns.0 + 1
    }

    pub fn is_one_cell(&self) -> bool {
        self.height() == 1 && self.width() == 1
    }

    pub fn has_row(&self, row: usize) -> bool {
        (self.rows.0..=self.rows.1).contains(&row)
    }
}

/// A place moved by so much within bounds.
pub(super) fn moved(place: usize, by: isize, count: usize) -> usize {
    place.saturating_add_signed(by).min(count.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_have_their_corners_in_order() {
        let range = Range::between(Place { row: 4, column: 1 }, Place { row: 2, column: 3 });
        assert_eq!((range.rows, range.columns), ((2, 4), (1, 3)));
        assert_eq!((range.height(), range.width()), (3, 3));
        assert!(range.has_row(2) && !range.has_row(5) && !range.is_one_cell());
        assert_eq!((moved(0, -1, 5), moved(3, 9, 5), moved(0, 1, 0)), (0, 4, 0));
    }
}
