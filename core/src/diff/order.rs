//! Which items changed places: all but the longest run that stands in the same order on both sides.

use std::collections::HashSet;

use super::matching::Pair;
use crate::pack::Pack;

/// Length of a run, then a sum that tells runs of one length apart, the same from both sides.
type Weight = (usize, u128);

/// The older rows of the pairs that changed places.
pub(super) fn moved(old: &Pack, new: &Pack, pairs: &[Pair]) -> HashSet<usize> {
    let mut pairs: Vec<&Pair> = pairs.iter().collect();
    pairs.sort_by_key(|pair| pair.old);
    // For each pair the best run that ends with it, and the pair before it in that run.
    let mut best: Vec<(Weight, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let before = (0..index)
            .filter(|earlier| pairs[*earlier].new < pair.new)
            .max_by_key(|earlier| best[*earlier].0);
        let (length, sum) = before.map_or((0, 0), |earlier| best[earlier].0);
        let own = mark(&old.items[pair.old].id, &new.items[pair.new].id);
        best.push(((length + 1, sum + u128::from(own)), before));
    }
    let mut moved: HashSet<usize> = pairs.iter().map(|pair| pair.old).collect();
    let mut at = (0..best.len()).max_by_key(|index| best[*index].0);
    while let Some(index) = at {
        moved.remove(&pairs[index].old);
        at = best[index].1;
    }
    moved
}

/// A number for a pair of ids, whichever stands first.
fn mark(one: &str, other: &str) -> u64 {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    let bytes = first.bytes().chain(*b"/").chain(second.bytes());
    // FNV-1a: small, and equal on every machine.
    bytes.fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
