//! Comparing guidelines: exit codes as those of diff, what people and programs see.

use std::fs;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

fn diff(arguments: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.arg("diff").args(arguments).env_remove("LANG").assert()
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

/// What a bad call says; it says nothing on standard output and ends with 2.
fn complaint(arguments: &[&str]) -> String {
    let assert = diff(arguments).code(2).stdout("");
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

/// The shipped guideline 24 as a file, after an edit.
fn edited(folder: &TempDir, edit: fn(&mut gongkai_core::Guideline)) -> String {
    let pack = gongkai::guidelines().iter().find(|guideline| guideline.code == "24");
    let mut guideline = pack.expect("the guideline is shipped").clone();
    edit(&mut guideline);
    let path = folder.path().join("guideline.toml");
    fs::write(&path, toml::to_string(&guideline).expect("plain data")).expect("the folder can be written to");
    path.to_string_lossy().into_owned()
}

#[test]
fn equal_guidelines_end_with_0() {
    let folder = TempDir::new().expect("a temporary folder");
    let same = edited(&folder, |_| ());
    for pair in [["24", "24"], ["24", "compulsory-education"], ["义务教育", &same], [&same, "24"]] {
        let assert = diff(&pair).code(0);
        assert!(stdout(&assert).contains("保留18项；要求提高0项，降低0项"), "{}", stdout(&assert));
    }
    let place = folder.path().to_string_lossy().into_owned();
    diff(&[&place, "24"]).code(0);
}

#[test]
fn differences_end_with_1_and_are_told_in_both_languages() {
    let folder = TempDir::new().expect("a temporary folder");
    let new = edited(&folder, |guideline| {
        guideline.edition = "2026.1".to_owned();
        guideline.items[0].time_limit = Some("信息形成或者变更之日起7个工作日内".to_owned());
        guideline.items[1].methods = vec![gongkai_core::guideline::Method::OnRequest];
        guideline.items.pop();
    });
    let chinese = stdout(&diff(&["24", &new]).code(1));
    for word in [
        "edition: 2019.1 → 2026.1",
        "提高",
        "公开时限",
        "7个工作日内",
        "降低",
        "依申请公开",
        "删除1项",
        "要求提高1项，降低1项",
    ] {
        assert!(chinese.contains(word), "{word}: {chinese}");
    }
    let english = stdout(&diff(&["24", &new, "--lang", "en"]).code(1));
    for word in
        ["stricter", "time limit", "looser", "disclosure on request", "1 removed", "1 stricter, 1 looser"]
    {
        assert!(english.contains(word), "{word}: {english}");
    }
    let back = stdout(&diff(&[&new, "24", "--lang", "en"]).code(1));
    assert!(back.contains("1 added") && back.contains("1 stricter, 1 looser"), "{back}");
}

#[test]
fn programs_read_the_comparison_of_the_library() {
    let folder = TempDir::new().expect("a temporary folder");
    let new = edited(&folder, |guideline| guideline.items[0].name = Some("教育法律法规".to_owned()));
    let assert = diff(&["24", &new, "--json"]).code(1);
    let found: Value = serde_json::from_str(&stdout(&assert)).expect("the answer is JSON");
    assert_eq!(found["format"], "gongkai-diff/1");
    assert_eq!(found["items"][0]["outcomes"], serde_json::json!(["renamed"]));
    assert_eq!(found["items"][0]["assumed"], true);
    assert!(found["items"][0]["score"].as_f64().is_some_and(|score| score > 0.5));
    let read: gongkai_core::diff::Diff = serde_json::from_value(found).expect("a comparison");
    assert_eq!(read.count(gongkai_core::diff::Outcome::Renamed), 1);
    let words = stdout(&diff(&["24", &new]).code(1));
    assert!(words.contains("推定"), "{words}");
}

#[test]
fn bad_calls_say_what_is_wrong() {
    let folder = TempDir::new().expect("a temporary folder");
    assert!(complaint(&["24", "missing.toml"]).contains("missing.toml"));
    assert!(complaint(&["24", "compulsary-education"]).contains("24 义务教育"));
    let place = folder.path().to_string_lossy().into_owned();
    assert!(complaint(&[&place, "24"]).contains("guideline.toml"));
    let broken = edited(&folder, |guideline| guideline.items[0].id = Some("É".to_owned()));
    let text = complaint(&["24", &broken]);
    assert!(text.contains("guideline.toml") && text.contains('É'), "{text}");
    complaint(&["24"]);
    complaint(&[]);
}
