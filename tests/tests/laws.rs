//! The list of laws: it has whatever the guidelines and the lexicon name, and what it says of repeals holds together.

use std::collections::BTreeSet;

use gongkai_core::citation::Citation;
use gongkai_core::laws::LawStatus;
use gongkai_core::lint::{LintCode, Options, lint};
use gongkai_core::{Context, Guideline, IssueCode, Stage, compile};
use gongkai_tests::judges::items;
use jiff::civil::date;

#[test]
fn every_title_in_a_basis_is_listed() {
    let bases = items().flat_map(|item| &item.item.basis).map(String::as_str);
    let of_lexicon = gongkai::packs()[0].rulebook.bases.iter().map(|basis| basis.basis.as_str());
    let of_duties = items().flat_map(|item| &item.item.duties).filter_map(|duty| duty.basis.as_deref());
    let titles: BTreeSet<String> = bases
        .chain(of_lexicon)
        .chain(of_duties)
        .filter(|basis| basis.contains('《'))
        .filter_map(|basis| Citation::parse(basis).title)
        .collect();
    // A blank for the name of a province is no title.
    let missing: Vec<&String> = titles
        .iter()
        .filter(|title| !title.starts_with("XX") && gongkai::laws().find(title).is_none())
        .collect();
    assert!(titles.len() > 180, "{}", titles.len());
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn what_is_said_to_be_established_says_where_from() {
    let laws = gongkai::laws();
    for law in laws.all() {
        if matches!(law.status, Some(LawStatus::Repealed | LawStatus::Amended)) {
            assert!(law.note.is_some(), "{}", law.title);
        }
        let days = law.superseded.iter().map(|version| &version.on).chain(&law.repealed_on);
        for day in days.filter_map(|day| gongkai_core::date::parse(day)) {
            assert!(day >= date(1999, 1, 1) && day <= date(2026, 1, 1), "{}: {day}", law.title);
        }
        if let Some(by) = &law.replaced_by {
            let next = laws.find(by);
            assert!(next.is_none_or(|next| next.status != Some(LawStatus::Repealed)), "{}", law.title);
        }
        for version in &law.superseded {
            assert_eq!(law.number.as_ref(), Some(&version.by), "{}", law.title);
        }
    }
}

#[test]
fn repeals_known_by_heart_are_found() {
    for (text, day, by) in [
        ("《中华人民共和国物权法》", date(2021, 1, 1), Some("《中华人民共和国民法典》")),
        ("《物权法》第四十二条", date(2020, 12, 31), None),
        ("《城市规划法》", date(2008, 1, 1), Some("《中华人民共和国城乡规划法》")),
        ("《城市房屋拆迁管理条例》", date(2011, 1, 21), Some("《国有土地上房屋征收与补偿条例》")),
        ("《中华人民共和国政府信息公开条例》（国务院令第492号）", date(2019, 5, 15), Some("国务院令第711号")),
        ("《政府信息公开条例》（中华人民共和国国务院令第492号）", date(2019, 5, 14), None),
        ("《政府信息公开条例》（国务院令第711号）", date(2024, 1, 1), None),
        ("《政府信息公开条例》第十二条", date(2024, 1, 1), None),
        ("原《合同法》、《婚姻法》（已失效）", date(2024, 1, 1), None),
    ] {
        let repeals = gongkai::laws().repeals_in(text, day);
        assert_eq!(repeals.first().and_then(|repeal| repeal.by.as_deref()), by, "{text}");
    }
}

#[test]
fn a_basis_that_no_longer_holds_is_found_in_a_guideline() {
    let mut guideline = gongkai::guidelines()[0].clone();
    guideline.items[0].basis = vec!["《中华人民共和国物权法》第四十二条".to_owned()];
    let found = |guideline: &Guideline, day, laws| {
        let mut options = Options::new(day);
        options.laws = laws;
        let report = lint(&[guideline], gongkai::lexicon(), &options);
        let repealed = report.findings.iter().filter(|finding| finding.code == LintCode::BasisRepealed);
        repealed.map(|finding| finding.place.row).collect::<Vec<_>>()
    };
    let laws = Some(gongkai::laws());
    assert_eq!(found(&guideline, date(2021, 1, 1), laws), [Some(1)]);
    assert_eq!(found(&guideline, date(2020, 12, 31), laws), []);
    assert_eq!(found(&guideline, date(2021, 1, 1), None), []);
    // An edition that has run out is judged by its last day.
    guideline.valid_to = Some("2020-12-31".to_owned());
    assert_eq!(found(&guideline, date(2021, 1, 1), laws), []);
}

#[test]
fn titles_and_numbers_are_judged_wherever_they_stand() {
    let guideline = Guideline::from_toml(
        r#"
        format = "gongkai-guideline/1"
        code = "90"
        slug = "statutes"
        name = "法规"
        title = "示例指引"
        issuer = "示例机关"
        edition = "1"
        [[items]]
        category = "概况"
        name = "执法依据"
        elements = [
            { name = "依据名称", key = "title", kind = "text", format = "law-title" },
            { name = "文件", key = "files", kind = "document" },
            { name = "清单", key = "rows", kind = "table", columns = [
                { name = "依据", key = "title", kind = "text", format = "law-title" },
            ] },
        ]
        publisher = "司法局"
        audience = { everyone = true }
        provenance = { mark = "seen" }
        "#,
    )
    .expect("the guideline can be read");
    let pack = compile(&guideline, gongkai::lexicon()).expect("it compiles");
    let item = pack.items().next().expect("it has an item");
    let today = date(2024, 6, 1);
    let mut entry = item.example(today);
    entry["elements"]["title"] = "《行政处罚法》第四十八条".into();
    entry["elements"]["rows"] = serde_json::json!([{ "title": "中华人民共和国行政处罚法（2021年修订）" }]);
    let found = |entry: &serde_json::Value, context: &Context<'_>| {
        let report = item.check(entry, context);
        let is_about_laws = |code: IssueCode| matches!(code, IssueCode::LawRepealed | IssueCode::LawUnknown);
        let issues = report.issues.into_iter().filter(|issue| is_about_laws(issue.code));
        issues.map(|issue| format!("{} {}", issue.code.as_str(), issue.path)).collect::<Vec<_>>()
    };
    let plain = Context::new(Stage::Publish, today);
    let context = plain.with_laws(gongkai::laws());
    assert_eq!(found(&entry, &context), [""; 0]);

    entry["elements"]["title"] = "《行政处分处罚法》第四十八条".into();
    entry["elements"]["rows"] = serde_json::json!([{ "title": "物权法" }, { "title": "行政处罚发" }]);
    entry["elements"]["files"] = serde_json::json!([
        { "title": "中华人民共和国政府信息公开条例", "number": "国务院令第492号" },
        { "title": "中华人民共和国政府信息公开条例", "number": "国务院令第711号" },
        { "title": "关于废止《合同法》配套文件的通知" },
        { "title": "关于执行《合同法》的通知" },
    ]);
    let expected = [
        "law-repealed /elements/files/3/title",
        "law-repealed /elements/files/0/title",
        "law-unknown /elements/title",
        "law-unknown /elements/rows/1/title",
    ];
    assert_eq!(found(&entry, &context), expected);
    assert_eq!(found(&entry, &plain), [""; 0]);
    // What was formed while the law held is judged by it.
    entry["formed_on"] = "2018-01-01".into();
    assert_eq!(found(&entry, &context).len(), 2);
}
