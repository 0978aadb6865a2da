//! Options of `gongkai check`: local parameters, summary, what makes it fail, order, and what stays silent.

use std::fs;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: &str = "2026-09-01";

fn example() -> Value {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    item.example(jiff::civil::date(2026, 9, 1))
}

fn wrong() -> Value {
    let mut entry = example();
    entry["elements"]["ban_gong_dian_hua"] = json!("7111111");
    entry
}

/// The example, published some days after it came into being.
fn days_late(formed_on: &str) -> Value {
    let mut entry = example();
    entry["formed_on"] = json!(formed_on);
    entry
}

fn check(arguments: &[&str], input: &str) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(["check", "-", "--today", TODAY]).args(arguments).env_remove("LANG");
    command.write_stdin(input).assert()
}

fn stdout(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

#[test]
fn local_parameters_are_read_from_json_and_toml() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("the folder can be written to");
        path.to_string_lossy().into_owned()
    };
    let toml = file(
        "local.toml",
        "format = \"gongkai-local/1\"\n[[limits]]\nitems = [\"24-compulsory-education\"]\namount = 2\nunit = \"days\"\n",
    );
    let json = file(
        "local.json",
        r#"{"format":"gongkai-local/1","limits":[{"items":["24-compulsory-education"],"amount":2,"unit":"days"}]}"#,
    );
    let entry = days_late("2026-08-24").to_string();
    assert!(!stdout(&check(&["--json"], &entry)).contains("recommended-limit-exceeded"));
    for local in [&toml, &json] {
        assert!(stdout(&check(&["--json", "--local", local], &entry)).contains("recommended-limit-exceeded"));
    }
    for text in ["format = \"gongkai-local/9\"", "{", "nonsense", "format = \"gongkai-local/1\"\nfoo = 1"] {
        let bad = file("bad", text);
        let assert = check(&["--local", &bad], &entry).code(2);
        assert!(String::from_utf8_lossy(&assert.get_output().stderr).contains("不合格式"), "{text}");
    }
}

#[test]
fn a_summary_counts_by_rule_and_item() {
    let lines = format!("{0}\n{1}\n{1}\n", example(), wrong());
    let assert = check(&["--json", "--summary"], &lines).code(1);
    let text = stdout(&assert);
    assert_eq!(text.lines().count(), 4);
    let summary: Value =
        serde_json::from_str(text.lines().last().expect("there is one")).expect("it is JSON");
    assert_eq!(
        summary["summary"],
        json!({
            "entries": 3, "pass": 1, "fail": 0, "blocked": 2,
            "issues": [{
                "code": "phone-invalid",
                "severity": "error",
                "item": "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu",
                "count": 2,
            }],
        })
    );
    let people = stdout(&check(&["--summary"], &lines));
    let last = people.lines().last().expect("there is one");
    assert!(last.trim_start().starts_with("2  错误  phone-invalid"), "{people}");
}

#[test]
fn what_makes_it_fail_can_be_chosen() {
    check(&["--stage", "draft"], &wrong().to_string()).code(0);
    check(&["--stage", "draft", "--fail-on", "warning"], &wrong().to_string()).code(1);
    check(&["--stage", "draft", "--fail-on", "advice"], &wrong().to_string()).code(1);
    check(&["--fail-on", "advice"], &example().to_string()).code(0);
    check(&["--fail-on", "nonsense"], "").code(2);
}

#[test]
fn answers_keep_the_order_of_the_input() {
    let mut lines = String::new();
    let mut titles = Vec::new();
    for number in 0..3000 {
        let mut entry = if number % 3 == 0 { wrong() } else { example() };
        entry["title"] = json!(format!("第{number}号"));
        titles.push(format!("第{number}号"));
        lines.push_str(&entry.to_string());
        lines.push('\n');
    }
    let text = stdout(&check(&[], &lines).code(1));
    let found: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("-:"))
        .filter_map(|line| line.rsplit("  ").next())
        .collect();
    assert_eq!(found, titles);
    assert!(text.ends_with("共3000条：通过2000条，有问题但可发布0条，不能发布1000条\n"));
}

#[test]
fn nothing_is_drawn_where_there_is_no_terminal() {
    let assert = check(&[], &example().to_string()).code(0);
    assert!(assert.get_output().stderr.is_empty());
}
