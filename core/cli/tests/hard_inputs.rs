//! Inputs made to be hard: very long, very deep, very many, and characters that break lines and directions. Each has an
//! answer in bounded time, from the library (on the small stack of a test thread) and from the program.

use std::time::{Duration, Instant};

use assert_cmd::Command;
use gongkai_core::{Context, IssueCode, ItemRef, Report, Stage};
use serde_json::{Value, json};

/// Longest that an answer may take, with room for slow machines and unoptimised builds.
const MOST: Duration = Duration::from_secs(20);

const PHONE: &str = "ban_gong_dian_hua";

fn item() -> ItemRef<'static> {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped")
}

fn example() -> Value {
    item().example(jiff::civil::date(2026, 9, 1))
}

/// What the check says of bytes, at both stages; and the same of the value that a reader makes of them.
fn judged(entry: &[u8]) -> Option<Report> {
    let start = Instant::now();
    let today = jiff::civil::date(2026, 9, 1);
    let value: Option<Value> = serde_json::from_slice(entry).ok();
    let mut last = None;
    for stage in [Stage::Draft, Stage::Publish] {
        let context = Context::new(stage, today).with_calendar(gongkai::calendar());
        last = item().check_json(entry, &context).ok();
        assert_eq!(last, value.as_ref().map(|value| item().check(value, &context)));
    }
    if let Some(report) = &last {
        assert!(report.told().to_string().len() < 200 << 20);
    }
    assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
    last
}

/// What the program says: exit code, reports and complaints.
fn told(entry: &[u8]) -> (Option<i32>, Vec<Value>, String) {
    let start = Instant::now();
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(["check", "-", "--json", "--today", "2026-09-01", "--format", "json"]).env_remove("LANG");
    let output = command.write_stdin(entry).output().expect("the program runs");
    assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let reports = text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    (output.status.code(), reports, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Both agree that an entry is JSON, and on what is wrong with it.
fn agreed(entry: &[u8]) -> Report {
    let report = judged(entry).expect("it is JSON");
    let (code, reports, complaints) = told(entry);
    assert_eq!((code, complaints.as_str()), (Some(i32::from(!report.issues.is_empty())), ""));
    assert_eq!(reports, [report.told()]);
    report
}

/// Both refuse it.
fn refused(entry: &[u8]) -> String {
    assert!(judged(entry).is_none());
    let (code, reports, complaints) = told(entry);
    assert_eq!((code, reports.len()), (Some(2), 0));
    assert!(complaints.len() < 1000, "a complaint does not repeat what it is about");
    complaints
}

fn has(report: &Report, code: IssueCode) -> bool {
    report.issues.iter().any(|issue| issue.code == code)
}

/// The example with a value for an element.
fn with(element: &str, value: Value) -> Vec<u8> {
    let mut entry = example();
    entry["elements"][element] = value;
    entry.to_string().into_bytes()
}

#[test]
fn texts_of_ten_megabytes() {
    for text in ["字".repeat(10 << 20 >> 2), "\n".repeat(10 << 20)] {
        let report = agreed(&with(PHONE, json!(text)));
        assert!(!report.issues.is_empty());
    }
    let report = agreed(&with(&"k".repeat(10 << 20), json!(1)));
    assert!(has(&report, IssueCode::ElementUnknown));
}

#[test]
fn an_item_with_a_name_of_ten_megabytes() {
    for key in ["pack", "item"] {
        let mut entry = example();
        entry[key] = json!("名".repeat(10 << 20 >> 2));
        let (code, reports, complaints) = told(entry.to_string().as_bytes());
        assert_eq!((code, reports.len()), (Some(2), 0));
        assert!(complaints.contains("名名…") && complaints.len() < 1000, "{key}");
    }
}

#[test]
fn ten_thousand_levels() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        refused(deep.as_bytes());
        let entry = example().to_string();
        let inside = entry.replacen("\"elements\":{", &format!("\"elements\":{{\"deep\":{deep},"), 1);
        assert!(inside.len() > deep.len() + entry.len());
        refused(inside.as_bytes());
        // Nobody closes them.
        refused(open.repeat(10_000).as_bytes());
    }
    // A value that a host built itself goes through no reader.
    let mut value = json!(1);
    for _ in 0..10_000 {
        value = Value::Array(vec![value]);
    }
    let mut entry = example();
    entry["elements"][PHONE] = value;
    let context = Context::new(Stage::Publish, jiff::civil::date(2026, 9, 1));
    assert!(!item().check(&entry, &context).issues.is_empty());
    // Dropping it would take a level of the stack for each of its own, which is for the host to mind.
    std::mem::forget(entry);
}

#[test]
fn halves_of_characters() {
    for half in ["\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud83d\\ud83d"] {
        let entry = String::from_utf8(with(PHONE, json!("HALF"))).expect("it is text").replace("HALF", half);
        let is_json = serde_json::from_str::<Value>(&entry).is_ok();
        assert!(!is_json, "{half}");
        assert!(refused(entry.as_bytes()).contains("-:1: "));
    }
    let mut bytes = with(PHONE, json!("HALF"));
    let at = bytes.windows(4).position(|four| four == b"HALF").expect("it was just put there");
    bytes.splice(at..at + 4, *b"\xed\xa0\x80");
    assert!(refused(&bytes).contains("UTF-8"));
    let mut bytes = with(PHONE, json!("HALF"));
    bytes.splice(at..at + 4, *b"\xf0\x9f\x98");
    assert!(refused(&bytes).contains("UTF-8"));
}

#[test]
fn characters_that_show_nothing_or_turn_directions() {
    for text in [
        "\0",
        "a\0b",
        "\u{202e}1117-6370\u{202c}",
        "\u{2066}0736\u{2069}",
        "\u{feff}",
        "\u{10ffff}",
        "\u{1b}[2J",
    ] {
        let report = agreed(&with(PHONE, json!(text)));
        assert!(!report.issues.is_empty(), "{text:?}");
        agreed(&with(text, json!(text)));
    }
}

#[test]
fn names_that_come_twice() {
    let entry = example().to_string();
    let twice = entry.replacen('{', "{\"title\":1,\"item\":\"other\",\"elements\":7,", 1);
    assert_eq!(judged(twice.as_bytes()).map(|report| report.issues.len()), Some(0), "the last one counts");
    let many = format!("{{{}", "\"title\":[1],".repeat(100_000));
    let entry = format!("{many}{}", &entry[1..]);
    assert!(agreed(entry.as_bytes()).issues.is_empty());
}

#[test]
fn numbers_beyond_all_bounds() {
    for number in ["1e308", "-1e308", "123456789012345678901234567890", "0.1e-999", "-0"] {
        let entry = String::from_utf8(with(PHONE, json!("N"))).expect("it is text").replace("\"N\"", number);
        assert!(has(&agreed(entry.as_bytes()), IssueCode::TypeMismatch), "{number}");
    }
    for number in
        ["1e999", "-1e999", &"9".repeat(100_000), &format!("1e{}", "9".repeat(1000)), "01", "+1", "NaN", "1."]
    {
        let entry = String::from_utf8(with(PHONE, json!("N"))).expect("it is text").replace("\"N\"", number);
        refused(entry.as_bytes());
    }
}

#[test]
fn a_hundred_thousand_members() {
    let mut entry = example();
    for number in 0..100_000 {
        entry["elements"][format!("unknown-{number}")] = json!(number);
    }
    let report = agreed(entry.to_string().as_bytes());
    assert_eq!(report.issues.iter().filter(|issue| issue.code == IssueCode::ElementUnknown).count(), 100_000);
}

#[test]
fn a_hundred_thousand_elements_of_an_array() {
    for value in [json!(0), json!(""), json!({ "channel": "政府网站" }), json!([[]])] {
        let mut entry = example();
        entry["channels"] = Value::Array(vec![value; 100_000]);
        judged(entry.to_string().as_bytes());
    }
    let many = Value::Array(vec![json!("同"); 100_000]);
    agreed(&with(PHONE, many.clone()));
    for field in &item().fields {
        judged(&with(&field.key, many.clone()));
    }
}

#[test]
fn tables_made_to_be_hard() {
    let check = |table: Vec<u8>| {
        let start = Instant::now();
        let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
        command.args([
            "check",
            "-",
            "--json",
            "--format",
            "csv",
            "--item",
            "24/yi-wu-jiao-yu-xue-xiao-ming-lu",
        ]);
        let output = command.write_stdin(table).output().expect("the program runs");
        assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
        assert!(output.status.code().is_some_and(|code| code < 3), "{:?}", output.status);
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let text = |text: String| text.into_bytes();
    check(text(format!("标题,办公电话\n\"{}", "甲,\n".repeat(1 << 20))));
    check(text(format!("标题,办公电话\n{}", ",".repeat(1 << 20))));
    check(text(format!("标题,办公电话\n甲,{}\n", "1".repeat(10 << 20))));
    check(text(format!("标题,办公电话\n甲,{}\n", "[".repeat(100_000))));
    let own: String = (0..50_000).map(|number| format!(",x-{number},乙{number}")).collect();
    check(text(format!("标题{own}\n甲\n")));
    check(b"\xff\xfe\x00\xd8\x00\xd8".to_vec());
    check(b"\x00\x01\x02,\xff\n".to_vec());
}
