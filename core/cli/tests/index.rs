//! `gongkai index`: what has a place in an index of what the public may see, and the files it becomes.

use std::fs;

use assert_cmd::Command;
use gongkai_core::index::{Block, Manifest, Plan, Shard};
use gongkai_core::search::Query;
use serde_json::{Value, json};

fn entry(title: &str, id: Value) -> Value {
    json!({
        "format": "gongkai-entry/1", "pack": "24-compulsory-education", "edition": "2019.1",
        "item": "yi-wu-jiao-yu-xue-xiao-ming-lu", "title": title, "x-id": id, "elements": {},
        "channels": [{ "channel": "政府网站", "published_on": "2026-09-05" }, { "channel": "两微一端", "published_on": "2026-09-03" }],
    })
}

fn with(mut entry: Value, name: &str, value: Value) -> Value {
    entry[name] = value;
    entry
}

/// The answer of the command for these lines, and its exit code; the index is in the folder.
fn index(folder: &std::path::Path, lines: &str) -> (Value, i32) {
    let output = Command::cargo_bin("gongkai")
        .expect("the program is built")
        .args(["index", "-", "--json", "-o"])
        .arg(folder)
        .write_stdin(lines)
        .output()
        .expect("the program runs");
    let answer = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (answer, output.status.code().unwrap_or(-1))
}

fn lines(entries: &[Value]) -> String {
    entries.iter().map(|entry| format!("{entry}\n")).collect()
}

#[test]
fn public_entries_are_found_in_the_files() {
    let folder = tempfile::tempdir().expect("there is room");
    let (answer, code) = index(
        folder.path(),
        &lines(&[entry("武陵区第一小学", json!("a 1")), entry("武陵区第二小学", json!(2))]),
    );
    assert_eq!((&answer["entries"], &answer["incomplete"], code), (&json!(2), &json!(0), 0), "{answer}");
    let read = |path: &str| {
        fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let manifest = Manifest::from_json(&read("index.json")).unwrap_or_else(|error| panic!("{error}"));
    let plan = Plan::new(&manifest, &Query::new("dyxx")).expect("it is long enough");
    let shards: Vec<Shard> = plan
        .shards(&manifest)
        .into_iter()
        .filter_map(|number| Shard::from_json(&read(&manifest.shard_file(number))))
        .collect();
    let [number] = plan.candidates(&shards.iter().collect::<Vec<_>>())[..] else {
        panic!("one school is the first")
    };
    let block =
        Block::from_json(&read(&manifest.block_file(manifest.block_of(number)))).expect("it is a block");
    let (_, hit) = plan.hit(&manifest, &block, number).expect("it is there");
    assert_eq!(
        (hit.title.as_str(), hit.id.as_str(), hit.date.as_str()),
        ("武陵区第一小学", "a 1", "2026-09-03")
    );
    assert_eq!(manifest.items[hit.item], "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu");
}

#[test]
fn what_the_public_does_not_see_is_left_out() {
    let folder = tempfile::tempdir().expect("there is room");
    let school = |number: u8| entry("武陵区第一小学", json!(number));
    let hidden = [
        with(school(1), "attribute", json!("withheld")),
        with(school(2), "attribute", json!("on-request")),
        with(school(3), "withdrawn_on", json!("2026-01-01")),
        with(school(4), "nil", json!({ "kind": "none", "reason": "本级无此事项" })),
        with(school(5), "attribute", json!("proactive")),
    ];
    let (answer, code) = index(folder.path(), &lines(&hidden));
    assert_eq!((&answer["entries"], &answer["not_public"], code), (&json!(1), &json!(4), 0), "{answer}");
}

#[test]
fn what_cannot_be_linked_is_counted_and_what_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().expect("there is room");
    let (answer, code) = index(
        folder.path(),
        &lines(&[entry(" ", json!(1)), entry("甲", Value::Null), entry("乙乙", json!(3))]),
    );
    assert_eq!((&answer["entries"], &answer["incomplete"], code), (&json!(1), &json!(2), 1), "{answer}");
    let (_, code) = index(folder.path(), &format!("{}{{ broken\n", lines(&[entry("丙丙", json!(1))])));
    assert_eq!(code, 2);
}
