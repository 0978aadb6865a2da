//! Random entries: whatever stands in them, both validators come to the same verdict.

use std::collections::BTreeMap;

use fastrand::Rng;
use gongkai_core::{Context, ItemRef, Stage, Verdict};
use gongkai_tests::faults;
use gongkai_tests::judges::{TODAY, agree, found, items};
use serde_json::{Map, Value, json};

const SEED: u64 = 20_190_401;
const THREADS: u64 = 2;
/// Entries of each item.
const RUNS_PER_ITEM: usize = 200;

const TEXTS: &[&str] = &[
    "",
    " ",
    "\u{3000}",
    "\u{200b}",
    "\u{feff}\u{a0}",
    "\u{2003}",
    "\0",
    "甲",
    "甲\n乙",
    "\r\n",
    "甲\u{2028}乙",
    "甲\u{85}",
    "𠮷",
    "e\u{301}",
    "是",
    "12",
    "12.50",
    "012",
    "-1",
    "1e3",
    "元",
    "万元",
    "2026-08-31",
    "2026-09-02",
    "2020-06-04",
    "2026-02-30",
    "2026-8-31",
    "2026-08-31\n",
    "0736-7111111",
    "12345",
    "12345、",
    "96",
    "1390736000",
    "https://www.example.gov.cn/",
    "https://例子.cn",
    "http://a.b?c",
    "http://a.",
    "proactive",
    "on-request",
    "withheld",
    "行政执法案卷信息",
    "no-update",
    "政府网站",
    "430703",
    "430703\n",
];

const KEYS: &[&str] = &[
    "title",
    "number",
    "date",
    "link",
    "start",
    "end",
    "amount",
    "unit",
    "channel",
    "published_on",
    "proof",
    "kind",
    "reason",
    "ground",
    "attribute",
    "notice",
    "nil",
    "region",
    "changed_on",
    "elements",
    "x-host",
    "x-",
    "x",
    "",
    "~/",
    "甲",
];

fn value(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(0..if depth == 0 { 9 } else { 12 }) {
        0 => json!(null),
        1 => json!(rng.bool()),
        2 => json!(rng.i64(-3..200)),
        3 => json!(rng.choice([0.5, -0.5, 1e20, 1e300, 12.0, 100.01]).expect("not empty")),
        4 => json!("长".repeat(*rng.choice(&[199, 200, 201, 301, 1001, 2001]).expect("not empty"))),
        5..=8 => json!(rng.choice(TEXTS).expect("not empty")),
        9 | 10 => (0..rng.usize(0..3)).map(|_| value(rng, depth - 1)).collect(),
        _ => {
            let members = (0..rng.usize(0..3))
                .map(|_| (rng.choice(KEYS).expect("not empty").to_string(), value(rng, depth - 1)));
            Value::Object(members.collect::<Vec<_>>().into_iter().collect::<Map<_, _>>())
        }
    }
}

/// The pointers of all places in a document.
fn places(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                places(value, format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                places(value, format!("{here}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(here);
}

/// Puts a value that was thought of into one element, or a nil statement in place of elements.
fn fill(item: ItemRef<'_>, entry: &mut Value, rng: &mut Rng) {
    if rng.u8(0..8) == 0 {
        entry["nil"] = json!({ "kind": rng.choice(["no-update", "none-at-this-level", ""]), "reason": rng.choice(TEXTS) });
        entry["elements"] = rng
            .choice([json!({}), json!(null), json!({ "a": null }), entry["elements"].clone()])
            .expect("not empty");
        return;
    }
    let Some(field) = rng.choice(&item.item.fields) else { return };
    let right = field_example(item, &field.key);
    let mut values: Vec<Value> =
        faults::of(&field.kind, &right).into_iter().map(|fault| fault.value).collect();
    values.extend(faults::at_limits(&field.kind));
    values.extend(faults::blanks());
    entry["elements"] = item.example(TODAY)["elements"].clone();
    entry["elements"][&field.key] = rng.choice(values).expect("not empty");
}

fn field_example(item: ItemRef<'_>, key: &str) -> Value {
    item.example(TODAY)["elements"][key].clone()
}

/// Changes one random place: another value, a member or line more or less.
fn disturb(entry: &mut Value, rng: &mut Rng) {
    let mut all = Vec::new();
    places(entry, String::new(), &mut all);
    // The root is changed only now and then: nothing else could be found in such an entry.
    let place = rng.choice(&all).filter(|place| !place.is_empty() || rng.u8(0..20) == 0);
    let Some(target) = place.and_then(|place| entry.pointer_mut(place)) else { return };
    match target {
        Value::Object(map) if rng.u8(0..3) > 0 => {
            let keys: Vec<String> = map.keys().cloned().collect();
            match rng.choice(&keys).filter(|_| rng.bool()) {
                Some(key) => drop(map.shift_remove(key)),
                None => drop(map.insert(rng.choice(KEYS).expect("not empty").to_string(), value(rng, 2))),
            }
        }
        Value::Array(items) if rng.u8(0..3) > 0 => match items.first().cloned().filter(|_| rng.bool()) {
            Some(first) => items.push(first),
            None => items.push(value(rng, 2)),
        },
        other => *other = value(rng, 2),
    }
}

#[test]
fn random_entries_get_the_same_verdict() {
    let items: Vec<ItemRef<'_>> = items().collect();
    let items = &items;
    let threads: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| {
                scope.spawn(move || {
                    let mut rng = Rng::with_seed(SEED + thread);
                    let mut codes = BTreeMap::new();
                    let mut passed = 0;
                    let share = items.iter().skip(thread as usize).step_by(THREADS as usize);
                    for (item, _) in share.flat_map(|item| (0..RUNS_PER_ITEM).map(move |run| (*item, run))) {
                        let mut entry = item.example(TODAY);
                        if rng.bool() {
                            fill(item, &mut entry, &mut rng);
                        }
                        for _ in 0..rng.usize(0..4) {
                            disturb(&mut entry, &mut rng);
                        }
                        let report =
                            agree(item, &entry, TODAY).unwrap_or_else(|difference| panic!("{difference}"));
                        // From bytes to report is another way to the same report.
                        let context = Context::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar());
                        let text = entry.to_string();
                        assert_eq!(
                            item.check_json(text.as_bytes(), &context).as_ref(),
                            Ok(&report),
                            "{text}"
                        );
                        passed += usize::from(report.verdict == Verdict::Pass);
                        for (code, _) in found(&report) {
                            *codes.entry(code).or_insert(0) += 1;
                        }
                    }
                    (passed, codes)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("both validators agree")).collect()
    });
    let mut codes = BTreeMap::new();
    let mut passed = 0;
    for (thread_passed, thread_codes) in threads {
        passed += thread_passed;
        for (code, count) in thread_codes {
            *codes.entry(code).or_insert(0) += count;
        }
    }
    let count = RUNS_PER_ITEM * items.len();
    println!("{count} entries, {passed} passed, found {codes:?}");
    // Agreement says something only where both verdicts and most faults occur.
    assert!(passed > count / 20, "only {passed} passed");
    assert!(codes.len() >= 22, "only {codes:?}");
}
