//! Linting guidelines: exit codes, what is read, what people and programs see.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

const GUIDELINE: &str = r#"
format = "gongkai-guideline/1"
code = "90"
slug = "schools"
name = "学校"
title = "示例指引"
issuer = "示例机关"
edition = "1"

[[items]]
category = "概况"
name = "学校名录"
elements = ["学校名称"]
basis = ["《示例条例》"]
time_limit = "信息形成或者变更之日起20个工作日内"
publisher = "教育局"
channels = ["纸质载体"]
audience = { everyone = true }
methods = ["proactive"]
provenance = { mark = "recalled" }
"#;

fn lint(arguments: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.arg("lint").args(arguments).env_remove("LANG").assert()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn stdout(assert: &Assert) -> String {
    text(&assert.get_output().stdout)
}

/// What a bad call says; it says nothing on standard output and ends with 2.
fn complaint(arguments: &[&str]) -> String {
    text(&lint(arguments).code(2).stdout("").get_output().stderr)
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("the folder can be written to");
    path.to_string_lossy().into_owned()
}

fn found(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().expect("a list");
    findings.iter().filter_map(|finding| finding["code"].as_str()).collect()
}

#[test]
fn the_shipped_guidelines_are_in_order() {
    let assert = lint(&["--json"]).code(0);
    let report: Value = serde_json::from_str(&stdout(&assert)).expect("the answer is JSON");
    assert_eq!(report["format"], "gongkai-lint/1");
    assert_eq!(report["packs"].as_array().map(Vec::len), Some(gongkai::packs().len()));
    for finding in report["findings"].as_array().expect("a list") {
        assert!(finding["severity"] != "error" || finding["accepted"].is_string(), "{finding}");
        let said = |lang: &str| finding["message"][lang].as_str().is_some_and(|text| !text.is_empty());
        assert!(said("zh-CN") && said("en"), "{finding}");
    }
    assert!(stdout(&lint(&[]).code(0)).lines().last().is_some_and(|line| line.contains("错误0个")));
}

#[test]
fn a_file_its_folder_and_a_domain_are_read() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = write(folder.path(), "guideline.toml", GUIDELINE);
    let place = folder.path().to_string_lossy().into_owned();
    let json = |wanted: &str| -> Value {
        serde_json::from_str(&stdout(&lint(&[wanted, "--json"]).code(0))).expect("the answer is JSON")
    };
    assert_eq!(json(&file), json(&place));
    assert_eq!(found(&json(&file)), ["channel-alias"]);
    assert_eq!(json("24")["packs"], serde_json::json!(["24-compulsory-education"]));
    assert_eq!(json("义务教育"), json("24"));
    let both = stdout(&lint(&[&file, "24", "--json"]).code(0));
    assert!(both.contains("90-schools") && both.contains("24-compulsory-education"));
}

#[test]
fn an_error_ends_with_1_and_is_told_in_both_languages() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = write(folder.path(), "guideline.toml", &GUIDELINE.replace("\"教育局\"", "\" \""));
    let chinese = stdout(&lint(&[&file]).code(1));
    for word in
        ["90-schools", "错误", "学校名录", "没有公开主体", "publisher-blank", "1个指引：错误1个，警告1个"]
    {
        assert!(chinese.contains(word), "{word}: {chinese}");
    }
    let english = stdout(&lint(&[&file, "--lang", "en"]).code(1));
    for word in ["error", "no publisher is named", "1 guidelines: 1 errors, 1 warnings, 0 accepted"] {
        assert!(english.contains(word), "{word}: {english}");
    }
    let note = "[[lint.accepted]]\ncode = \"publisher-blank\"\nreason = \"not printed\"\n\n[[items]]";
    let accepted = GUIDELINE.replace("\"教育局\"", "\" \"").replacen("[[items]]", note, 1);
    let file = write(folder.path(), "accepted.toml", &accepted);
    assert!(stdout(&lint(&[&file]).code(0)).contains("已接受：not printed"));
}

#[test]
fn a_guideline_that_does_not_compile_is_a_finding_and_no_bad_call() {
    let folder = TempDir::new().expect("a temporary folder");
    let source = GUIDELINE.replace("name = \"学校名录\"", "name = \"学校名录\"\nid = \"Schools\"");
    let file = write(folder.path(), "guideline.toml", &source);
    assert!(stdout(&lint(&[&file]).code(1)).contains("id-malformed"));
}

#[test]
fn lexicon_and_lock_can_be_others() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = write(folder.path(), "guideline.toml", GUIDELINE);
    let lexicon = write(
        folder.path(),
        "lexicon.toml",
        "format = \"gongkai-lexicon/1\"\n[[elements]]\nid = \"last\"\nkind = \"text\"\n",
    );
    let assert = lint(&[&file, "--lexicon", &lexicon, "--json"]).code(0);
    let report: Value = serde_json::from_str(&stdout(&assert)).expect("the answer is JSON");
    assert_eq!(found(&report), ["element-by-last-resort"]);

    let lock = write(folder.path(), "ids.lock", "90-schools/gone\t概况/旧名录\n");
    assert!(stdout(&lint(&[&file, "--lock", &lock]).code(1)).contains("id-vanished"));
    let broken = write(folder.path(), "broken.lock", "# comment\nno tab\n");
    assert!(complaint(&[&file, "--lock", &broken]).contains("line 2"));
    assert!(complaint(&[&file, "--lexicon", &file]).contains("guideline.toml"));
}

#[test]
fn bad_calls_say_what_is_wrong() {
    let folder = TempDir::new().expect("a temporary folder");
    let place = folder.path().to_string_lossy().into_owned();
    let missing = folder.path().join("missing.toml").to_string_lossy().into_owned();
    assert!(complaint(&[&missing]).contains("missing.toml"));
    assert!(complaint(&[&place]).contains("guideline.toml"));
    let no_toml = write(folder.path(), "no.toml", "format = \"gongkai-guideline/1\"\nnonsense\n");
    assert!(complaint(&[&no_toml]).contains("line 2"));
    let unknown = write(folder.path(), "unknown.toml", &GUIDELINE.replace("title =", "titel ="));
    assert!(complaint(&[&unknown]).contains("titel"));
    let other = write(folder.path(), "other.toml", &GUIDELINE.replace("guideline/1", "guideline/9"));
    let text = complaint(&[&other]);
    assert!(text.contains("gongkai-guideline/9") && text.contains("gongkai-guideline/1"), "{text}");
    let binary = folder.path().join("binary.toml");
    fs::write(&binary, [0xff, 0xfe, 0x00]).expect("the folder can be written to");
    assert!(complaint(&[&binary.to_string_lossy()]).contains("binary.toml"));
    assert!(complaint(&["compulsary-education"]).contains("24 义务教育"));
    assert!(complaint(&["compulsary-education", "--lang", "en"]).contains("did you mean 24 义务教育?"));
    assert!(complaint(&["24", "--today", "2026-02-30"]).contains("2026-02-30"));
    for text in [complaint(&[&no_toml]), complaint(&[&missing])] {
        assert_eq!(text.lines().count(), 1, "{text}");
    }
}
