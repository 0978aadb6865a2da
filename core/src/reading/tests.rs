//! Readings of entries of all kinds.

use serde_json::json;

use super::*;
use crate::field::Kind;

fn field(key: &str, kind: Kind) -> Field {
    Field { name: key.to_uppercase(), ..Field::part(key, kind) }
}

/// What an entry with this element shows for it, as JSON.
fn shown(kind: Kind, value: Value) -> Value {
    let field = field("a", kind);
    let reading = Reading::new([&field], &json!({ "elements": { "a": value } }), Lang::Zh);
    serde_json::to_value(&reading.elements).unwrap()[0]["value"].take()
}

#[test]
fn each_kind_has_its_shape() {
    let number = || Kind::Number { unit: Some("人".to_owned()), min: None, max: None, integer: true };
    let text = |lines: &[&str]| json!({ "type": "text", "lines": lines });
    for (kind, value, expected) in [
        (Kind::line(9), json!(" 甲 "), text(&["甲"])),
        (Kind::LongText { max_length_chars: 9 }, json!("甲\n\n 乙"), text(&["甲", "乙"])),
        (
            Kind::Date,
            json!("2026-09-01"),
            json!({ "type": "day", "date": "2026-09-01", "words": "2026年9月1日" }),
        ),
        (Kind::Period, json!({ "start": "2026-09-01", "end": null }), text(&["2026年9月1日起"])),
        (number(), json!(1200), text(&["1200 人"])),
        (Kind::Phone, json!("1、2"), json!({ "type": "phones", "numbers": ["1", "2"] })),
        (Kind::Url, json!("https://a.example/"), json!({ "type": "link", "address": "https://a.example/" })),
        (Kind::Boolean, json!(false), text(&["否"])),
        (
            Kind::List { max_length_chars: 9 },
            json!(["甲", " ", "乙"]),
            json!({ "type": "list", "items": ["甲", "乙"] }),
        ),
        (
            Kind::Table { columns: vec![field("n", number())] },
            json!([{ "n": 3 }, { "n": null }, { "n": "三" }]),
            json!({
                "type": "table", "name": "A", "columns": [{ "name": "N（人）", "is_number": true }],
                "rows": [[text(&["3"])], [text(&["三"])]],
            }),
        ),
    ] {
        assert_eq!(shown(kind, value), expected);
    }
}

#[test]
fn what_does_not_fit_its_kind_is_shown_as_text() {
    for (kind, value, line) in [
        (Kind::Date, json!(["2026-09-01", ""]), "2026-09-01"),
        (Kind::Url, json!("javascript:alert(1)"), "javascript:alert(1)"),
        (Kind::Boolean, json!("是"), "是"),
        (
            Kind::Group { fields: vec![field("n", Kind::Date)] },
            json!({ "m": 1, "title": "甲" }),
            "m：1；标题：甲",
        ),
        (Kind::Period, json!("九月"), "九月"),
    ] {
        assert_eq!(shown(kind, value), json!({ "type": "text", "lines": [line] }));
    }
}

#[test]
fn nothing_said_is_lost_and_nothing_blank_is_shown() {
    let fields = [field("a", Kind::Date), field("b", Kind::Date)];
    let entry = json!({
        "title": " 甲 ", "publisher": "教育局", "attribute": "proactive", "author": "某人", "formed_on": "2026-09-01",
        "elements": { "a": " ", "c": "旧要素", "x-own": "内部", "d": [] },
        "nil": { "kind": "no-update", "reason": "无新增", "approver": "" },
        "channels": [
            { "channel": "甲网站", "published_on": "2026-09-02", "proof": "HTTPS://a.example/" },
            { "channel": " " },
            { "channel": "乙栏", "proof": "javascript:0" },
        ],
    });
    let reading = Reading::new(&fields, &entry, Lang::Zh);
    let told = |facts: &[Fact]| -> Vec<String> {
        facts
            .iter()
            .map(|fact| [&fact.name, "=", &serde_json::to_string(&fact.value).unwrap()].concat())
            .collect()
    };
    assert_eq!(reading.title, "甲");
    assert_eq!(told(&reading.elements), [r#"c={"type":"text","lines":["旧要素"]}"#]);
    assert_eq!(
        told(&reading.nil),
        [r#"说明类别={"type":"text","lines":["本期无更新"]}"#, r#"理由={"type":"text","lines":["无新增"]}"#]
    );
    assert_eq!(
        reading.facts.iter().map(|fact| fact.key.as_str()).collect::<Vec<_>>(),
        ["publisher", "formed_on", "attribute"]
    );
    let links: Vec<_> = reading.channels.iter().map(|channel| channel.link.as_deref()).collect();
    assert_eq!(links, [Some("HTTPS://a.example/"), None]);
    for nothing in [json!(null), json!([]), json!({ "elements": 1, "nil": [], "channels": {} })] {
        let reading = Reading::new(&fields, &nothing, Lang::En);
        assert_eq!(reading.to_html(), "<div class=\"gongkai-entry\"></div>");
    }
}

#[test]
fn html_is_escaped_and_links_only_to_the_web() {
    let evil = "<script>\"'&";
    let grouped = Field {
        group: Some("批后公布".to_owned()),
        name: "批后公布：规划文本".to_owned(),
        ..field("b", Kind::line(9))
    };
    let fields = [
        field("a", Kind::line(9)),
        grouped,
        field("c", Kind::Document { title: None }),
        field("d", Kind::Table { columns: vec![field("e", Kind::Date)] }),
    ];
    let entry = json!({ "publisher": evil, "elements": {
        "a": evil,
        "b": "乙",
        "c": [{ "title": evil, "link": "javascript:alert(1)", "date": "2026-09-01" }, { "link": "https://a.example/?a&b" }],
        "d": [{ "e": "2026-09-01" }, { "e": "\" onclick=\"" }],
    }, "channels": [{ "channel": evil, "proof": "第3期" }] });
    let html = Reading::new(&fields, &entry, Lang::Zh).to_html();
    let safe = "&lt;script&gt;&quot;&#39;&amp;";
    assert_eq!(
        html,
        format!(
            "<div class=\"gongkai-entry\"><dl class=\"gongkai-elements\" lang=\"zh-CN\"><div><dt>A</dt><dd>{safe}</dd></div>\
             <div><dt>批后公布</dt><dd><dl><div><dt>规划文本</dt><dd>乙</dd></div></dl></dd></div>\
             <div><dt>C</dt><dd><ul><li>{safe} <span>2026年9月1日</span></li>\
             <li><a href=\"https://a.example/?a&amp;b\" rel=\"noopener\">https://a.example/?a&amp;b</a></li></ul></dd></div>\
             <div><dt>D</dt><dd><div class=\"gongkai-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"D\"><table><thead><tr>\
             <th scope=\"col\">E</th></tr></thead><tbody><tr><td><time datetime=\"2026-09-01\">2026年9月1日</time></td></tr>\
             <tr><td>&quot; onclick=&quot;</td></tr></tbody></table></div></dd></div></dl>\
             <dl class=\"gongkai-facts\"><div><dt>公开主体</dt><dd>{safe}</dd></div>\
             <div><dt>公开渠道</dt><dd><ul><li>{safe} 第3期</li></ul></dd></div></dl></div>"
        )
    );
}
