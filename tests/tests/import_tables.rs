//! Tables that are off the usual form in one way each, and what is made of them.

use gongkai_core::import::reader::{self, Limits};
use gongkai_core::import::report::{ImportedItem, Outcome};
use gongkai_core::import::{ImportReport, Knowledge, NoteKind, understand};

fn import(name: &str, text: &str) -> ImportReport {
    let document = reader::read(name, text.as_bytes(), &Limits::default()).expect("it can be read");
    understand(document, &Knowledge::new(gongkai::table_words(), gongkai::lexicon()))
}

/// A web page with a table under a title; rows are lines, cells are parted by `|`.
fn page(rows: &str) -> ImportReport {
    let mut html = String::from("<meta charset=utf-8><p>云台县社会救助领域基层政务公开标准目录</p><table>");
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        html.push_str("<tr>");
        for cell in row.split('|') {
            // `3×name` is a cell over three columns.
            let (span, text) = cell.split_once('×').unwrap_or(("1", cell));
            html.push_str(&format!("<td colspan={span}>{text}</td>"));
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    import("page.html", &html)
}

const HEAD: &str = "序号|一级事项|二级事项|公开内容（要素）|公开依据|公开时限|公开主体|公开渠道和载体|公开对象|公开方式|公开层级";

fn usual(number: &str, name: &str) -> String {
    format!(
        "{number}|综合业务|{name}|对象；条件|《社会救助暂行办法》|信息形成之日起10个工作日内|县民政局|政府网站|全社会|主动|县级"
    )
}

fn items(report: &ImportReport) -> Vec<&ImportedItem> {
    assert_eq!(report.outcome, Outcome::Ok, "{:?}", report.why);
    report.domains.iter().flat_map(|domain| &domain.items).collect()
}

fn has(report: &ImportReport, kind: NoteKind, row: Option<&str>) -> bool {
    report
        .assumed
        .iter()
        .chain(&report.not_understood)
        .any(|note| note.kind == kind && note.row.as_deref() == row)
}

#[test]
fn channels_can_have_columns_of_their_own() {
    let report = page(
        "2×公开事项|公开内容|公开依据|公开时限|公开主体|3×公开渠道和载体|公开对象|公开方式|公开层级
         一级事项|二级事项|||||政府网站|两微一端|其他||||
         综合业务|办事指南|对象；条件|《办法》|及时公开|县民政局|√||√广播|全社会|主动|县级",
    );
    let items = items(&report);
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].channels.as_deref(), Some(&["政府网站".to_owned(), "其他：广播".to_owned()][..]));
}

#[test]
fn lines_between_items_are_none() {
    let report = page(&format!(
        "{HEAD}\n{}\n11×二、低保业务\n{}\n11×第2页 共3页\n11×\n{}\n11×注：本目录动态调整",
        usual("1", "办事指南"),
        usual("2", "审核信息"),
        usual("3", "审批信息"),
    ));
    assert_eq!(items(&report).len(), 3);
    for kind in [NoteKind::SectionRow, NoteKind::PageNumber, NoteKind::BlankRow, NoteKind::Legend] {
        assert!(has(&report, kind, None), "{kind:?}");
    }
}

#[test]
fn a_section_is_the_first_level_where_items_have_one_column() {
    let report = import(
        "table.csv",
        "序号,公开事项,公开要素,公开依据,公开时限,公开主体,公开渠道,公开对象,公开方式,公开层级\n\
         一,政策文件,,,,,,,,\n\
         1,教育法律,《教育法》、《教师法》,《条例》,20个工作日,县教育局,政府网站,全社会,主动公开,县级\n\
         二,教育概况,,,,,,,,\n\
         2,统计数据,学校数据、教师数据,,,,政府网站,特定群体（教师）,依申请公开,县级、乡级\n",
    );
    let items = items(&report);
    let names: Vec<(Option<&str>, Option<&str>)> =
        items.iter().map(|item| (item.level1.as_deref(), item.level2.as_deref())).collect();
    assert_eq!(names, [(Some("政策文件"), Some("教育法律")), (Some("教育概况"), Some("统计数据"))]);
    assert_eq!(items[1].basis, ["《条例》"]);
    assert_eq!(items[1].audience.specific.as_deref(), Some("教师"));
    assert_eq!(items[1].method.as_deref(), Some(&["依申请"][..]));
    assert!(has(&report, NoteKind::FilledFromAbove, Some("2")));
}

#[test]
fn several_domains_may_share_a_table() {
    let report = page(&format!(
        "{HEAD}\n{}\n11×二、养老服务领域\n{}\n{}",
        usual("1", "办事指南"),
        usual("1", "机构名录"),
        usual("2", "补贴名单"),
    ));
    let counts: Vec<(&str, usize)> =
        report.domains.iter().map(|domain| (domain.name.as_str(), domain.items.len())).collect();
    assert_eq!(counts, [("社会救助", 1), ("养老服务", 2)]);
}

#[test]
fn what_cannot_be_placed_is_not_guessed() {
    let row = usual("2", "审核信息");
    let (short, _) = row.rsplit_once('|').expect("it has cells");
    let report = page(&format!("{HEAD}\n{}\n{short}\n{}", usual("1", "办事指南"), usual("3", "审批信息")));
    let items = items(&report);
    assert_eq!(items[1].method, None);
    assert_eq!(items[1].levels, None);
    assert_eq!(items[1].audience.all, None);
    assert!(has(&report, NoteKind::TickAmbiguous, Some("2")));
    assert_eq!(items[0].levels.as_deref(), Some(&["县级".to_owned()][..]));
}

#[test]
fn doubts_are_named() {
    let masked = usual("1", "办事指南").replace("县民政局", "**区民政局").replace("10个", "××个");
    let twice = usual("3", "审核信息")
        .replace("县民政局", "申请救助的困难群众")
        .replace("全社会", "全社会、特定群体");
    let report = page(&format!(
        "{HEAD}\n{masked}\n{twice}\n{}",
        usual("4", "审核信息").replace("10个工作日内", "10内")
    ));
    for (kind, row) in [
        (NoteKind::MaskedText, Some("1")),
        (NoteKind::TimeLimitMasked, Some("1")),
        (NoteKind::SubjectSuspect, Some("3")),
        (NoteKind::BothAudiences, Some("3")),
        (NoteKind::AudienceUnspecified, Some("3")),
        (NoteKind::TimeLimitUnitMissing, Some("4")),
        (NoteKind::DuplicateItem, Some("4")),
        (NoteKind::Numbering, None),
    ] {
        assert!(has(&report, kind, row), "{kind:?} of {row:?}");
    }
}

#[test]
fn other_tables_and_mixed_up_ones_are_refused() {
    let another = page("序号|项目名称|采购单位|预算金额|公开时间\n1|办公用品|县财政局|10|2021-01-01");
    assert_eq!(another.outcome, Outcome::Refused);
    assert!(another.domains.is_empty() && another.why.is_some());
    let mixed: Vec<String> = (1..6)
        .map(|row| format!("办理|{row}|信息形成|县民|《社会|救助暂行|政府|10个工作|主动|政局|之日"))
        .collect();
    let mixed = page(&format!("{HEAD}\n{}", mixed.join("\n")));
    assert_eq!(mixed.outcome, Outcome::Refused);
    let told = mixed.why.expect("a reason");
    assert!(told.zh_cn.contains("错位") && told.en.contains("moved"));
}
