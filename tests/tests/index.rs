//! Searching titles in the files of an index finds what looking at every title finds.

use std::collections::{BTreeMap, BTreeSet};

use gongkai_core::index::{Block, IndexEntry, IndexFile, MANIFEST_FILE, Manifest, Plan, Shard, build};
use gongkai_core::search::{Query, Rank};
use gongkai_tests::index_corpus::entries;

/// The files of an index by path.
struct Files(BTreeMap<String, String>);

impl Files {
    fn new(entries: Vec<IndexEntry>) -> Self {
        let files = build(entries, gongkai::lexicon());
        Files(files.into_iter().map(|IndexFile { path, text }| (path, text)).collect())
    }

    fn manifest(&self) -> Manifest {
        Manifest::from_json(&self.0[MANIFEST_FILE]).unwrap_or_else(|error| panic!("{error}"))
    }

    /// All titles found, the best first, as a page does it but without stopping.
    fn find(&self, typed: &str) -> Vec<(Rank, String)> {
        let manifest = self.manifest();
        let query = Query::new(typed);
        let plans = [Plan::new(&manifest, &query), Plan::forgiving(&manifest, &query)];
        let found = plans.iter().flatten().map(|plan| self.find_by(&manifest, plan));
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn find_by(&self, manifest: &Manifest, plan: &Plan) -> Vec<(Rank, String)> {
        let shards: Vec<Shard> = plan
            .shards(manifest)
            .into_iter()
            .map(|number| {
                Shard::from_json(&self.0[&manifest.shard_file(number)]).expect("it was just written")
            })
            .collect();
        let shards: Vec<&Shard> = shards.iter().collect();
        let found = plan.candidates(&shards).into_iter().filter_map(|number| {
            let text = &self.0[&manifest.block_file(manifest.block_of(number))];
            let block = Block::from_json(text).expect("it was just written");
            let (rank, hit) = plan.hit(manifest, &block, number)?;
            Some((rank, hit.title.clone()))
        });
        found.collect()
    }
}

fn titles(found: &[(Rank, String)]) -> BTreeSet<&str> {
    found.iter().map(|(_, title)| title.as_str()).collect()
}

#[test]
fn characters_find_what_looking_at_every_title_finds() {
    let entries = entries(3_000, 1);
    let all: Vec<String> = entries.iter().map(|entry| entry.title.clone()).collect();
    let files = Files::new(entries);
    let mut chance = fastrand::Rng::with_seed(2);
    let mut texts: Vec<String> =
        ["学校", "武陵区", "2024年", "污水处理厂", "第三小学", "最低生活保障 丹洲乡", "火星"]
            .map(str::to_owned)
            .into();
    for _ in 0..60 {
        let title: Vec<char> = all[chance.usize(..all.len())].chars().collect();
        let length = chance.usize(2..=title.len().min(8));
        let start = chance.usize(..=title.len() - length);
        texts.push(title[start..start + length].iter().collect());
    }
    for text in texts {
        let query = Query::new(&text);
        let expected: BTreeSet<&str> =
            all.iter().map(String::as_str).filter(|title| query.matches(title, "")).collect();
        // A slip is forgiven only when nothing else is found.
        let found = files.find(&text);
        let exact: Vec<_> = found.iter().filter(|(rank, _)| *rank < Rank::Near).cloned().collect();
        // One sign alone, or signs between, part the text into nothing that could be looked up.
        let is_short = query.parts().iter().all(|part| {
            let chars: Vec<char> = part.chars().collect();
            !chars.windows(2).any(|pair| pair.iter().all(|char| char.is_alphanumeric()))
        });
        if !is_short {
            assert_eq!(titles(&exact), expected, "{text}");
        }
    }
}

#[test]
fn titles_that_begin_like_that_come_first() {
    let files = Files::new(entries(3_000, 1));
    let ranks: Vec<Rank> = files.find("桃源县").into_iter().map(|(rank, _)| rank).collect();
    assert!(
        ranks.is_sorted() && ranks.contains(&Rank::Beginning) && ranks.contains(&Rank::Within),
        "{ranks:?}"
    );
}

#[test]
fn letters_find_what_they_spell() {
    let files = Files::new(entries(3_000, 1));
    for (typed, wanted) in [
        ("wulingqudanzhouxiang", "武陵区丹洲乡"),
        ("wulingq", "武陵区"),
        ("wlq", "武陵区"),
        ("wlqdzx", "武陵区丹洲乡"),
        ("zuidishenghuobaozhang", "最低生活保障"),
        ("wushuichulichang", "污水处理厂"),
        ("huanjingyingxiangpingj", "环境影响评价"),
        ("dayaofang", "大药房"),
    ] {
        let found = files.find(typed);
        let right = found.iter().filter(|(_, title)| title.contains(wanted)).count();
        assert!(right > 0 && right * 10 >= found.len() * 9, "{typed}: {right} of {}", found.len());
    }
}

#[test]
fn a_slip_is_forgiven_when_nothing_else_is_found() {
    let files = Files::new(entries(3_000, 1));
    for typed in ["最低生活宝障", "污水处厂", "环境影晌评价", "农机够置补贴"] {
        let found = files.find(typed);
        assert!(!found.is_empty() && found.iter().all(|(rank, _)| *rank == Rank::Near), "{typed}: {found:?}");
    }
}

#[test]
fn a_slip_in_pinyin_is_forgiven_when_nothing_else_is_found() {
    let files = Files::new(entries(3_000, 1));
    for (typed, wanted) in [
        // A syllable that is none.
        ("wulingqudnazhouxiang", "武陵区丹洲乡"),
        ("wushuichulicahng", "污水处理厂"),
        ("dayaofnag", "大药房"),
        // One that is another: of the tongue, of the nose, of the neighbouring key.
        ("zuidisenghuobaozhang", "最低生活保障"),
        ("huanjinyingxiangpingjia", "环境影响评价"),
        ("dayaogang", "大药房"),
        // The first, and the one before the last.
        ("wulinqudanzhou", "武陵区丹洲"),
        ("wulingqudanzouxiang", "武陵区丹洲乡"),
        ("whlingqudanzhou", "武陵区丹洲"),
    ] {
        let found = files.find(typed);
        let right = found.iter().filter(|(_, title)| title.contains(wanted)).count();
        assert!(right > 0 && right * 10 >= found.len() * 9, "{typed}: {right} of {} {found:?}", found.len());
        assert!(found.iter().all(|(rank, _)| *rank == Rank::Near), "{typed}");
    }
}

#[test]
fn letters_that_can_be_cut_in_very_many_ways_are_answered_soon() {
    let files = Files::new(entries(1_000, 1));
    for typed in
        ["xianxianxianxianxianxianxianxianxianxianxianxiang", "ananananananananananananananananananananananq"]
    {
        let typed = typed.repeat(4);
        assert_eq!(files.find(&typed), [], "{typed}");
    }
}

#[test]
fn nonsense_and_single_characters_find_nothing() {
    let files = Files::new(entries(1_000, 1));
    for typed in [
        "",
        "学",
        "q",
        "龘龘",
        "qqqq",
        "火星移民办公室",
        "！！",
        "zzzzzz",
        "啊",
        "yuqzwxk",
        "qiguaidedongxi",
        "zhunzhun",
    ] {
        assert_eq!(files.find(typed), [], "{typed}");
    }
}

#[test]
fn the_order_of_entries_does_not_matter() {
    let mut one = entries(500, 3);
    let files = build(one.clone(), gongkai::lexicon());
    one.reverse();
    assert_eq!(build(one, gongkai::lexicon()), files);
    let manifest = files.last().expect("there is a manifest");
    assert_eq!(manifest.path, MANIFEST_FILE);
}

#[test]
fn an_index_of_nothing_finds_nothing() {
    let files = Files::new(Vec::new());
    assert_eq!(files.manifest().entries, 0);
    assert_eq!(files.find("学校"), []);
}

#[test]
fn what_is_no_index_is_refused() {
    assert!(Manifest::from_json("{}").is_err());
    for text in ["", "[1]", r#"{"a":[-1]}"#, r#"{"a":[4294967295,1]}"#, r#"{"a":1}"#] {
        assert_eq!(Shard::from_json(text), None, "{text}");
    }
    for text in ["", "{}", "[[0]]", r#"[[0,"a","b"]]"#, r#"[[0,1,"b","c"]]"#] {
        assert_eq!(Block::from_json(text), None, "{text}");
    }
}
