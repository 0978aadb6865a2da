//! Time limits as counties print them, beyond the wordings of the shipped tables, with what a careful clerk reads.

use gongkai_core::time_limit::{Clause, TimeLimit, Trigger};

/// A clause in few words.
fn told(clause: &Clause) -> String {
    let name = |value: serde_json::Value| value.as_str().map(str::to_owned);
    let kind = serde_json::to_value(clause.kind).ok().and_then(name);
    let unit = clause.unit.and_then(|unit| serde_json::to_value(unit).ok()).and_then(name);
    let trigger = clause.trigger.as_ref().map(|trigger| match trigger {
        Trigger::FormedOrChanged => "formed".to_owned(),
        Trigger::Event(event) => format!("from {event}"),
        other => format!("{other:?}"),
    });
    let part = clause.part.as_ref().map(|part| format!("part {part}"));
    let amount = clause.amount.map(|amount| amount.to_string());
    let rest = [clause.basis.clone(), clause.word.clone(), clause.date.clone()];
    let words: Vec<String> = [kind, amount, unit, trigger, part].into_iter().chain(rest).flatten().collect();
    words.join(" ")
}

#[track_caller]
fn assert_read(text: &str, expected: &[&str], unread: &[&str]) {
    let limit = TimeLimit::parse(text);
    let read: Vec<String> = limit.clauses.iter().map(told).collect();
    assert_eq!(read, expected, "{text}");
    assert_eq!(limit.unread, unread, "{text}");
}

#[test]
fn periods() {
    for (text, expected) in [
        ("20工作日内", "within 20 working-days"),
        ("20工作日", "within 20 working-days"),
        ("自信息形成之日起十五个工作日内公开", "within 15 working-days formed"),
        ("二十個工作日內", "within 20 working-days"),
        ("自製作或獲取該信息之日起20個工作日內公開", "within 20 working-days formed"),
        ("20个工作日（自该政府信息形成或者变更之日起）", "within 20 working-days formed"),
        ("信息形成后1个月内", "within 1 months formed"),
        ("信息形成之日起一周内", "within 1 weeks formed"),
        ("信息形成之日起三十日内", "within 30 days formed"),
        ("信息形成后半年内", "within 1 half-years formed"),
        ("审核结束后7日内", "within 7 days from 审核结束"),
        ("人大会议批复后20日内", "within 20 days from 人大会议批复"),
        ("每季度终了后15日内", "within 15 days from 每季度终了"),
        ("自收到申请之日起，5个工作日内公开", "within 5 working-days from 收到申请"),
        ("经本级人民代表大会批准后20日内由财政部门向社会公开", "within 20 days from 经本级人民代表大会批准"),
        ("自作出决定之日起不超过7个工作日", "within 7 working-days from 作出决定"),
        ("事故发生后24小时内公开", "within 24 hours from 事故发生"),
        ("公开时限：信息形成之日起20个工作日内", "within 20 working-days formed"),
        ("活动开始前3日", "before 3 days from 活动开始"),
        ("活动开展前5个工作日", "before 5 working-days from 活动开展"),
        ("在会议召开之前至少提前5个工作日", "before 5 working-days from 会议召开"),
        ("公开公示不少于7天", "at-least 7 days"),
        ("公示期30日以上", "at-least 30 days"),
        ("自发布之日起公示不少于30日", "at-least 30 days from 发布"),
        ("公示期：7个工作日", "exactly 7 working-days"),
        ("公示时间为7天", "exactly 7 days"),
        ("半年至少更新1次", "recurring 1 half-years"),
    ] {
        assert_read(text, &[expected], &[]);
    }
}

#[test]
fn clauses_without_a_period() {
    for (text, expected) in [
        ("及时", "open-words 及时"),
        ("实时", "open-words 实时"),
        ("长期", "open-words 长期"),
        ("长期公开（动态调整）", "open-words 长期"),
        ("动态调整", "open-words 动态调整"),
        ("根据工作进展及时公开", "open-words 根据工作进展及时"),
        ("按实际更新", "open-words 按实际"),
        ("村级重大事项及时公开", "open-words part 村级重大事项 及时"),
        ("每年1月31日前", "yearly-before 01-31"),
        ("每年3月底前", "yearly-before 03-31"),
        ("每年二月底前", "yearly-before 02-29"),
        ("每季度更新", "recurring quarters"),
        ("至少1次/年", "recurring years"),
        ("一般事项至少每季度公开一次", "recurring quarters part 一般事项"),
        ("与招标公告同步公开", "together-with from 招标公告"),
        ("依申请公开", "on-request"),
        ("同上", "same-as-above"),
        ("〃", "same-as-above"),
    ] {
        assert_read(text, &[expected], &[]);
    }
}

#[test]
fn several_clauses() {
    let formed = "within 20 working-days formed";
    for (text, expected) in [
        ("信息产生、变更之日起20个工作日内公开，保持长期公开", [formed, "open-words 长期"]),
        ("長期公開；名單變更後5個工作日內更新", ["open-words 长期", "within 5 working-days from 名單變更"]),
        ("及时公开，并在政府网站长期公开", ["open-words 及时", "open-words 长期"]),
        ("1、信息形成之日起20个工作日内 2、公示期不少于5日", [formed, "at-least 5 days"]),
        ("一、信息形成之日起20个工作日内；二、长期公开", [formed, "open-words 长期"]),
        ("（1）信息形成之日起20个工作日内（2）长期公开", [formed, "open-words 长期"]),
        ("①信息形成之日起20个工作日内②长期公开", [formed, "open-words 长期"]),
        ("1.20个工作日内；2.7个工作日内", ["within 20 working-days", "within 7 working-days"]),
        (
            "信息形成之日起20个工作日内公开（行政许可、行政处罚7个工作日内）",
            [formed, "within 7 working-days part 行政许可、行政处罚"],
        ),
        ("信息形成之日起20个工作日内（法律、法规另有规定的除外）", [formed, "other-law-prevails 法律、法规"]),
        ("信息形成之日起20个工作日内\n公示期不少于5日", [formed, "at-least 5 days"]),
        (
            "行政处罚决定形成之日起7个工作日内；其他信息形成之日起20个工作日内",
            ["within 7 working-days formed part 行政处罚决定", "within 20 working-days formed part 其他信息"],
        ),
        (
            "行政许可、行政处罚决定7个工作日内，其他长期公开",
            ["within 7 working-days part 行政许可、行政处罚决定", "open-words part 其他 长期"],
        ),
    ] {
        assert_read(text, &expected, &[]);
    }
}

#[test]
fn what_does_not_parse_is_named_and_never_guessed() {
    for text in [
        "详见附件",
        "—",
        "20日",
        "10日前",
        "每月10日前",
        "每月第5个工作日前",
        "1月31日前",
        "信息形成之日起3月内",
        "15-20个工作日内",
        "5至7个工作日内",
        "1.5个工作日内",
        "信息形成之日起2020个工作日内",
        "信息形成之日起0个工作日内",
        "自2020年1月1日起20个工作日内",
        "原则上20个工作日内公开",
        "不得在7个工作日内公开",
        "公开期限为5个工作日",
        "公示期：7个工作日内",
        "每年更新2次",
        "可延长7个工作日",
        "信息形成之日起20个工作日内（法定节假日除外）",
        "在政府网站公开",
    ] {
        assert_read(text, &[], &[text]);
    }
    assert_read("", &[], &[]);
    assert_read("20个工作日内，涉及秘密的除外", &["within 20 working-days"], &["涉及秘密的除外"]);
    assert_read(
        "作出决定之日起7个工作日内；情况复杂的可延长7个工作日",
        &["within 7 working-days from 作出决定"],
        &["情况复杂的可延长7个工作日"],
    );
    // What hangs on a condition that was not read is not read either.
    assert_read("情况紧急时，20个工作日内", &[], &["情况紧急时，20个工作日内"]);
}

#[test]
fn an_incomplete_clause_is_named_as_well() {
    let masked = "信息形成或者变更之日起*个工作日内";
    assert_read(masked, &["within working-days formed"], &[masked]);
    assert_read("信息形成之日起20内", &["within 20 formed"], &["信息形成之日起20内"]);
}
