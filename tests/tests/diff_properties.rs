//! Comparing guidelines: what holds for every pair, tried on the shipped guidelines and on edited copies of them.

use std::collections::BTreeSet;

use fastrand::Rng;
use gongkai_core::Guideline;
use gongkai_core::diff::{ItemChange, MatchedBy, Outcome, diff};
use gongkai_core::guideline::{ElementSource, Method};

#[test]
fn a_shipped_guideline_equals_itself() {
    for guideline in gongkai::guidelines() {
        let diff = diff(guideline, guideline, gongkai::lexicon()).expect("it compiles");
        assert!(diff.is_equal(), "{}", guideline.slug);
        assert_eq!(diff.count(Outcome::Kept), guideline.items.len());
    }
}

#[test]
fn every_row_of_both_sides_is_accounted_for_once_and_the_other_side_is_the_mirror() {
    let mut rng = Rng::with_seed(26);
    let mut seen = BTreeSet::new();
    let guidelines = gongkai::guidelines();
    for (index, guideline) in guidelines.iter().enumerate() {
        for _ in 0..5 {
            let mut edited = guideline.clone();
            for _ in 0..rng.usize(1..8) {
                edit(&mut edited, &mut rng);
            }
            check_pair(guideline, &edited, &mut seen);
        }
        check_pair(guideline, &guidelines[(index + 1) % guidelines.len()], &mut seen);
    }
    let all = [
        Outcome::Kept,
        Outcome::Renamed,
        Outcome::Moved,
        Outcome::Split,
        Outcome::Merged,
        Outcome::Added,
        Outcome::Removed,
    ];
    assert_eq!(seen, all.into_iter().collect(), "the edits are too tame");
}

fn check_pair(old: &Guideline, new: &Guideline, seen: &mut BTreeSet<Outcome>) {
    let lexicon = gongkai::lexicon();
    let there = diff(old, new, lexicon).expect("both compile");
    assert_eq!(there.mirrored(), diff(new, old, lexicon).expect("both compile"), "{}", old.slug);
    assert_eq!(there.mirrored().mirrored(), there);
    for (guideline, is_old) in [(old, true), (new, false)] {
        let places = |item: &ItemChange| if is_old { item.old.clone() } else { item.new.clone() };
        let mut rows: Vec<usize> = there.items.iter().flat_map(places).map(|place| place.row).collect();
        rows.sort_unstable();
        assert_eq!(rows, (1..=guideline.items.len()).collect::<Vec<_>>(), "{}", old.slug);
    }
    for item in &there.items {
        assert_eq!(item.assumed, item.matched_by == Some(MatchedBy::Similarity));
        assert_eq!(item.assumed, item.score.is_some());
        seen.extend(item.outcomes.iter().copied());
    }
}

/// Changes one thing.
fn edit(guideline: &mut Guideline, rng: &mut Rng) {
    let rows = &mut guideline.items;
    if rows.len() < 3 {
        return;
    }
    let at = rng.usize(..rows.len());
    match rng.u8(..11) {
        0 => {
            rows.remove(at);
        }
        1 => {
            let mut row = rows[at].clone();
            row.id = None;
            row.name = Some(format!("新增事项{}", rng.u16(..)));
            row.elements = vec![ElementSource::Name(format!("新增要素{}", rng.u16(..)))];
            rows.insert(rng.usize(..rows.len()), row);
        }
        2 => rows[at].name = Some(format!("{}情况", rows[at].name.clone().unwrap_or_default())),
        3 => rows[at].category.push_str("（新）"),
        4 => {
            let row = rows.remove(at);
            rows.insert(rng.usize(..=rows.len()), row);
        }
        5 => {
            let mut row = rows[at].clone();
            let half = row.elements.len() / 2;
            row.id = None;
            row.elements = rows[at].elements.split_off(half);
            row.name = Some(format!("分出事项{}", rng.u16(..)));
            rows.insert(at + 1, row);
        }
        6 => {
            let other = rng.usize(..rows.len());
            if other != at {
                let mut elements = rows[other].elements.clone();
                elements.retain(|element| !rows[at].elements.contains(element));
                rows[at].elements.extend(elements);
                rows.remove(other);
            }
        }
        7 => rows[at].time_limit = Some(format!("信息形成或者变更之日起{}个工作日内", rng.u8(1..30))),
        8 => rows[at].channels.truncate(1),
        9 => rows[at].methods = vec![Method::OnRequest],
        _ => {
            rows[at].elements.pop();
            rows[at].audience.group = Some("特定群体".to_owned());
        }
    }
}
