//! What `gongkai check` can read: formats, encodings, tables, and what it says of what is none of them.

use std::fs;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: &str = "2026-09-01";
const ITEM: &str = "24/yi-wu-jiao-yu-xue-xiao-ming-lu";

fn example() -> Value {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    item.example(jiff::civil::date(2026, 9, 1))
}

fn check(arguments: &[&str], input: impl Into<Vec<u8>>) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(["check", "--today", TODAY]).args(arguments).env_remove("LANG");
    command.write_stdin(input).assert()
}

fn reports(assert: &assert_cmd::assert::Assert) -> Vec<Value> {
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn stderr(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

/// Codes with columns of each report of a table.
fn columns(report: &Value) -> Vec<(String, String)> {
    let issues = report["issues"].as_array().expect("a list");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    issues.iter().map(|issue| (text(&issue["code"]), text(&issue["column"]))).collect()
}

/// A table whose first entry is the example, with a telephone number and a day of publication.
fn table(phone: &str, published: &str) -> String {
    let entry = example();
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    let mut headings = String::from("标题*,公开主体,形成日期,公开属性,公开渠道,公开日期");
    let mut cells = format!("第一小学,示例教育局,2026年9月1日,主动公开,政府网站；公示栏,{published}");
    for field in &item.fields {
        headings.push_str(&format!(",{}", field.name));
        let value = match &entry["elements"][&field.key] {
            _ if field.key == "ban_gong_dian_hua" => phone.to_owned(),
            Value::String(text) => text.clone(),
            Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("；"),
            other => other.to_string(),
        };
        cells.push_str(&format!(",\"{}\"", value.replace('"', "\"\"")));
    }
    format!("{headings}\n{cells}\n")
}

#[test]
fn rows_of_a_table_are_entries() {
    let good = check(&["-", "--item", ITEM, "--json"], table("0736-7111111", "2026/9/1")).code(0);
    assert_eq!(reports(&good).len(), 1);
    assert_eq!((&reports(&good)[0]["verdict"], &reports(&good)[0]["row"]), (&json!("pass"), &json!(2)));

    let bad = check(&["-", "--item", ITEM, "--json"], table("7111111", "昨天")).code(1);
    let found = columns(&reports(&bad)[0]);
    for wanted in [("phone-invalid", "办公电话"), ("date-invalid", "公开日期")] {
        assert!(found.contains(&(wanted.0.to_owned(), wanted.1.to_owned())), "{found:?}");
    }
    let people = check(&["-", "--item", ITEM], table("7111111", "2026/9/1")).code(1);
    let text = String::from_utf8_lossy(&people.get_output().stdout).into_owned();
    assert!(text.starts_with("-:2  义务教育/义务教育学校名录  不能发布  第一小学"), "{text}");
    assert!(
        text.lines().nth(1).is_some_and(|line| line.contains("单元格") && !line.contains("位置")),
        "{text}"
    );
}

#[test]
fn rows_are_counted_as_spreadsheets_do() {
    let mut text = table("0736-7111111", "2026-09-01");
    let row = text.lines().nth(1).expect("there is a row").to_owned();
    // A blank row, and a cell of two lines.
    text.push_str(",,,,\n\n");
    text.push_str(&format!("{}\n", row.replace("\"0736-7111111\"", "\"0736-\n7111111\"")));
    text.push_str(&format!("{}\r\n{row}", row.replace("0736-7111111", "1")));
    let assert = check(&["-", "--item", ITEM, "--json"], text).code(1);
    let rows: Vec<Option<u64>> = reports(&assert).iter().map(|report| report["row"].as_u64()).collect();
    assert_eq!(rows, [Some(2), Some(5), Some(6), Some(7)]);
}

#[test]
fn encodings_and_separators_of_spreadsheets_are_understood() {
    let text = table("7111111", "2026-09-01");
    let wanted = reports(&check(&["-", "--item", ITEM, "--json"], text.clone()).code(1));
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let marked = format!("\u{feff}{text}");
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [gb.into_owned(), marked.into_bytes(), utf16, text.replace('\n', "\r\n").into_bytes()] {
        assert_eq!(
            reports(&check(&["-", "--item", ITEM, "--json", "--format", "csv"], bytes).code(1)),
            wanted
        );
    }
    let tabs = text.replace(',', "\t");
    assert_eq!(reports(&check(&["-", "--item", ITEM, "--json"], tabs).code(1)), wanted);
}

#[test]
fn columns_that_mean_nothing_are_named() {
    let text = "学校名陈,序号,办公电话\n甲,1,0736-7111111\n";
    let assert = check(&["-", "--item", ITEM], text).code(1);
    let said = stderr(&assert);
    assert!(said.contains("序号") && said.contains("学校名陈 (是否指: 学校名称)"), "{said}");
    assert!(stderr(&check(&["-", "--item", ITEM, "--quiet"], text)).is_empty());

    let said = |text: &str| stderr(&check(&["-", "--item", ITEM, "--format", "csv"], text).code(2));
    assert!(said("甲,乙\n1,2\n").contains("甲、乙"));
    assert!(said("办公电话,办公电话\n1,2\n").contains("“办公电话”重复"));
    assert!(said("办公电话,ban_gong_dian_hua\n1,2\n").contains("两列"));
    assert!(said("").contains("没有表头"));
    assert!(said("办公电话\n1,2\n").contains("-:2: 有2格，而表头只有1列"));
}

#[test]
fn parts_of_elements_may_have_columns_of_their_own() {
    let item = "04/zheng-fu-yu-suan";
    let pack = gongkai::pack("04").expect("the pack is shipped");
    let found = pack.item("zheng-fu-yu-suan").expect("the item is shipped");
    let is_document =
        |field: &&gongkai_core::Field| matches!(field.kind, gongkai_core::Kind::Document { .. });
    let field = found.fields.iter().find(is_document).expect("it has documents");
    let text = format!("标题,{0}/标题,{0}/日期,{0}/link\n甲,办法,2026年13月1日,ftp:/x\n", field.name);
    let report = &reports(&check(&["-", "--item", item, "--json"], text).code(1))[0];
    let found = columns(report);
    for (code, part) in [("date-invalid", "日期"), ("url-invalid", "link")] {
        assert!(found.contains(&(code.to_owned(), format!("{}/{part}", field.name))), "{found:?}");
    }
}

#[test]
fn a_table_needs_its_item() {
    for language in ["zh-CN", "en"] {
        let said = stderr(&check(&["-", "--lang", language], table("1", "")).code(2));
        assert!(said.contains("--item"), "{said}");
    }
}

#[test]
fn the_format_follows_option_then_name_then_content() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("the folder can be written to");
        path.to_string_lossy().into_owned()
    };
    let (one, two) = (example().to_string(), format!("{0}\n{0}\n", example()));
    assert_eq!(reports(&check(&[&file("a.ndjson", &two), "--json"], "").code(0)).len(), 2);
    assert_eq!(reports(&check(&[&file("a.txt", &two), "--json"], "").code(0)).len(), 2);
    assert_eq!(reports(&check(&[&file("a.json", &two), "--json"], "").code(0)).len(), 2);
    assert_eq!(reports(&check(&[&file("b.json", &format!("\u{feff}{one}")), "--json"], "").code(0)).len(), 1);
    let pretty = format!("{:#}", json!([example(), example()]));
    assert_eq!(reports(&check(&[&file("c.txt", &pretty), "--json"], "").code(0)).len(), 2);
    assert!(
        reports(&check(&[&file("d.txt", &pretty), "--json", "--format", "ndjson"], "").code(2)).is_empty()
    );
    let rows = file("e.csv", &table("0736-7111111", "2026-09-01"));
    assert_eq!(reports(&check(&[&rows, "--json", "--item", ITEM], "").code(0)).len(), 1);
    check(&[&rows, "--json", "--format", "json", "--item", ITEM], "").code(2);
}

#[test]
fn what_is_no_entry_is_named_with_line_and_column() {
    let said = |text: &[u8]| stderr(&check(&["-", "--lang", "en"], text).code(2));
    assert!(said(b"{\"a\" 1}").contains("-:1: not JSON: line 1 column 6: expected `:`"));
    assert!(said("[\n {},\n {\"名\": x}]".as_bytes()).contains("-:2: not JSON: line 3 column 8"));
    assert!(said(b"[{} {}]").contains("line 1 column 5: expected `,` or `]`"));
    assert!(said(b"[{},]").contains("line 1 column 5: trailing comma"));
    assert!(said(b"{\"a\": \"\xff\"}").contains("not UTF-8 at line 1 column 8"));
    assert!(said(b"{\"a\": [").contains("EOF"));
    assert!(said(b"hello").contains("line 1 column 1: expected value"));
    let chinese = stderr(&check(&["-"], "{\"a\" 1}").code(2));
    assert!(chinese.contains("第1行第6个字符处，此处应为冒号"), "{chinese}");
}

#[test]
fn a_broken_line_does_not_stop_the_lines_after_it() {
    let text = format!("{0}\n{{\n\n{0}\nnonsense\n{0}", example());
    let assert = check(&["-", "--json"], text).code(2);
    assert_eq!(reports(&assert).len(), 3);
    let said = stderr(&assert);
    assert!(said.contains("-:2: ") && said.contains("-:5: ") && said.lines().count() == 2, "{said}");
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for text in ["", " \n", "[]", "\u{feff}"] {
        let assert = check(&["-", "--lang", "en"], text).code(0);
        assert_eq!(stderr(&assert), "-: no entries\n", "{text:?}");
        assert_eq!(stderr(&check(&["-", "--quiet"], text).code(0)), "");
    }
}

#[test]
fn folders_and_missing_files_are_told_apart() {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().to_string_lossy().into_owned();
    let missing = folder.path().join("missing.json").to_string_lossy().into_owned();
    assert!(stderr(&check(&[&path], "").code(2)).contains("是文件夹"));
    assert!(stderr(&check(&[&missing], "").code(2)).contains("文件不存在"));
    assert!(stderr(&check(&[&path, "--lang", "en"], "").code(2)).contains("it is a folder"));
    assert!(stderr(&check(&["-", "--local", &missing], "").code(2)).contains("文件不存在"));
}
