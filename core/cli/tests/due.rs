//! `gongkai due`: due days, how they are explained, and calls that cannot be answered.

use assert_cmd::Command;
use serde_json::{Value, json};

/// Start, working days, last day.
const VECTORS: &[(&str, u32, &str)] = &[
    ("2020-06-04", 20, "2020-07-03"),
    ("2020-06-04", 7, "2020-06-15"),
    ("2020-06-04", 15, "2020-06-28"),
    ("2020-01-15", 20, "2020-02-19"),
    ("2020-09-21", 20, "2020-10-23"),
    ("2021-02-03", 7, "2021-02-18"),
    ("2024-09-10", 20, "2024-10-14"),
    ("2025-09-25", 20, "2025-10-29"),
    ("2025-12-25", 20, "2026-01-23"),
    ("2026-02-06", 20, "2026-03-12"),
];

fn due(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    command.arg("due").args(arguments).env_remove("LANG");
    command
}

fn stdout(arguments: &[&str]) -> String {
    let output = due(arguments).assert().success().get_output().stdout.clone();
    String::from_utf8(output).expect("the answer is text")
}

fn answer(from: &str, limit: &str) -> Value {
    serde_json::from_str(&stdout(&["--json", "--from", from, "--limit", limit])).expect("the answer is JSON")
}

/// What a bad call says; it says nothing on standard output and ends with 2.
fn complaint(arguments: &[&str]) -> String {
    let assert = due(arguments).assert().code(2).stdout("");
    String::from_utf8(assert.get_output().stderr.clone()).expect("the complaint is text")
}

#[test]
fn vectors_hold_from_the_start_told_to_the_last_day_told() {
    for (from, days, last) in VECTORS {
        let answer = answer(from, &format!("信息形成或者变更之日起{days}个工作日内"));
        assert_eq!(answer["due"], *last, "{from}");
        assert_eq!(
            answer["clauses"],
            json!([{
                "kind": "within", "amount": days, "unit": "working-days", "trigger": "formed-or-changed",
                "text": format!("信息形成或者变更之日起{days}个工作日内"), "due": last,
            }])
        );
        let steps = answer["explanation"].as_array().expect("a list");
        let said = |index: usize, lang: &str| steps[index][lang].as_str().expect("a sentence").to_owned();
        assert!(said(0, "zh-CN").contains(from) && said(0, "en").contains(from));
        let end = steps.len() - 1;
        assert!(said(end, "zh-CN").contains(last) && said(end, "en").contains(last), "{steps:?}");
    }
}

#[test]
fn the_way_is_told_in_both_languages() {
    let arguments = ["--from", "2020-06-04", "--limit", "自收到申请之日起20个工作日内"];
    let chinese = stdout(&arguments);
    for part in [
        "收到申请",
        "自2020-06-04起算，当日不计入",
        "端午节，2020-06-25至2020-06-27",
        "2020-06-28（端午节调休）",
        "其余周末不计入：6天",
        "到期日：2020-07-03",
    ] {
        assert!(chinese.contains(part), "{part} in\n{chinese}");
    }
    let english = stdout(&[&arguments[..], &["--lang", "en"]].concat());
    for part in [
        "the day of “收到申请”",
        "counts from 2020-06-04, which is not counted itself",
        "Dragon Boat Festival, 2020-06-25 to 2020-06-27",
        "weekend day worked, counted: 2020-06-28",
        "other weekend days, not counted: 6",
        "due: 2020-07-03",
    ] {
        assert!(english.contains(part), "{part} in\n{english}");
    }
}

#[test]
fn calendar_days_move_off_days_off_and_the_length_of_a_notice_does_not() {
    // 2020-06-25 is a holiday, 2020-06-28 a Sunday that is worked.
    let limit = answer("2020-06-05", "本级政府财政部门批复后20日内");
    assert_eq!(limit["due"], "2020-06-28");
    let steps = limit["explanation"].to_string();
    assert!(steps.contains("2020-06-25是休息日，顺延到2020-06-28"), "{steps}");
    assert_eq!(answer("2020-06-05", "征求意见期限不得少于20日")["due"], "2020-06-25");
    assert_eq!(answer("2020-01-30", "信息形成后1个月内")["due"], "2020-03-02");
}

#[test]
fn what_gives_no_day_says_why() {
    for (limit, zh, en) in [
        ("及时公开", "按本地规定掌握", "local rules"),
        ("《听证通知书》在组织听证7个工作日前予以公开", "“组织听证”之前7个工作日", "7 working days before"),
        ("提前一周发通知邀请", "提前1周", "1 week ahead"),
        ("随采购公告、采购文件公开", "采购公告、采购文件", "together with"),
        ("每年1月31日前", "01-31", "every year"),
        ("其他内容为依申请公开", "依申请公开", "on request"),
        ("同上", "上一行", "row above"),
        ("信息形成之日起*个工作日内", "数字没有写明", "number is not printed"),
        ("信息形成之日起20内", "没有写明是工作日还是日", "unit is not printed"),
        ("事故发生后24小时内", "按小时", "hours"),
        ("法律法规另有规定的从其规定", "以其为准", "that one holds"),
    ] {
        let answer = answer("2020-06-04", limit);
        assert_eq!(answer["due"], Value::Null, "{limit}");
        let steps = answer["explanation"].to_string();
        assert!(steps.contains(zh) && steps.contains(en), "{limit}: {steps}");
    }
}

#[test]
fn several_clauses_are_counted_each() {
    let due = |limit| {
        let answer = answer("2020-06-04", limit);
        let of_clause = |clause: &Value| clause["due"].as_str().map(str::to_owned);
        let each: Vec<_> = answer["clauses"].as_array().expect("a list").iter().map(of_clause).collect();
        (answer["due"].as_str().map(str::to_owned), each)
    };
    let day = |day: &str| Some(day.to_owned());
    // A notice that runs for some days is no day by which to publish.
    assert_eq!(due("及时公开，公告期限为5个工作日"), (None, vec![None, day("2020-06-11")]));
    assert_eq!(
        due("信息形成或者变更之日起20个工作日内，法律法规另有规定的从其规定"),
        (day("2020-07-03"), vec![day("2020-07-03"), None])
    );
    assert_eq!(
        due("信息形成之日起20个工作日内；行政许可决定作出后7个工作日内"),
        (day("2020-07-03"), vec![day("2020-07-03"), day("2020-06-15")])
    );
    assert_eq!(
        due("行政处罚决定7个工作日内；其他信息20个工作日内"),
        (None, vec![day("2020-06-15"), day("2020-07-03")])
    );
    let text = stdout(&["--from", "2020-06-04", "--limit", "及时公开，公告期限为5个工作日"]);
    assert!(text.ends_with("没有统一的到期日，各条分别计算\n"), "{text}");
}

#[test]
fn an_item_gives_its_limit() {
    let item = "24/yi-wu-jiao-yu-xue-xiao-ming-lu";
    let limit = gongkai::pack("24").and_then(|pack| pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu"));
    let limit = limit.and_then(|item| item.time_limit.clone()).expect("the item has a limit");
    let by_item = stdout(&["--json", "--from", "2020-06-04", "--item", item]);
    assert_eq!(by_item, stdout(&["--json", "--from", "2020-06-04", "--limit", &limit.text]));
}

#[test]
fn what_was_not_read_is_named() {
    let limit = "作出决定之日起7个工作日内；情况复杂的可延长7个工作日";
    let read = answer("2020-06-04", limit);
    assert_eq!(read["due"], "2020-06-15");
    assert_eq!(read["unread"], json!(["情况复杂的可延长7个工作日"]));
    let text = stdout(&["--from", "2020-06-04", "--limit", limit]);
    assert!(text.contains("没有读懂，请人工判断：情况复杂的可延长7个工作日"), "{text}");
}

#[test]
fn calls_that_cannot_be_answered_end_with_2() {
    let from = ["--from", "2020-06-04"];
    let unread = complaint(&[&from[..], &["--limit", "详见附件"]].concat());
    assert!(unread.contains("没有读懂：详见附件"), "{unread}");
    let unread = complaint(&[&from[..], &["--limit", "详见附件", "--json", "--lang", "en"]].concat());
    assert!(unread.contains("could not be read: 详见附件"), "{unread}");
    assert!(complaint(&["--from", "2099-06-04", "--limit", "20个工作日"]).contains("放假安排"));
    let without =
        gongkai::packs().iter().flat_map(|pack| pack.items()).find(|item| item.time_limit.is_none());
    let without = without.expect("some tables print no limit");
    let address = format!("{}/{}", without.pack.code, without.id);
    assert!(complaint(&[&from[..], &["--item", &address]].concat()).contains("没有公开时限"));
    for arguments in [
        &["--limit", "20个工作日"][..],
        &["--from", "2020-06-04"],
        &["--from", "2020-06-31", "--limit", "20个工作日"],
        &["--from", "2020-06-04", "--limit", "20个工作日", "--item", "24/a"],
        &["--from", "2020-06-04", "--limit", ""],
        &["--from", "2020-06-04", "--item", "24/nothing"],
    ] {
        complaint(arguments);
    }
}
