//! Looking up domains and items, by whatever name people use.

use assert_cmd::Command;
use serde_json::Value;

const ITEM: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";

/// The command in a surrounding without a language of its own.
fn gongkai(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.args(arguments).env_remove("LANG");
    command
}

fn stdout(arguments: &[&str]) -> String {
    let output = gongkai(arguments).assert().success().get_output().stdout.clone();
    String::from_utf8(output).expect("the answer is text")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(arguments)).expect("the answer is JSON")
}

/// What a bad call says; it says nothing on standard output and ends with 2.
fn complaint(arguments: &[&str]) -> String {
    let assert = gongkai(arguments).assert().code(2).stdout("");
    String::from_utf8(assert.get_output().stderr.clone()).expect("the complaint is text")
}

#[test]
fn domains_are_listed() {
    let list = json(&["domains", "--json"]);
    let list = list.as_array().expect("a list");
    assert_eq!(list.len(), gongkai::packs().len());
    for (domain, pack) in list.iter().zip(gongkai::packs()) {
        assert_eq!(domain["code"], pack.code.as_str());
        assert_eq!(domain["slug"], pack.slug.as_str());
        assert_eq!(domain["name"], pack.name.as_str());
        assert_eq!(domain["items"], pack.items.len());
        let (seen, recalled) = (domain["seen"].as_u64(), domain["recalled"].as_u64());
        assert_eq!(seen.zip(recalled).map(|(seen, recalled)| seen + recalled), Some(pack.items.len() as u64));
    }
    let table = stdout(&["domains"]);
    assert_eq!(table.lines().count(), gongkai::packs().len() + 1);
    assert!(table.starts_with("代码"));
}

#[test]
fn items_are_listed_under_every_name_of_a_domain() {
    let wanted = json(&["items", "24-compulsory-education", "--json"]);
    for name in ["24", "compulsory-education", "义务教育"] {
        assert_eq!(json(&["items", name, "--json"]), wanted, "{name}");
    }
    assert_eq!(json(&["items", "4", "--json"]), json(&["items", "04", "--json"]));
    let all = json(&["items", "--json"]);
    let count = gongkai::packs().iter().map(|pack| pack.items.len()).sum::<usize>();
    assert_eq!(all.as_array().map(Vec::len), Some(count));
    assert_eq!(stdout(&["items"]).lines().count(), count + 1);
}

#[test]
fn documents_of_an_item_are_those_of_the_library() {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    for name in [
        ITEM,
        "24/yi-wu-jiao-yu-xue-xiao-ming-lu",
        "义务教育/义务教育学校名录",
        "compulsory-education/义务教育学校名录",
    ] {
        assert_eq!(json(&["schema", name]), item.json_schema(), "{name}");
        assert_eq!(json(&["form", name]), serde_json::to_value(item.form()).expect("plain data"), "{name}");
        let today = jiff::civil::date(2026, 9, 1);
        assert_eq!(json(&["example", name, "--today", "2026-09-01"]), item.example(today), "{name}");
    }
}

#[test]
fn tables_line_up() {
    let table = stdout(&["items", "24"]);
    // The last column begins in the same cell of every line.
    let starts: Vec<usize> = table
        .lines()
        .map(|line| {
            let at = line.rfind("  ").expect("there are several columns") + 2;
            unicode_width::UnicodeWidthStr::width(&line[..at])
        })
        .collect();
    assert!(starts.windows(2).all(|pair| pair[0] == pair[1]), "{table}");
}

#[test]
fn the_language_follows_the_option_then_the_environment_then_is_chinese() {
    let first_line = |command: &mut Command| {
        let output = command.assert().success().get_output().stdout.clone();
        String::from_utf8_lossy(&output).lines().next().unwrap_or_default().to_owned()
    };
    assert!(first_line(&mut gongkai(&["domains"])).contains("领域"));
    assert!(first_line(gongkai(&["domains"]).env("LANG", "en_US.UTF-8")).contains("domain"));
    assert!(first_line(gongkai(&["domains"]).env("LANG", "zh_CN.UTF-8")).contains("领域"));
    assert!(first_line(gongkai(&["domains"]).env("LANG", "C.UTF-8")).contains("领域"));
    assert!(first_line(gongkai(&["domains", "--lang", "zh-CN"]).env("LANG", "en_US.UTF-8")).contains("领域"));
    assert!(first_line(&mut gongkai(&["--lang", "en", "domains"])).contains("domain"));
}

#[test]
fn unknown_names_bring_near_ones_to_mind() {
    assert!(complaint(&["items", "compulsary-education"]).contains("24 义务教育"));
    assert!(complaint(&["items", "义务"]).contains("24 义务教育"));
    assert!(complaint(&["items", "ywjy"]).contains("24 义务教育"));
    assert!(complaint(&["schema", "24/学校名录"]).contains("24/yi-wu-jiao-yu-xue-xiao-ming-lu"));
    assert!(
        complaint(&["schema", "24/yi-wu-jiaoyu-xue-xiao-minglu"])
            .contains("24/yi-wu-jiao-yu-xue-xiao-ming-lu")
    );
    let english = complaint(&["items", "ywjy", "--lang", "en"]);
    assert!(english.contains("did you mean 24 义务教育?"), "{english}");
    assert!(!complaint(&["items", "qqqq"]).contains("是否指"));
    assert!(!complaint(&["items", ""]).contains("是否指"));
}

#[test]
fn a_name_of_several_items_asks_for_an_id() {
    let text = complaint(&["schema", "14/年度计划"]);
    assert!(
        text.contains("14/fu-pin-zi-jin-nian-du-ji-hua")
            && text.contains("14/fu-pin-xiang-mu-nian-du-ji-hua")
    );
}

#[test]
fn bad_calls_end_with_2() {
    for arguments in [
        &["schema", "24"][..],
        &["schema"],
        &["nonsense"],
        &[],
        &["example", ITEM, "--today", "2026-02-30"],
        &["domains", "--lang", "fr"],
    ] {
        complaint(arguments);
    }
}
