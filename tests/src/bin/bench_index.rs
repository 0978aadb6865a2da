//! What searching many titles costs: how long an index takes to build, how large it is, and what a query fetches.

use std::collections::HashMap;
use std::io::Write as _;
use std::time::Instant;

use gongkai_core::index::{Block, Manifest, Plan, Shard, build};
use gongkai_core::search::Query;
use gongkai_tests::index_corpus::entries;
use serde_json::json;

const ENTRIES: usize = 100_000;

/// Titles shown at first.
const SHOWN: usize = 10;

const QUERIES: &[&str] = &[
    "学校",
    "武陵区",
    "武陵区丹洲乡第一小学",
    "最低生活保障",
    "2024年",
    "wulingqu",
    "wlqdzx",
    "最低生活宝障",
    "桃源县 污水",
];

fn main() {
    let entries = entries(ENTRIES, 1);
    let begun = Instant::now();
    let files = build(entries, gongkai::lexicon());
    let build_ms = begun.elapsed().as_millis();
    let sent: HashMap<&str, (&str, usize)> =
        files.iter().map(|file| (file.path.as_str(), (file.text.as_str(), brotli(&file.text)))).collect();
    let all = |part: fn(&(&str, usize)) -> usize| sent.values().map(part).sum::<usize>();
    let (text, size) = sent["index.json"];
    let manifest = Manifest::from_json(text).expect("it was just written");
    let largest = sent.values().map(|(_, size)| *size).max();
    println!(
        "{:#}",
        json!({
            "entries": ENTRIES, "build_ms": build_ms as u64, "files": files.len(), "shards": manifest.shards.len(),
            "raw_bytes": all(|(text, _)| text.len()), "brotli_bytes": all(|(_, size)| *size),
            "manifest_brotli_bytes": size, "largest_brotli_bytes": largest,
        })
    );
    for typed in QUERIES {
        let query = Query::new(typed);
        let plan = Plan::new(&manifest, &query).expect("it is long enough");
        let mut fetched = Vec::new();
        let mut shard_files = Vec::new();
        for number in plan.shards(&manifest) {
            let (text, size) = sent[manifest.shard_file(number).as_str()];
            shard_files.push(text);
            fetched.push(size);
        }
        let shards_fetched = fetched.len();
        let begun = Instant::now();
        let shards: Vec<Shard> = shard_files.iter().filter_map(|text| Shard::from_json(text)).collect();
        let candidates = plan.candidates(&shards.iter().collect::<Vec<_>>());
        let shards_us = begun.elapsed().as_micros();
        let mut blocks: HashMap<u32, Block> = HashMap::new();
        let begun = Instant::now();
        let mut hits = 0;
        for number in &candidates {
            let place = manifest.block_of(*number);
            let block = blocks.entry(place).or_insert_with(|| {
                let (text, size) = sent[manifest.block_file(place).as_str()];
                fetched.push(size);
                Block::from_json(text).expect("it was just written")
            });
            hits += usize::from(plan.hit(&manifest, block, *number).is_some());
            if hits == SHOWN {
                break;
            }
        }
        println!(
            "{typed}: {} candidates, {hits} shown; {shards_fetched} shards and {} blocks, {} bytes of brotli; {} µs in shards, {} µs in blocks",
            candidates.len(),
            blocks.len(),
            fetched.iter().sum::<usize>(),
            shards_us,
            begun.elapsed().as_micros(),
        );
    }
}

fn brotli(text: &str) -> usize {
    let mut sent = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut sent, 1 << 16, 9, 22);
    writer.write_all(text.as_bytes()).expect("memory takes everything");
    drop(writer);
    sent.len()
}
