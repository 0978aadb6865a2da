//! Checking entries: exit codes, reports and what can be read.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;
use assert_cmd::cargo::CommandCargoExt;
use gongkai_core::{Context, Stage};
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: &str = "2026-09-01";

fn example() -> Value {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    item.example(jiff::civil::date(2026, 9, 1))
}

/// The example without area code in its telephone number.
fn wrong() -> Value {
    let mut entry = example();
    entry["elements"]["ban_gong_dian_hua"] = json!("7111111");
    entry
}

/// The example, published after its time limit.
fn late() -> Value {
    let mut entry = example();
    entry["formed_on"] = json!("2026-07-01");
    entry
}

fn check(arguments: &[&str], input: &str) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(["check", "--today", TODAY]).args(arguments).env_remove("LANG");
    command.write_stdin(input).assert()
}

/// The reports on standard output, one per line.
fn reports(assert: &assert_cmd::assert::Assert) -> Vec<Value> {
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_exit_code_says_what_was_found() {
    check(&["-"], &example().to_string()).code(0);
    check(&["-"], &wrong().to_string()).code(1);
    check(&["-"], &late().to_string()).code(1);
    check(&["-", "--stage", "draft"], &wrong().to_string()).code(0);
    check(&["-"], "{ not json").code(2);
    check(&["no-such-file.json"], "").code(2);
    check(&[], "").code(2);
    check(&["-"], "").code(0);
}

#[test]
fn a_report_is_that_of_the_library_with_sentences() {
    let assert = check(&["-", "--json"], &wrong().to_string()).code(1);
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    let context =
        Context::new(Stage::Publish, jiff::civil::date(2026, 9, 1)).with_calendar(gongkai::calendar());
    let report = item.check(&wrong(), &context);
    assert_eq!(reports(&assert), [report.told()]);
    assert_eq!(text(&assert.get_output().stdout), format!("{}\n", report.told()), "byte for byte");
}

#[test]
fn one_entry_an_array_and_lines_are_read() {
    let codes = |assert: &assert_cmd::assert::Assert| -> Vec<String> {
        reports(assert)
            .iter()
            .map(|report| report["verdict"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let pretty = format!("{:#}", example());
    assert_eq!(codes(&check(&["-", "--json"], &pretty).code(0)), ["pass"]);
    let array = json!([example(), wrong(), late()]).to_string();
    assert_eq!(codes(&check(&["-", "--json"], &array).code(1)), ["pass", "blocked", "fail"]);
    let lines = format!("{}\n\n{}\r\n{}", late(), example(), wrong());
    assert_eq!(codes(&check(&["-", "--json"], &lines).code(1)), ["fail", "pass", "blocked"]);
    assert_eq!(codes(&check(&["-", "--json"], "[]").code(0)), [] as [String; 0]);
}

#[test]
fn several_files_are_read_and_an_unreadable_one_does_not_stop_the_rest() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("the folder can be written to");
        path.to_string_lossy().into_owned()
    };
    let (good, bad) = (file("good.json", example().to_string()), file("bad.ndjson", wrong().to_string()));
    let missing = folder.path().join("missing.json").to_string_lossy().into_owned();
    let assert = check(&[&missing, &good, &bad, "--json"], "").code(2);
    assert_eq!(reports(&assert).len(), 2);
    assert!(text(&assert.get_output().stderr).contains("missing.json"));
}

#[test]
fn a_broken_line_is_named_and_what_came_before_is_reported() {
    let assert = check(&["-", "--json"], &format!("{}\n{{\n", example())).code(2);
    assert_eq!(reports(&assert).len(), 1);
    assert!(text(&assert.get_output().stderr).starts_with("-:2: "));
}

#[test]
fn the_item_comes_from_the_entry_or_the_option() {
    let mut nameless = example();
    let map = nameless.as_object_mut().expect("an entry is an object");
    map.shift_remove("pack");
    map.shift_remove("item");
    let assert = check(&["-"], &nameless.to_string()).code(2);
    assert!(text(&assert.get_output().stderr).contains("--item"));

    let assert = check(&["-", "--json", "--item", "24/义务教育学校名录"], &nameless.to_string()).code(1);
    let paths: Vec<Value> = reports(&assert)[0]["issues"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|issue| issue["path"].clone())
        .collect();
    assert_eq!(paths, ["/pack", "/item"]);

    let mut unknown = example();
    unknown["item"] = json!("yi-wu-jiao-yu-xue-xiao");
    let assert = check(&["-"], &format!("{unknown}\n{}", example())).code(2);
    assert!(text(&assert.get_output().stderr).contains("24/yi-wu-jiao-yu-xue-xiao-ming-lu"));
    assert!(text(&assert.get_output().stdout).contains("通过"), "the next entry is still judged");
    check(&["-", "--item", "24/nonsense"], "").code(2);
}

#[test]
fn people_read_a_table_in_their_language() {
    let chinese = text(&check(&["-"], &wrong().to_string()).get_output().stdout);
    for word in [
        "不能发布",
        "错误",
        "办公电话",
        "不是有效电话号码",
        "/elements/ban_gong_dian_hua",
        "phone-invalid",
        "共1条",
    ] {
        assert!(chinese.contains(word), "{word}: {chinese}");
    }
    let english = text(&check(&["-", "--lang", "en"], &wrong().to_string()).get_output().stdout);
    for word in ["blocked", "error", "not a telephone number", "1 checked"] {
        assert!(english.contains(word), "{word}: {english}");
    }
    let mut mended = example();
    mended["elements"]["ban_gong_dian_hua"] = json!("0736—7111111");
    let repair = text(&check(&["-"], &mended.to_string()).get_output().stdout);
    assert!(repair.contains("是否应为：0736-7111111"), "{repair}");
}

#[test]
fn control_characters_of_an_entry_do_not_break_the_lines() {
    let mut entry = wrong();
    entry["title"] = json!("甲\n乙\r丙\u{1b}[31m丁");
    let out = text(&check(&["-"], &entry.to_string()).get_output().stdout);
    assert!(!out.contains('\u{1b}') && !out.contains('\r'), "{out:?}");
    assert!(out.lines().next().is_some_and(|line| line.contains("甲 乙 丙")), "{out:?}");
}

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let mut process = Process::cargo_bin("gongkai")
        .expect("the program was built for this test")
        .args(["check", "-", "--json", "--today", TODAY])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = process.stdin.take().expect("piped above");
    let mut output = BufReader::new(process.stdout.take().expect("piped above"));
    for entry in [example(), wrong(), example()] {
        writeln!(input, "{entry}").expect("the program reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("the program answers");
        let report: Value = serde_json::from_str(&line).expect("the answer is a report");
        assert_eq!(report["format"], "gongkai-report/1");
    }
    drop(input);
    assert_eq!(process.wait().expect("the program ends").code(), Some(1));
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let mut process = Process::cargo_bin("gongkai")
        .expect("the program was built for this test")
        .args(["items", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(process.stdout.take());
    let output = process.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}
