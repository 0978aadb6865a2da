//! `gongkai form`: the model, the form as HTML, and what a browser posted from it.

use assert_cmd::Command;
use serde_json::{Value, json};

const ITEM: &str = "24/yi-wu-jiao-yu-xue-xiao-ming-lu";

fn form(arguments: &[&str], input: &str) -> Command {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(["form", ITEM]).args(arguments).env("LANG", "zh_CN.UTF-8").write_stdin(input.to_owned());
    command
}

fn stdout(arguments: &[&str], input: &str) -> String {
    let output = form(arguments, input).assert().success().get_output().stdout.clone();
    String::from_utf8(output).expect("the answer is text")
}

#[test]
fn without_options_it_is_the_model() {
    let model: Value = serde_json::from_str(&stdout(&[], "")).expect("JSON");
    assert_eq!(model["format"], "gongkai-form/1");
}

#[test]
fn the_form_holds_the_entry_and_what_is_wrong_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("entry.json");
    std::fs::write(&file, json!({ "elements": { "ban_gong_dian_hua": "<b>12" } }).to_string())
        .expect("written");
    let file = file.to_str().expect("a path");
    let quiet = stdout(&["--html", "--entry", file, "--today", "2026-09-01"], "");
    assert!(quiet.contains("value=\"&lt;b&gt;12\""), "{quiet}");
    assert!(!quiet.contains("不是有效电话号码"));
    let told = stdout(&["--html", "--entry", file, "--today", "2026-09-01", "--issues"], "");
    assert!(told.contains("不是有效电话号码"));
    assert!(stdout(&["--html", "--lang", "en"], "").contains("Check what is filled in"));
}

#[test]
fn a_post_is_an_entry_or_the_form_that_comes_back() {
    let body =
        "csrf=1&%3Fentry=%7B%7D&%2Felements%2Fban_gong_dian_hua=0736-7111111&%2Fformed_on=2026%2F9%2F1";
    let entry: Value = serde_json::from_str(&stdout(&["--posted", "-"], body)).expect("JSON");
    assert_eq!(
        entry,
        json!({ "formed_on": "2026-09-01", "elements": { "ban_gong_dian_hua": "0736-7111111" } })
    );
    let asking = format!("{body}&%3Fact=check");
    let html = stdout(&["--html", "--posted", "-"], &asking);
    assert!(html.contains("value=\"0736-7111111\"") && html.contains("需要修改"));
    let refused = form(&["--posted", "-"], "entry=%7B%7D").assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&refused).contains("不是来自"));
    form(&["--issues"], "").assert().code(2);
}
