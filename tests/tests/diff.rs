//! Comparing guidelines: hand-made pairs for each outcome and each direction.

use gongkai_core::diff::{
    Aspect, Diff, Direction, ElementOutcome, ItemChange, MatchedBy, Outcome, Side, diff,
};
use gongkai_core::guideline::{Method, Row};
use gongkai_core::{Guideline, Lexicon};

fn lexicon() -> Lexicon {
    Lexicon::from_toml(
        r#"
        format = "gongkai-lexicon/1"
        [[elements]]
        id = "plain"
        kind = "text"
        [[channels]]
        name = "纸质媒体"
        aliases = ["纸质载体"]
        "#,
    )
    .expect("the lexicon can be read")
}

/// A guideline of rows with category, name and elements.
fn table(rows: &[(&str, &str, &[&str])]) -> Guideline {
    let mut text = String::from(
        "format = \"gongkai-guideline/1\"\ncode = \"90\"\nslug = \"x\"\nname = \"示例\"\ntitle = \"示例\"\nissuer = \"示例\"\nedition = \"1\"\n",
    );
    for (category, name, elements) in rows {
        text.push_str(&format!(
            "[[items]]\ncategory = {category:?}\nname = {name:?}\nelements = {elements:?}\ntime_limit = \"信息形成或者变更之日起20个工作日内\"\npublisher = \"教育局\"\nchannels = [\"网站\", \"纸质媒体\"]\naudience = {{ everyone = true }}\nmethods = [\"proactive\"]\nlevels = [\"县级\"]\nprovenance = {{ mark = \"recalled\" }}\n"
        ));
    }
    Guideline::from_toml(&text).expect("the guideline can be read")
}

/// The comparison, and that it is the same from the other side.
#[track_caller]
fn compare(old: &Guideline, new: &Guideline) -> Diff {
    let lexicon = lexicon();
    let there = diff(old, new, &lexicon).expect("both compile");
    let back = diff(new, old, &lexicon).expect("both compile");
    assert_eq!(there.mirrored(), back);
    assert_eq!(back.mirrored(), there);
    there
}

/// Outcomes with the names of both sides.
fn outcomes(diff: &Diff) -> Vec<(Vec<Outcome>, Vec<&str>, Vec<&str>)> {
    diff.items
        .iter()
        .map(|item| {
            (
                item.outcomes.clone(),
                item.old.iter().map(|place| place.name.as_str()).collect(),
                item.new.iter().map(|place| place.name.as_str()).collect(),
            )
        })
        .collect()
}

const SCHOOLS: (&str, &str, &[&str]) = ("概况", "学校名录", &["学校名称", "学校地址", "办公电话"]);
const CLASSES: (&str, &str, &[&str]) = ("概况", "班级设置", &["年级", "班额", "班主任"]);
const TEACHERS: (&str, &str, &[&str]) = ("管理", "教师评优", &["评优文件", "评优结果"]);

#[test]
fn kept() {
    let old = table(&[SCHOOLS, CLASSES]);
    let diff = compare(&old, &old);
    assert!(diff.is_equal());
    assert_eq!(diff.count(Outcome::Kept), 2);
    assert!(diff.items.iter().all(|item| item.matched_by == Some(MatchedBy::Id) && !item.assumed));
}

#[test]
fn added_and_removed() {
    let diff = compare(&table(&[SCHOOLS, CLASSES]), &table(&[SCHOOLS, TEACHERS]));
    assert_eq!(
        outcomes(&diff),
        [
            (vec![Outcome::Kept], vec!["学校名录"], vec!["学校名录"]),
            (vec![Outcome::Added], vec![], vec!["教师评优"]),
            (vec![Outcome::Removed], vec!["班级设置"], vec![]),
        ]
    );
    assert!(!diff.is_equal());
}

#[test]
fn renamed_by_likeness_is_marked_as_assumed() {
    let renamed = ("概况", "中小学一览", SCHOOLS.2);
    let diff = compare(&table(&[SCHOOLS, CLASSES]), &table(&[renamed, CLASSES]));
    let item = &diff.items[0];
    assert_eq!(item.outcomes, [Outcome::Renamed]);
    assert_eq!((item.matched_by, item.assumed), (Some(MatchedBy::Similarity), true));
    assert!(item.score.is_some_and(|score| (0.6..1.0).contains(&score)), "{item:?}");
    assert_eq!(item.changes.len(), 1);
    assert_eq!(item.changes[0].before.as_deref(), Some("学校名录"));
    assert_eq!(item.changes[0].after.as_deref(), Some("中小学一览"));
}

#[test]
fn renamed_under_the_same_id_is_no_assumption() {
    let (mut old, mut new) = (table(&[SCHOOLS]), table(&[("概况", "机构一览", &["甲", "乙"])]));
    old.items[0].id = Some("list".to_owned());
    new.items[0].id = Some("list".to_owned());
    let diff = compare(&old, &new);
    assert_eq!(diff.items[0].outcomes, [Outcome::Renamed]);
    assert_eq!((diff.items[0].matched_by, diff.items[0].assumed), (Some(MatchedBy::Id), false));
}

#[test]
fn elements_that_all_items_have_make_no_item_the_same() {
    let guide: &[&str] = &["事项名称", "申请条件", "办理材料", "办理流程"];
    let guides = [("服务", "入学", guide), ("服务", "转学", guide), ("服务", "残疾儿童送教上门", guide)];
    let other = ("服务", "教师资格认定", guide);
    let diff = compare(&table(&guides), &table(&[guides[0], guides[1], other]));
    assert_eq!(
        (diff.count(Outcome::Kept), diff.count(Outcome::Added), diff.count(Outcome::Removed)),
        (2, 1, 1)
    );
}

#[test]
fn moved_to_another_category_or_place() {
    let elsewhere = ("管理", SCHOOLS.1, SCHOOLS.2);
    let diff = compare(&table(&[SCHOOLS, CLASSES]), &table(&[elsewhere, CLASSES]));
    assert_eq!(diff.items[0].outcomes, [Outcome::Moved]);
    assert_eq!(diff.items[0].changes[0].aspect, Aspect::Category);

    // Three keep their order, one has left its place; a row put in before them moves none of them.
    let last = ("概况", "校历", &["校历"][..]);
    let first = ("概况", "新事项", &["新要素甲", "新要素乙"][..]);
    let diff = compare(
        &table(&[SCHOOLS, CLASSES, TEACHERS, last]),
        &table(&[first, last, SCHOOLS, CLASSES, TEACHERS]),
    );
    let moved: Vec<&ItemChange> =
        diff.items.iter().filter(|item| item.outcomes.contains(&Outcome::Moved)).collect();
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].old[0].name, "校历");
    assert_eq!(
        (
            moved[0].changes[0].aspect,
            moved[0].changes[0].before.as_deref(),
            moved[0].changes[0].after.as_deref()
        ),
        (Aspect::Position, Some("4"), Some("2"))
    );
}

#[test]
fn split_and_merged() {
    let whole = ("管理", "招生", &["招生计划", "招生范围", "录取名单", "录取办法"][..]);
    let plan = ("管理", "招生计划公告", &["招生计划", "招生范围"][..]);
    let result = ("管理", "录取", &["录取名单", "录取办法", "咨询电话"][..]);
    let diff = compare(&table(&[whole, SCHOOLS]), &table(&[plan, result, SCHOOLS]));
    assert_eq!(outcomes(&diff)[0], (vec![Outcome::Split], vec!["招生"], vec!["招生计划公告", "录取"]));
    let split = &diff.items[0];
    assert!(split.assumed && split.score == Some(1.0), "{split:?}");
    assert_eq!(split.elements.len(), 1);
    assert_eq!(split.elements[0].outcome, ElementOutcome::Added);
    let diff = compare(&table(&[plan, result, SCHOOLS]), &table(&[whole, SCHOOLS]));
    assert_eq!(outcomes(&diff)[0], (vec![Outcome::Merged], vec!["招生计划公告", "录取"], vec!["招生"]));

    // One of the two keeps the name.
    let rest = ("管理", "招生", &["招生计划", "招生范围"][..]);
    let diff = compare(&table(&[whole, SCHOOLS]), &table(&[rest, result, SCHOOLS]));
    assert_eq!(outcomes(&diff)[0], (vec![Outcome::Split], vec!["招生"], vec!["招生", "录取"]));
}

#[test]
fn elements_added_removed_and_renamed() {
    let changed = (SCHOOLS.0, SCHOOLS.1, &["学校名称", "办公电话号码", "学校网址"][..]);
    let diff = compare(&table(&[SCHOOLS]), &table(&[changed]));
    let found: Vec<(ElementOutcome, Direction, bool)> = diff.items[0]
        .elements
        .iter()
        .map(|element| (element.outcome, element.direction, element.assumed))
        .collect();
    assert_eq!(
        found,
        [
            (ElementOutcome::Renamed, Direction::Other, true),
            (ElementOutcome::Removed, Direction::Looser, false),
            (ElementOutcome::Added, Direction::Stricter, false),
        ],
        "{:#?}",
        diff.items[0].elements
    );
    assert!(diff.items[0].changes.is_empty(), "as many are required as before");
}

/// What to do to a row, what of it differs then, and in which direction.
type Edit = (&'static str, fn(&mut Row), Aspect, Direction);

const EDITS: &[Edit] = &[
    (
        "shorter",
        |row| row.time_limit = Some("信息形成或者变更之日起7个工作日内".to_owned()),
        Aspect::TimeLimit,
        Direction::Stricter,
    ),
    (
        "another event",
        |row| row.time_limit = Some("收到批准文件之日起10个工作日内".to_owned()),
        Aspect::TimeLimit,
        Direction::Other,
    ),
    ("no time limit", |row| row.time_limit = None, Aspect::TimeLimit, Direction::Looser),
    (
        "one element less",
        |row| {
            row.elements.pop();
        },
        Aspect::RequiredElements,
        Direction::Looser,
    ),
    (
        "a group only",
        |row| {
            row.audience.everyone = false;
            row.audience.group = Some("家长".to_owned());
        },
        Aspect::Audience,
        Direction::Looser,
    ),
    (
        "a group beside everybody",
        |row| row.audience.group = Some("家长".to_owned()),
        Aspect::Audience,
        Direction::Other,
    ),
    ("one more level", |row| row.levels.push("乡级".to_owned()), Aspect::Level, Direction::Stricter),
    ("another level", |row| row.levels = vec!["市级".to_owned()], Aspect::Level, Direction::Other),
    ("no level stated", |row| row.levels.clear(), Aspect::Level, Direction::Other),
    ("one more channel", |row| row.channels.push("公示栏".to_owned()), Aspect::Channel, Direction::Stricter),
    (
        "one channel less",
        |row| {
            row.channels.pop();
        },
        Aspect::Channel,
        Direction::Looser,
    ),
    ("on request only", |row| row.methods = vec![Method::OnRequest], Aspect::Method, Direction::Looser),
    ("on request too", |row| row.methods.push(Method::OnRequest), Aspect::Method, Direction::Other),
    ("another publisher", |row| row.publisher = "卫生局".to_owned(), Aspect::Publisher, Direction::Other),
    ("one more basis", |row| row.basis.push("《甲法》".to_owned()), Aspect::Basis, Direction::Other),
];

#[test]
fn stricter_and_looser() {
    let old = table(&[SCHOOLS, CLASSES]);
    for (what, edit, aspect, direction) in EDITS {
        let mut new = old.clone();
        edit(&mut new.items[0]);
        let diff = compare(&old, &new);
        let item = &diff.items[0];
        assert_eq!(item.outcomes, [Outcome::Kept], "{what}");
        let changes: Vec<(Aspect, Direction)> =
            item.changes.iter().map(|change| (change.aspect, change.direction)).collect();
        assert!(
            !changes.is_empty() && changes.iter().all(|found| found == &(*aspect, *direction)),
            "{what}: {item:#?}"
        );
        assert!(item.changes.iter().all(|change| change.before != change.after), "{what}");
        assert!(diff.items[1].is_unchanged(), "{what}");
        assert!(!diff.is_equal(), "{what}");
    }
}

#[test]
fn another_name_of_a_channel_is_no_change() {
    let old = table(&[SCHOOLS]);
    let mut new = old.clone();
    new.items[0].channels[1] = "纸质载体".to_owned();
    assert!(compare(&old, &new).is_equal());
}

#[test]
fn the_head_is_compared() {
    let old = table(&[SCHOOLS]);
    let mut new = old.clone();
    new.edition = "2".to_owned();
    new.document_number = Some("示发〔2026〕1号".to_owned());
    let diff = compare(&old, &new);
    let found: Vec<(&str, Option<&str>)> =
        diff.head.iter().map(|change| (change.property.as_str(), change.before.as_deref())).collect();
    assert_eq!(found, [("document_number", None), ("edition", Some("1"))]);
    assert!(!diff.is_equal() && diff.items[0].is_unchanged());
}

#[test]
fn the_side_that_does_not_compile_is_named() {
    let (good, mut bad) = (table(&[SCHOOLS]), table(&[SCHOOLS]));
    bad.items[0].id = Some("É".to_owned());
    assert_eq!(diff(&good, &bad, &lexicon()).map_err(|error| error.side), Err(Side::New));
    assert_eq!(diff(&bad, &good, &lexicon()).map_err(|error| error.side), Err(Side::Old));
}
