//! The lint: silent about errors in the shipped guidelines, and able to find each fault that it has a code for.

use std::collections::BTreeSet;

use gongkai_core::guideline::{AcceptedFinding, ElementSource, Mark};
use gongkai_core::ids_lock::IdsLock;
use gongkai_core::lint::{LintCode, LintReport, Options, lint};
use gongkai_core::{Guideline, Lexicon, Severity, compile};
use gongkai_tests::judges::TODAY;

const GUIDELINE: &str = r#"
format = "gongkai-guideline/1"
code = "90"
slug = "schools"
name = "学校"
title = "示例指引"
issuer = "示例机关"
edition = "1"

[[items]]
category = "概况"
name = "学校名录"
elements = ["学校名称", "校区名称"]
basis = ["《示例条例》"]
time_limit = "信息形成或者变更之日起20个工作日内"
publisher = "教育局"
channels = ["示例网站"]
audience = { everyone = true }
methods = ["proactive"]
provenance = { mark = "seen", sightings = 1, evidence = ["https://www.example.gov.cn/1.html"] }

[[items]]
category = "概况"
name = "班级名录"
elements = ["班级名称"]
basis = ["示发〔2019〕54号"]
time_limit = "信息形成或者变更之日起20个工作日内"
publisher = "教育局"
channels = ["示例网站"]
audience = { group = "学生" }
methods = ["on-request"]
provenance = { mark = "recalled" }
"#;

const LEXICON: &str = r#"
format = "gongkai-lexicon/1"

[[elements]]
id = "names"
ends_with = ["名称"]
kind = "text"

[[conditional]]
id = "some-campuses"
contains = ["校区"]

[[items]]
id = "lists"
name_ends_with = ["名录"]
kind = "register"

[[channels]]
name = "示例网站"
aliases = ["示例门户"]
"#;

fn sources() -> (Guideline, Lexicon) {
    (
        Guideline::from_toml(GUIDELINE).expect("the guideline can be read"),
        Lexicon::from_toml(LEXICON).expect("the lexicon can be read"),
    )
}

fn codes(report: &LintReport) -> BTreeSet<&'static str> {
    report.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn element(text: &str) -> ElementSource {
    let table: toml::Table = format!("element = {text}").parse().expect("an element in TOML");
    table["element"].clone().try_into().expect("an element")
}

#[test]
fn shipped_guidelines_have_no_errors() {
    let guidelines: Vec<&Guideline> = gongkai::guidelines().iter().collect();
    let options = Options::new(TODAY).with_lock(gongkai::ids_lock()).complete();
    let report = lint(&guidelines, gongkai::lexicon(), &options);
    let errors: Vec<String> = report
        .open(Severity::Error)
        .map(|finding| format!("{:?}: {}", finding.place, finding.message(gongkai_core::text::Lang::En)))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let is_about_notes = |code| matches!(code, LintCode::AcceptanceUnused);
    assert!(!report.findings.iter().any(|finding| is_about_notes(finding.code)), "{report:?}");
    assert_eq!(report.packs.len(), gongkai::packs().len());
}

/// What to do to the sources, and the row and element at which the lint has to find fault.
type Fault = (LintCode, Option<usize>, Option<&'static str>, fn(&mut Guideline, &mut Lexicon));

const FAULTS: &[Fault] = &[
    (LintCode::PropertyBlank, None, None, |guideline, _| guideline.edition = " ".to_owned()),
    (LintCode::CodeMalformed, None, None, |guideline, _| guideline.code = "9".to_owned()),
    (LintCode::SlugMalformed, None, None, |guideline, _| guideline.slug = "-x".to_owned()),
    (LintCode::DateMalformed, None, None, |guideline, _| {
        guideline.issued_on = Some("2026-02-30".to_owned());
    }),
    (LintCode::ValidityOutOfOrder, None, None, |guideline, _| {
        guideline.valid_from = Some("2026-02-02".to_owned());
        guideline.valid_to = Some("2026-02-01".to_owned());
    }),
    (LintCode::NameBlank, Some(2), None, |guideline, _| guideline.items[1].name = Some("　".to_owned())),
    (LintCode::IdMalformed, None, None, |guideline, _| guideline.items[1].id = Some("É".to_owned())),
    (LintCode::ItemIdRepeated, None, None, |guideline, _| {
        guideline.items[0].id = Some("a".to_owned());
        guideline.items[1].id = Some("a".to_owned());
    }),
    (LintCode::ElementKeyRepeated, Some(1), None, |guideline, _| {
        guideline.items[0].elements =
            ["甲名称", "乙名称"].map(|name| element(&format!("{{ name = {name:?}, key = \"k\" }}"))).to_vec();
    }),
    (LintCode::ElementUndecided, Some(1), Some("地址"), |guideline, _| {
        guideline.items[0].elements.push(element("\"地址\""));
    }),
    (LintCode::KindMissing, Some(2), Some("班级名称"), |_, lexicon| {
        lexicon.elements[0].field.kind = None
    }),
    (LintCode::ChoicesMissing, Some(1), Some("类别"), |guideline, _| {
        guideline.items[0].elements.push(element("{ name = \"类别\", kind = \"choice\" }"));
    }),
    (LintCode::ColumnsMissing, Some(1), Some("一览"), |guideline, _| {
        guideline.items[0].elements.push(element("{ name = \"一览\", kind = \"table\" }"));
    }),
    (LintCode::ColumnNotScalar, Some(1), Some("一览"), |guideline, _| {
        guideline.items[0].elements.push(element(
            "{ name = \"一览\", kind = \"table\", columns = [{ key = \"a\", name = \"甲\", kind = \"list\" }] }",
        ));
    }),
    (LintCode::MoneyUnitUnknown, Some(1), Some("金额"), |guideline, _| {
        guideline.items[0].elements.push(element("{ name = \"金额\", kind = \"money\", unit = \"两\" }"));
    }),
    (LintCode::ItemNameRepeated, Some(2), None, |guideline, _| {
        guideline.items[1].name = guideline.items[0].name.clone();
    }),
    (LintCode::PublisherBlank, Some(2), None, |guideline, _| guideline.items[1].publisher.clear()),
    (LintCode::ChannelsMissing, Some(2), None, |guideline, _| guideline.items[1].channels.clear()),
    (LintCode::ChannelsMissing, Some(2), None, |guideline, _| {
        guideline.items[1].channels.push(" ".to_owned());
    }),
    (LintCode::AudienceMissing, Some(2), None, |guideline, _| guideline.items[1].audience.group = None),
    (LintCode::AudienceMissing, Some(2), None, |guideline, _| {
        guideline.items[1].audience.group = Some(String::new());
    }),
    (LintCode::MethodsMissing, Some(2), None, |guideline, _| guideline.items[1].methods.clear()),
    (LintCode::ElementsMissing, Some(2), None, |guideline, _| guideline.items[1].elements.clear()),
    (LintCode::ChannelAlias, Some(2), None, |guideline, _| {
        guideline.items[1].channels = vec!["示例门户".to_owned()];
    }),
    (LintCode::ChannelNear, Some(2), None, |guideline, _| {
        guideline.items[1].channels = vec!["示例 网站（首页）".to_owned()];
    }),
    (LintCode::ChannelRepeated, Some(2), None, |guideline, _| {
        guideline.items[1].channels.push("示例门户".to_owned());
    }),
    (LintCode::BasisMissing, Some(2), None, |guideline, _| guideline.items[1].basis.clear()),
    (LintCode::BasisUnreadable, Some(2), None, |guideline, _| {
        guideline.items[1].basis.push("各地相关文件".to_owned());
    }),
    (LintCode::BasisRepeated, Some(2), None, |guideline, _| {
        guideline.items[1].basis = vec!["《甲法》".to_owned(); 2];
    }),
    (LintCode::SightingsMissing, Some(2), None, |guideline, _| {
        guideline.items[1].provenance.mark = Mark::Seen;
    }),
    (LintCode::EvidenceMissing, Some(1), None, |guideline, _| guideline.items[0].provenance.evidence.clear()),
    (LintCode::EvidenceMalformed, Some(1), None, |guideline, _| {
        guideline.items[0].provenance.evidence = vec!["见网站".to_owned()];
    }),
    (LintCode::EvidenceExceedsSightings, Some(1), None, |guideline, _| {
        guideline.items[0].provenance.evidence.push("http://www.example.gov.cn/2.html".to_owned());
    }),
    (LintCode::RecalledWithSightings, Some(1), None, |guideline, _| {
        guideline.items[0].provenance.mark = Mark::Recalled;
    }),
    (LintCode::TimeLimitMissing, Some(2), None, |guideline, _| guideline.items[1].time_limit = None),
    (LintCode::TimeLimitUnread, Some(2), None, |guideline, _| {
        guideline.items[1].time_limit = Some("见上文所述".to_owned());
    }),
    (LintCode::ElementRepeated, Some(2), Some("班级名称"), |guideline, _| {
        guideline.items[1].elements.push(element("\"班级名称\""));
    }),
    (LintCode::ElementKeyDigit, Some(2), Some("12345热线名称"), |guideline, _| {
        guideline.items[1].elements.push(element("\"12345热线名称\""));
    }),
    (LintCode::ConditionalRequired, Some(1), Some("校区名称"), |guideline, _| {
        guideline.items[0].elements[1] = element("{ name = \"校区名称\", required = true }");
    }),
    (LintCode::ElementByLastResort, Some(2), Some("地址"), |guideline, lexicon| {
        let mut last = lexicon.elements[0].clone();
        (last.id, last.test) = ("last".to_owned(), gongkai_core::lexicon::NameTest::default());
        lexicon.elements.push(last);
        guideline.items[1].elements.push(element("\"地址\""));
    }),
    (LintCode::RangeEmpty, Some(2), Some("人数"), |guideline, _| {
        guideline.items[1].elements.push(element("{ name = \"人数\", kind = \"number\", min = 2, max = 1 }"));
    }),
    (LintCode::RangeEmpty, Some(2), Some("人数"), |guideline, _| {
        guideline.items[1]
            .elements
            .push(element("{ name = \"人数\", kind = \"number\", integer = true, min = 1.2, max = 1.8 }"));
    }),
    (LintCode::LengthZero, Some(2), Some("简称"), |guideline, _| {
        guideline.items[1]
            .elements
            .push(element("{ name = \"简称\", kind = \"text\", max_length_chars = 0 }"));
    }),
    (LintCode::ChoiceBlank, Some(2), Some("类别"), |guideline, _| {
        guideline.items[1]
            .elements
            .push(element("{ name = \"类别\", kind = \"choice\", choices = [\"甲\", \" \"] }"));
    }),
    (LintCode::ChoiceListedTwice, Some(2), Some("类别"), |guideline, _| {
        guideline.items[1]
            .elements
            .push(element("{ name = \"类别\", kind = \"choices\", choices = [\"甲\", \"甲\"] }"));
    }),
    (LintCode::ColumnKeyMalformed, Some(2), Some("一览"), |guideline, _| {
        guideline.items[1].elements.push(element(
            "{ name = \"一览\", kind = \"table\", columns = [{ key = \"甲\", name = \"甲\", kind = \"text\" }] }",
        ));
    }),
    (LintCode::ColumnKeyRepeated, Some(2), Some("一览"), |guideline, _| {
        guideline.items[1].elements.push(element(
            "{ name = \"一览\", kind = \"table\", columns = [{ key = \"a\", name = \"甲\", kind = \"text\" }, { key = \"a\", name = \"乙\", kind = \"text\" }] }",
        ));
    }),
    (LintCode::ExampleFails, Some(2), Some("人数"), |guideline, _| {
        guideline.items[1].elements.push(element("{ name = \"人数\", kind = \"number\", min = 2, max = 1 }"));
    }),
    (LintCode::RuleOrphan, None, None, |_, lexicon| {
        let mut orphan = lexicon.elements[0].clone();
        orphan.id = "below-another".to_owned();
        lexicon.elements.push(orphan);
    }),
    (LintCode::RuleOrphan, None, None, |_, lexicon| {
        lexicon.conditional[0].test.contains = vec!["没有".to_owned()];
    }),
    (LintCode::RuleOrphan, None, None, |_, lexicon| {
        lexicon.items[0].name_ends_with = vec!["没有".to_owned()];
    }),
    (LintCode::AcceptanceUnused, None, None, |guideline, _| {
        guideline.lint.accepted = vec![AcceptedFinding {
            code: "basis-missing".to_owned(),
            item: None,
            element: None,
            reason: "nothing is missing".to_owned(),
        }];
    }),
];

#[test]
fn sources_in_order_have_no_findings() {
    let (guideline, lexicon) = sources();
    let pack = compile(&guideline, &lexicon).expect("it compiles");
    let lock = IdsLock::of([&pack]);
    let report = lint(&[&guideline], &lexicon, &Options::new(TODAY).with_lock(&lock).complete());
    assert_eq!(report.findings, []);
}

#[test]
fn each_fault_is_found_where_it_is() {
    for (code, row, element, spoil) in FAULTS {
        let (mut guideline, mut lexicon) = sources();
        spoil(&mut guideline, &mut lexicon);
        let report = lint(&[&guideline], &lexicon, &Options::new(TODAY).complete());
        let is_there = report.findings.iter().any(|finding| {
            finding.code == *code
                && finding.place.row == *row
                && finding.place.element.as_deref() == *element
                && finding.accepted.is_none()
        });
        assert!(is_there, "{}: {:#?}", code.as_str(), report.findings);
    }
}

#[test]
fn each_code_is_tried() {
    let mut tried: BTreeSet<&str> = FAULTS.iter().map(|fault| fault.0.as_str()).collect();
    // In tests of their own.
    tried.extend(["pack-repeated", "id-vanished", "id-renamed", "id-unlocked", "basis-repealed"]);
    // A fault of this library, and one for faults of compiling that are yet to come.
    tried.extend(["rule-unsaid", "not-compilable"]);
    let all: BTreeSet<&str> = LintCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(tried, all);
}

#[test]
fn two_guidelines_of_one_id_are_found() {
    let (guideline, lexicon) = sources();
    let report = lint(&[&guideline, &guideline], &lexicon, &Options::new(TODAY));
    assert_eq!(codes(&report), BTreeSet::from(["pack-repeated"]));
}

#[test]
fn ids_are_held_against_the_lock() {
    let (guideline, lexicon) = sources();
    let line = |id: &str, name: &str| (format!("90-schools/{id}"), name.to_owned());
    let lock = IdsLock {
        lines: vec![
            line("xue-xiao-ming-lu", "概况/学校名录"),
            line("xue-xiao-ming-lu/xue_xiao_ming_cheng", "学校全称"),
            line("xue-xiao-ming-lu/xiao_qu_ming_cheng", "校区名称"),
            line("ban-ji-ming-lu", "概况/班级名录"),
            line("nian-ji-ming-lu", "概况/年级名录"),
            ("91-schools/gone".to_owned(), "概况/另一指引".to_owned()),
        ],
    };
    let report = lint(&[&guideline], &lexicon, &Options::new(TODAY).with_lock(&lock));
    let mut found: Vec<(&str, &str)> = report
        .findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.params["id"].as_str()))
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("id-renamed", "90-schools/xue-xiao-ming-lu/xue_xiao_ming_cheng"),
            ("id-unlocked", "90-schools/ban-ji-ming-lu/ban_ji_ming_cheng"),
            ("id-vanished", "90-schools/nian-ji-ming-lu"),
        ]
    );
    let unreleased = IdsLock { lines: lock.lines[5..].to_vec() };
    assert_eq!(lint(&[&guideline], &lexicon, &Options::new(TODAY).with_lock(&unreleased)).findings, []);
}

#[test]
fn what_is_accepted_stays_in_the_report_and_weighs_nothing() {
    let accepted = |item: Option<&str>, reason: &str| {
        let (mut guideline, lexicon) = sources();
        guideline.items[1].publisher.clear();
        guideline.lint.accepted = vec![AcceptedFinding {
            code: "publisher-blank".to_owned(),
            item: item.map(str::to_owned),
            element: None,
            reason: reason.to_owned(),
        }];
        lint(&[&guideline], &lexicon, &Options::new(TODAY))
    };
    for item in [None, Some("ban-ji-ming-lu")] {
        let report = accepted(item, "not printed");
        assert!(!report.has_errors());
        assert_eq!(report.findings.len(), 1);
        assert_eq!(report.findings[0].accepted.as_deref(), Some("not printed"));
    }
    for (item, reason) in [(Some("xue-xiao-ming-lu"), "not printed"), (None, " ")] {
        let report = accepted(item, reason);
        assert!(report.has_errors());
        assert_eq!(codes(&report), BTreeSet::from(["acceptance-unused", "publisher-blank"]));
    }
}

#[test]
fn a_lexicon_accepts_findings_too() {
    let (guideline, mut lexicon) = sources();
    let mut orphan = lexicon.elements[0].clone();
    orphan.id = "for-later".to_owned();
    lexicon.elements.push(orphan);
    lexicon.lint.accepted = vec![AcceptedFinding {
        code: "rule-orphan".to_owned(),
        item: Some("for-later".to_owned()),
        element: None,
        reason: "for tables to come".to_owned(),
    }];
    let report = lint(&[&guideline], &lexicon, &Options::new(TODAY).complete());
    assert_eq!(report.findings.len(), 1);
    assert!(report.findings[0].accepted.is_some());
    // Some guidelines alone say nothing about the rules of the lexicon.
    assert_eq!(lint(&[&guideline], &lexicon, &Options::new(TODAY)).findings, []);
}

#[test]
fn the_standard_channels_are_known_with_their_other_names() {
    let lexicon = gongkai::lexicon();
    assert_eq!(lexicon.channels.iter().filter(|channel| channel.standard).count(), 13);
    for (alias, name) in [
        ("纸质载体", "纸质媒体"),
        ("行政服务中心", "政务服务中心"),
        ("政府服务中心", "政务服务中心"),
        ("社区/企事业单位/村公示栏", "社区/企事业单位/村公示栏（电子屏）"),
    ] {
        assert_eq!(lexicon.channel(alias).map(|channel| channel.name.as_str()), Some(name));
    }
    let mut names: Vec<&String> =
        lexicon.channels.iter().flat_map(|channel| channel.aliases.iter().chain([&channel.name])).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "a name means one channel");
}
