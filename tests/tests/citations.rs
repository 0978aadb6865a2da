//! Citations: every legal basis of the shipped guidelines is read, but for those that name no instrument.

use std::collections::{BTreeMap, BTreeSet};

use gongkai_core::citation::Citation;
use gongkai_tests::judges::items;

/// As printed, and naming no single instrument: "the local policies and documents in question" and the like.
const VAGUE: &[&str] = &["各地相关政策法规文件", "各省“七五”普法规划", "建设用地审查报批有关规定"];

fn bases() -> BTreeMap<&'static str, usize> {
    let mut bases = BTreeMap::new();
    for basis in items().flat_map(|item| &item.item.basis) {
        *bases.entry(basis.as_str()).or_insert(0) += 1;
    }
    bases
}

#[test]
fn only_vague_bases_are_not_read() {
    let bases = bases();
    assert!(bases.len() > 150, "{}", bases.len());
    let unread: BTreeSet<&str> =
        bases.keys().copied().filter(|basis| !Citation::parse(basis).is_readable()).collect();
    println!(
        "{} of {} distinct bases read, {} of {} mentions",
        bases.len() - unread.len(),
        bases.len(),
        bases.iter().filter(|(basis, _)| !unread.contains(**basis)).map(|(_, count)| count).sum::<usize>(),
        bases.values().sum::<usize>(),
    );
    assert_eq!(unread, VAGUE.iter().copied().collect());
}

#[test]
fn what_is_read_stands_in_the_text() {
    for basis in bases().into_keys() {
        let citation = Citation::parse(basis);
        assert_eq!(citation.text, basis);
        for part in citation.title.iter().chain(&citation.number) {
            assert!(basis.contains(part.as_str()), "{basis}: {part}");
        }
        // What stands in title brackets is the whole title, with the brackets inside it.
        if let Some(rest) = basis.strip_prefix('《') {
            let title = citation.title.as_deref().unwrap_or_default();
            assert!(rest.starts_with(&format!("{title}》")), "{basis}: {title}");
        }
        assert_eq!(
            citation.number.is_some(),
            basis.contains('号') && basis.contains(['〔', '第']),
            "{basis}"
        );
    }
}
