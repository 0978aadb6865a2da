//! `gongkai import`: the published tables as a careful clerk reads them, what is written, and how calls end.

use std::path::{Path, PathBuf};
use std::process::Command;

use gongkai_core::Guideline;
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/importer-corpus")
}

fn gongkai() -> Command {
    Command::new(env!("CARGO_BIN_EXE_gongkai"))
}

/// Exit code, standard output and standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = gongkai().args(arguments).env("LANG", "zh_CN.UTF-8").output().expect("the command starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn document(name: &str) -> String {
    corpus().join(name).display().to_string()
}

#[test]
fn every_published_table_is_read_as_a_careful_clerk_reads_it() {
    let output = Command::new("python3")
        .arg(corpus().join("score.py"))
        .arg(corpus())
        .args(["-v", "--", env!("CARGO_BIN_EXE_gongkai"), "import", "--json"])
        .output()
        .expect("python3 is installed");
    let told = String::from_utf8_lossy(&output.stdout);
    println!("{told}");
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    let mut documents = 0;
    for line in told.lines().filter(|line| line.contains("must-warnings")) {
        documents += 1;
        let warned = line.split(", ").find(|part| part.ends_with("must-warnings")).expect("it is counted");
        let (given, wanted) =
            warned.trim_end_matches(" must-warnings").split_once('/').expect("given of wanted");
        assert_eq!(given, wanted, "{line}");
    }
    assert_eq!(documents, 17, "{told}");
}

#[test]
fn drafts_and_reports_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    let (code, said, _) = run(&["import", &document("01-compulsory-education.html"), "-o", &out]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("义务教育") && said.contains("未读懂"), "{said}");
    let draft = std::fs::read_to_string(folder.path().join("24-compulsory-education/guideline.toml"))
        .expect("a draft");
    let guideline = Guideline::from_toml(&draft).expect("it is a guideline");
    // The row whose time limit is masked waits for a person.
    assert_eq!(guideline.items.len(), 17);
    assert!(draft.contains("# 待确认") && draft.contains("# [[items]]"));
    assert!(gongkai_core::compile(&guideline, gongkai::lexicon()).is_ok());
    let imported = guideline.items[0].provenance.imported.as_ref().expect("its place is on record");
    assert_eq!((imported.table, imported.rows.as_slice()), (1, &[5][..]));
    let page =
        std::fs::read_to_string(folder.path().join("01-compulsory-education.import.html")).expect("a page");
    assert!(["SHA-256", "教育法律", "原文", "未读懂"].iter().all(|word| page.contains(word)));
    let report: Value = serde_json::from_str(
        &std::fs::read_to_string(folder.path().join("01-compulsory-education.import.json"))
            .expect("a report"),
    )
    .expect("it is JSON");
    assert_eq!(report["outcome"], "ok");
    assert_eq!(report["not_understood"][0]["kind"], "time-limit-masked");
    assert_eq!(report["not_understood"][0]["address"]["cell"], "F18");
}

#[test]
fn a_held_back_row_is_a_row_once_its_comments_are_taken_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    run(&["import", &document("01-compulsory-education.html"), "-o", &out]);
    let draft = std::fs::read_to_string(folder.path().join("24-compulsory-education/guideline.toml"))
        .expect("a draft");
    let (kept, held) = draft.split_once("\n# 待确认").expect("a row is held back");
    let row: String = held
        .lines()
        .skip(1)
        .filter_map(|line| line.strip_prefix("# "))
        .map(|line| format!("{line}\n"))
        .collect();
    let guideline = Guideline::from_toml(&format!("{kept}\n{row}")).expect("it is a guideline");
    assert_eq!(guideline.items.len(), 18);
}

#[test]
fn a_new_state_of_a_guideline_keeps_its_ids() {
    let file = document("01-compulsory-education.html");
    let (code, said, _) = run(&["import", &file, "--onto", "24", "--json"]);
    assert_eq!(code, 0);
    let report: Value = serde_json::from_str(&said).expect("it is JSON");
    let counts = &report["reconciled"][0]["counts"];
    let count = |name: &str| counts[name].as_u64().expect("a number");
    assert!(count("kept") + count("changed") >= 15, "{counts}");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    run(&["import", &file, "--onto", "24", "-o", &out]);
    let draft = std::fs::read_to_string(folder.path().join("24-compulsory-education/guideline.toml"))
        .expect("a draft");
    let guideline = Guideline::from_toml(&draft).expect("it is a guideline");
    let register = guideline.items.iter().find(|row| row.name.as_deref() == Some("义务教育学校名录"));
    assert_eq!(register.and_then(|row| row.id.as_deref()), Some("yi-wu-jiao-yu-xue-xiao-ming-lu"));
}

#[test]
fn how_calls_end() {
    assert_eq!(run(&["import", "--strict", &document("01-compulsory-education.html")]).0, 1);
    assert_eq!(run(&["import", "--strict", &document("07-social-assistance.docx")]).0, 0);
    let (code, said, _) = run(&["import", &document("06-work-safety-flipbook.html")]);
    assert_eq!(code, 1);
    assert!(said.contains("请上传原始文件"), "{said}");
    let (code, _, said) = run(&["import", "no-such-file.docx"]);
    assert_eq!(code, 2);
    assert!(said.contains("no-such-file.docx"), "{said}");
    let (code, said, _) = run(&["import", "no-such-file.docx", "--json"]);
    assert_eq!(code, 2);
    let report: Value = serde_json::from_str(&said).expect("it is JSON");
    assert_eq!(report["outcome"], "refused");
    assert!(report["why"]["en"].as_str().is_some_and(|why| why.contains("cannot be read")), "{said}");
}
