//! Looking for personal data: what can be read, where things are found, and that values are not told.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::{Value, json};
use tempfile::TempDir;

const ID: &str = "11010519491231002X";
const MOBILE: &str = "13800138000";

fn privacy(arguments: &[&str], input: impl Into<Vec<u8>>) -> Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.arg("privacy").args(arguments).env_remove("LANG");
    command.write_stdin(input).assert()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn findings(assert: &Assert) -> Vec<Value> {
    let out = text(&assert.get_output().stdout);
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn places(assert: &Assert) -> Vec<String> {
    let place = |finding: &Value| finding["place"].as_str().expect("a place is text").to_owned();
    findings(assert).iter().map(place).collect()
}

fn file(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.path().join(name);
    fs::write(&path, content).expect("the folder can be written");
    path.display().to_string()
}

fn name(path: &str) -> &str {
    Path::new(path).parent().and_then(Path::to_str).expect("files stand in a folder")
}

#[test]
fn the_exit_code_says_what_was_found() {
    privacy(&[], "索引号：11441700007280420Y/2021-00050").code(0);
    privacy(&["-"], format!("手机：{MOBILE}")).code(1);
    privacy(&["--kind", "resident-id"], format!("手机：{MOBILE}")).code(0);
    privacy(&["no-such-file.txt"], "").code(2);
    privacy(&["--kind", "nonsense"], "").code(2);
    privacy(&["--format", "json"], "{ not json").code(2);
    privacy(&[], vec![0xff, 0xfe, b'1', 0]).code(2);
}

#[test]
fn a_finding_has_kind_certainty_place_and_mask_only() {
    let assert = privacy(&["--json"], format!("第一行\n张三，身份证号{ID}，\n")).code(1);
    let expected = json!({
        "kind": "resident-id", "certainty": "certain", "place": "-:2:8", "masked": "11*************02X",
    });
    assert_eq!(findings(&assert), [expected]);
}

#[test]
fn people_read_lines_in_their_language() {
    let input = format!("手机：{MOBILE}\n住址：河洑镇石板滩村3组15号");
    let chinese = text(&privacy(&[], input.clone()).get_output().stdout);
    assert_eq!(
        chinese,
        "-:1:4  手机号码  138****8000  确定\n-:2:4  家庭住址  河洑镇***  确定\n共2处：确定2处，可能0处\n"
    );
    let english = text(&privacy(&["--lang", "en"], input).get_output().stdout);
    assert!(english.contains("mobile number") && english.contains("home address"), "{english}");
    assert!(english.ends_with("2 found: 2 certain, 0 likely\n"), "{english}");
}

#[test]
fn values_are_never_told() {
    for arguments in [&["--json"][..], &[], &["--lang", "en"]] {
        let assert = privacy(arguments, format!("{ID} {MOBILE} 6222021234567890128 卡号")).code(1);
        let told = text(&assert.get_output().stdout) + &text(&assert.get_output().stderr);
        for value in [ID, MOBILE, "6222021234567890128"] {
            assert!(!told.contains(value), "{told}");
        }
    }
}

#[test]
fn the_heading_of_a_table_says_what_its_columns_are() {
    let folder = TempDir::new().expect("a temporary folder");
    let rows = format!("名单,,\n姓名,订单号,联系电话\n张三,{MOBILE},{MOBILE}\n\"李\n四\",1,\"{MOBILE}\"\n");
    let table = file(&folder, "a.csv", &rows);
    let assert = privacy(&[&table, "--json"], "").code(1);
    assert_eq!(places(&assert), [format!("{table}:C3"), format!("{table}:C4")]);

    let tabs = file(&folder, "a.tsv", rows.replace(',', "\t"));
    assert_eq!(places(&privacy(&[&tabs, "--json"], "").code(1)).len(), 2);
    assert_eq!(places(&privacy(&["--format", "csv", "--json"], rows)), ["-:C3", "-:C4"]);
    assert!(table.starts_with(name(&tabs)));
}

#[test]
fn tables_of_office_programs_are_read() {
    let folder = TempDir::new().expect("a temporary folder");
    let rows = format!("姓名,身份证号,住址\n张三,{},河洑镇石板滩村3组\n", &ID.replace('X', "1"));
    let (bytes, _, is_lossy) = encoding_rs::GB18030.encode(&rows);
    assert!(!is_lossy);
    let table = file(&folder, "gb.csv", bytes);
    let assert = privacy(&[&table, "--json"], "").code(1);
    assert_eq!(places(&assert), [format!("{table}:B2"), format!("{table}:C2")]);
    assert_eq!(findings(&assert)[1]["masked"], "河洑镇***");

    let table = file(&folder, "mark.csv", format!("\u{feff}手机,姓名\n{MOBILE},张三\n"));
    assert_eq!(findings(&privacy(&[&table, "--json"], "").code(1))[0]["certainty"], "certain");
}

#[test]
fn documents_are_searched_to_the_bottom() {
    let folder = TempDir::new().expect("a temporary folder");
    let document = json!({ "订单号": MOBILE, "名单": [{ "手机": MOBILE }, { "a/b": { "银行卡号": 6_222_021_234_567_890_128_u64 } }] });
    let one = file(&folder, "one.json", document.to_string());
    let assert = privacy(&[&one, "--json"], "").code(1);
    assert_eq!(places(&assert), [format!("{one}:1#/名单/0/手机"), format!("{one}:1#/名单/1/a~1b/银行卡号")]);
    let many = file(&folder, "many.ndjson", format!("{document}\n{{}}\n{document}\n"));
    assert_eq!(places(&privacy(&[&many, "--json"], "").code(1)).len(), 4);
}

#[test]
fn one_file_that_cannot_be_read_does_not_hide_the_next() {
    let folder = TempDir::new().expect("a temporary folder");
    let good = file(&folder, "good.txt", format!("手机：{MOBILE}"));
    let assert = privacy(&["no-such-file.txt", &good], "").code(2);
    assert!(text(&assert.get_output().stdout).contains("138****8000"));
    assert!(text(&assert.get_output().stderr).contains("no-such-file.txt"));
}

#[test]
fn a_line_of_any_length_is_read_in_pieces() {
    let line = format!("{}手机：{MOBILE}，{}", "说明，".repeat(400_000), "完".repeat(400_000));
    let assert = privacy(&["--json"], line).code(1);
    assert_eq!(places(&assert), ["-:1:1200004"]);
}
