//! The names of an object's members while it is read: of several members of one name the last counts, as JSON readers
//! have it.

use super::Node;
use super::tape::Piece;

/// With more members than this, repeated names are found by sorting.
const FEW_MEMBERS: usize = 64;

/// How many marks there are; a power of two.
const MARKS: usize = 512;

/// The names so far.
pub(super) struct Names {
    /// Marks of the names: two names with the same mark may be the same.
    marks: [u64; MARKS / 64],
    members: usize,
    /// Place of the object.
    object: usize,
}

impl Names {
    /// Those of an object at a place, none yet.
    pub fn of(object: usize) -> Self {
        Names { marks: [0; MARKS / 64], members: 0, object }
    }

    /// Notes the name that was read last, and sets aside the member before that has the same.
    pub fn add(&mut self, pieces: &mut [Piece<'_>]) {
        let Some((name, before)) = pieces.split_last_mut() else {
            return;
        };
        let text = name.text().unwrap_or_default();
        let mark = mark(text.as_bytes());
        let (row, bit) = (mark / 64, 1 << (mark % 64));
        let may_repeat = self.marks[row] & bit != 0;
        self.marks[row] |= bit;
        self.members += 1;
        if may_repeat && self.members <= FEW_MEMBERS {
            let same = places(before, self.object).find(|place| before[*place].text() == Some(text));
            if let Some(place) = same {
                before[place] = Piece::Superseded;
            }
        }
    }

    /// Sets aside what [`Names::add`] left, when all members are read.
    pub fn end(self, pieces: &mut [Piece<'_>]) {
        if self.members <= FEW_MEMBERS {
            return;
        }
        let mut order: Vec<usize> = places(pieces, self.object).collect();
        // The sort is stable: of one name, the last one of the document stands last.
        order.sort_by_key(|place| pieces[*place].text());
        let is_same = |pair: &&[usize]| pieces[pair[0]].text() == pieces[pair[1]].text();
        let superseded: Vec<usize> = order.windows(2).filter(is_same).map(|pair| pair[0]).collect();
        for place in superseded {
            pieces[place] = Piece::Superseded;
        }
    }
}

/// Where the names of an object stand whose members end the row.
fn places(pieces: &[Piece<'_>], object: usize) -> impl Iterator<Item = usize> {
    let mut next = object + 1;
    std::iter::from_fn(move || {
        let value = pieces.get(next + 1..).filter(|value| !value.is_empty())?;
        let place = next;
        next += 1 + Node { pieces: value }.length();
        Some(place)
    })
}

/// One mark of all for a name.
fn mark(name: &[u8]) -> usize {
    let ends = match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(27),
        _ => name.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
    };
    // The best bits of a product are its highest ones.
    let product = (ends ^ name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (product >> 55) as usize
}
