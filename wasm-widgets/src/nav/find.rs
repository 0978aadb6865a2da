//! What a filter leaves of the menu.

use gongkai_core::search::{Query, Rank};

use super::axis::{Group, Leaf, Section};

/// What a filter leaves.
pub(super) struct Found<'a> {
    /// The groups, the best first.
    pub groups: Vec<Group<'a>>,
    /// Number of different items in them.
    pub count: usize,
    /// Whether a slip had to be forgiven.
    pub is_near: bool,
}

/// What a query and a choice of items leave of the groups; a slip is forgiven when nothing else is found.
pub(super) fn find<'a>(
    groups: impl Fn() -> Vec<Group<'a>>,
    query: &Query,
    keep: impl Fn(&Leaf<'_>) -> bool,
) -> Found<'a> {
    let exact = filter(groups(), query, &keep);
    let is_near = exact.is_empty() && !query.is_empty();
    let groups = if is_near { filter(groups(), &query.clone().forgiving(), &keep) } else { exact };
    let mut keys: Vec<String> = groups.iter().flat_map(Group::leaves).map(Leaf::key).collect();
    keys.sort_unstable();
    keys.dedup();
    Found { is_near: is_near && !groups.is_empty(), count: keys.len(), groups }
}

fn filter<'a>(groups: Vec<Group<'a>>, query: &Query, keep: &impl Fn(&Leaf<'_>) -> bool) -> Vec<Group<'a>> {
    let mut found: Vec<(Rank, Group<'a>)> = groups
        .into_iter()
        .filter_map(|mut group| {
            // A group or a section that is meant is shown as a whole.
            let of_group = query.rank(group.name, group.pinyin);
            let mut best = of_group;
            let mut see = |rank: Option<Rank>| {
                best = best.into_iter().chain(rank).min();
                rank.is_some()
            };
            group.sections.retain_mut(|Section { name, leaves }| {
                let takes_all = of_group.is_some() || see(query.rank(name, ""));
                leaves.retain(|leaf| {
                    (takes_all || see(query.rank(&leaf.item.name, &leaf.item.pinyin))) && keep(leaf)
                });
                !leaves.is_empty()
            });
            Some((best?, group)).filter(|(_, group)| !group.sections.is_empty())
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, group)| group).collect()
}
