//! Workbooks for `gongkai check`: which item they are of, where a fault stands, what is refused; and lists compared with
//! the ones before them.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: &str = "2026-09-01";
const ITEM: &str = "24/yi-wu-jiao-yu-xue-xiao-ming-lu";

fn gongkai(arguments: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(arguments).env_remove("LANG").assert()
}

fn check(arguments: &[&str]) -> Assert {
    gongkai(&[&["check", "--today", TODAY, "--json"], arguments].concat())
}

fn reports(assert: &Assert) -> Vec<Value> {
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

/// Where an issue of a report stands: column and cell.
fn place(report: &Value, code: &str) -> (String, String) {
    let issues = report["issues"].as_array().expect("a list");
    let issue =
        issues.iter().find(|issue| issue["code"] == code).unwrap_or_else(|| panic!("{code}: {report}"));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (text(&issue["column"]), text(&issue["cell"]))
}

const HEADINGS: [&str; 11] = [
    "标题*",
    "学校名称",
    "学校地址",
    "办学层次",
    "办学类型",
    "办公电话",
    "公开主体",
    "信息形成日期",
    "公开属性",
    "公开渠道",
    "公开日期",
];

/// A sheet of schools below a title; the cells of a school are its name and its telephone number.
fn schools(sheet: &mut Worksheet, schools: &[(&str, &str)]) {
    let day = Format::new().set_num_format("yyyy/m/d");
    sheet.write(0, 0, "学校名录").expect("it fits");
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(1, column, heading).expect("it fits");
    }
    for (row, (name, phone)) in (3..).zip(schools) {
        let date = ExcelDateTime::from_ymd(2026, 9, 1).expect("it exists");
        let texts = [*name, *name, "示例路1号", "小学", "公办", *phone, "示例县教育局"];
        for (column, text) in (0..).zip(texts) {
            sheet.write(row, column, text).expect("it fits");
        }
        sheet.write_with_format(row, 7, &date, &day).expect("it fits");
        sheet.write(row, 8, "主动公开").expect("it fits");
        sheet.write(row, 9, "政府网站；公开查阅点").expect("it fits");
        sheet.write_with_format(row, 10, &date, &day).expect("it fits");
    }
}

/// A workbook in a folder; `mark` is what its hidden sheet says.
fn workbook(folder: &TempDir, name: &str, list: &[(&str, &str)], mark: &[(&str, &str)]) -> PathBuf {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("名录 一").expect("a good name");
    schools(sheet, list);
    if !mark.is_empty() {
        let hidden = workbook.add_worksheet().set_name("gongkai").expect("a good name").set_hidden(true);
        for (row, (key, value)) in (0..).zip(mark) {
            hidden.write(row, 0, *key).expect("it fits").write(row, 1, *value).expect("it fits");
        }
    }
    let path = folder.path().join(name);
    workbook.save(&path).expect("there is room for it");
    path
}

fn mark(edition: &'static str) -> [(&'static str, &'static str); 4] {
    [
        ("format", "gongkai-template/1"),
        ("pack", "24-compulsory-education"),
        ("edition", edition),
        ("item", "yi-wu-jiao-yu-xue-xiao-ming-lu"),
    ]
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room for files")
}

fn path(path: &std::path::Path) -> &str {
    path.to_str().expect("names of temporary files are text")
}

#[test]
fn rows_of_a_workbook_are_entries_with_addresses() {
    let folder = folder();
    let list = [("第一小学", "0736-7111111"), ("第二小学", "7111112")];
    let file = workbook(&folder, "a.xlsx", &list, &[]);
    let checked = check(&[path(&file), "--item", ITEM]).code(1);
    let reports = reports(&checked);
    assert_eq!(reports.iter().map(|report| report["row"].clone()).collect::<Vec<_>>(), [json!(4), json!(5)]);
    assert_eq!(reports[0]["verdict"], "pass", "{}", reports[0]);
    let wanted = ("办公电话".to_owned(), "'名录 一'!F5".to_owned());
    assert_eq!(place(&reports[1], "phone-invalid"), wanted);

    let people = gongkai(&["check", "--today", TODAY, path(&file), "--item", ITEM]).code(1);
    assert!(stdout(&people).contains("F5 办公电话"), "{}", stdout(&people));
    let unnamed = check(&[path(&file)]).code(2);
    assert!(stderr(&unnamed).contains("--item"), "{}", stderr(&unnamed));
}

#[test]
fn cells_of_a_table_have_addresses_too() {
    let folder = folder();
    let file = folder.path().join("a.csv");
    fs::write(&file, "标题,办公电话\n甲,7111111\n").expect("there is room");
    let checked = check(&[path(&file), "--item", ITEM]).code(1);
    let wanted = ("办公电话".to_owned(), "B2".to_owned());
    assert_eq!(place(&reports(&checked)[0], "phone-invalid"), wanted);
}

#[test]
fn a_template_names_its_item_and_edition() {
    let folder = folder();
    let edition = gongkai::pack("24").expect("it is shipped").edition.as_str();
    let list = [("第一小学", "0736-7111111")];
    let same = workbook(&folder, "same.xlsx", &list, &mark(edition));
    let fine = check(&[path(&same)]).code(0);
    assert_eq!((reports(&fine).len(), stderr(&fine).as_str()), (1, ""));
    // The name of a file may say nothing.
    let nameless = folder.path().join("nameless");
    fs::copy(&same, &nameless).expect("there is room");
    assert_eq!(reports(&check(&[path(&nameless)]).code(0)).len(), 1);

    let old = workbook(&folder, "old.xlsx", &list, &mark("2001.1"));
    let warned = check(&[path(&old)]);
    assert!(stderr(&warned).contains("2001.1"), "{}", stderr(&warned));
    let codes = reports(&warned)[0]["issues"].to_string();
    assert!(codes.contains("edition-not-in-force"), "{codes}");
    let other = check(&[path(&same), "--item", "24/jiao-yu-fa-lv"]);
    assert!(stderr(&other).contains("24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"));

    let unknown =
        workbook(&folder, "unknown.xlsx", &list, &[mark(edition)[0], ("pack", "99-x"), ("item", "y")]);
    assert!(stderr(&check(&[path(&unknown)]).code(2)).contains("99-x/y"));
    let newer = workbook(&folder, "newer.xlsx", &list, &[("format", "gongkai-template/9")]);
    assert!(stderr(&check(&[path(&newer)]).code(2)).contains("gongkai-template/9"));
}

#[test]
fn what_is_no_workbook_is_refused_with_a_reason() {
    let folder = folder();
    for (name, bytes, wanted) in [
        ("old.xlsx", &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], ".xls "),
        ("broken.xlsx", b"PK\x03\x04 and no more", "不是有效的 Excel 工作簿"),
        ("text.xlsx", b"no container", "不是有效的 Excel 工作簿"),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).expect("there is room");
        let refused = check(&[path(&file), "--item", ITEM]).code(2);
        assert!(stderr(&refused).contains(wanted), "{name}: {}", stderr(&refused));
    }
    let empty = folder.path().join("empty.xlsx");
    let mut book = Workbook::new();
    book.add_worksheet();
    book.save(&empty).expect("there is room");
    assert!(stderr(&check(&[path(&empty), "--item", ITEM]).code(2)).contains("没有表头"));
}

#[test]
fn a_list_is_compared_with_the_one_before() {
    let folder = folder();
    let old = workbook(
        &folder,
        "old.xlsx",
        &[("甲", "0736-7111111"), ("乙", "0736-7111112"), ("丙", "0736-7111113")],
        &mark("2019.1"),
    );
    let new = workbook(
        &folder,
        "new.xlsx",
        &[("丁", "0736-7111114"), ("乙", "0736-7111119"), ("甲", "0736-7111111")],
        &mark("2019.1"),
    );
    let compared = check(&[path(&new), "--against", path(&old), "--summary"]);
    let summary = reports(&compared).pop().expect("the summary is the last line");
    let wanted = json!({ "unchanged": 1, "changed": 1, "new": 1, "gone": 1 });
    assert_eq!(summary["summary"]["against"], wanted);
    let said = gongkai(&["check", "--today", TODAY, path(&new), "--against", path(&old)]);
    assert!(stdout(&said).contains("未变1条，有变1条，新增1条，减少1条"), "{}", stdout(&said));
    let said = gongkai(&["check", "--lang", "en", path(&new), "--against", path(&old)]);
    assert!(stdout(&said).contains("1 unchanged, 1 changed, 1 new, 1 gone"), "{}", stdout(&said));

    // Whatever it is written as.
    let lines = folder.path().join("old.ndjson");
    let pack = gongkai::pack("24").expect("it is shipped");
    let entry =
        pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("it is").example(jiff::civil::date(2026, 9, 1));
    fs::write(&lines, format!("{entry}\n")).expect("there is room");
    let compared = check(&[path(&lines), "--against", path(&lines), "--summary"]);
    let summary = reports(&compared).pop().expect("the summary is the last line");
    assert_eq!(summary["summary"]["against"], json!({ "unchanged": 1, "changed": 0, "new": 0, "gone": 0 }));

    let missing = check(&[path(&new), "--against", "no-such.xlsx", "--summary"]).code(2);
    assert!(stderr(&missing).contains("no-such.xlsx"));
    let summary = reports(&missing).pop().expect("the summary is the last line");
    assert_eq!(summary["summary"]["against"], Value::Null, "nothing to compare with");
}

#[test]
fn tables_and_templates_are_written_where_they_are_wanted() {
    let folder = folder();
    for name in ["a.xlsx", "a.docx", "a.html", "a.csv", "a.md"] {
        let file = folder.path().join(name);
        let said = gongkai(&["export", "义务教育", "--to", path(&file)]).code(0);
        assert!(stdout(&said).contains("18个事项"), "{}", stdout(&said));
        assert!(fs::metadata(&file).is_ok_and(|about| about.len() > 1000), "{name}");
    }
    let shown = gongkai(&["export", "24", "--to", "-", "--format", "md"]).code(0);
    assert!(
        stdout(&shown).starts_with("# （二十四）义务教育领域基层政务公开标准目录\n"),
        "{}",
        stdout(&shown)
    );
    let csv = fs::read(folder.path().join("a.csv")).expect("it was written");
    assert!(csv.starts_with(b"\xef\xbb\xbf") && csv.windows(2).any(|pair| pair == b"\r\n"));

    let file = folder.path().join("t.xlsx");
    let said = gongkai(&["template", ITEM, "--to", path(&file), "--rows", "20", "--json"]).code(0);
    let about: Value = serde_json::from_str(&stdout(&said)).expect("one document");
    assert_eq!(
        (&about["item"], &about["pack"]),
        (&json!("yi-wu-jiao-yu-xue-xiao-ming-lu"), &json!("24-compulsory-education"))
    );
    let empty = check(&[path(&file)]).code(0);
    assert!(reports(&empty).is_empty() && stderr(&empty).contains("没有内容可检查"), "{}", stderr(&empty));

    assert!(stderr(&gongkai(&["export", "24", "--to", "a.pdf"]).code(2)).contains("a.pdf"));
    assert!(stderr(&gongkai(&["export", "24", "--to", "-"]).code(2)).contains("--format"));
    let nowhere = folder.path().join("none/a.csv");
    assert!(stderr(&gongkai(&["export", "24", "--to", path(&nowhere)]).code(2)).contains("无法写入"));
    assert!(stderr(&gongkai(&["template", ITEM, "--to", "-", "--rows", "0"]).code(2)).contains("--rows"));
}
