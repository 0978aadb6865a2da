//! Working days: vectors from the notices, the edge of what is known, and late publications end to end.

use gongkai_core::{Calendar, Context, Guideline, IssueCode, Lexicon, Pack, Stage, compile, date};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::json;

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

fn day(text: &str) -> Date {
    date::parse(text).expect("the vectors hold dates")
}

/// An item with this limit and one field.
fn pack_with_limit(working_days: u32) -> Pack {
    let guideline = Guideline::from_toml(&format!(
        r#"
        format = "gongkai-guideline/1"
        code = "90"
        slug = "limits"
        name = "时限"
        title = "示例指引"
        issuer = "示例机关"
        edition = "1"
        [[items]]
        id = "item"
        category = "概况"
        name = "事项"
        elements = [{{ name = "正文", kind = "text" }}]
        time_limit = "信息形成或者变更之日起{working_days}个工作日内"
        publisher = "示例机关"
        channels = ["公示栏"]
        audience = {{ everyone = true }}
        provenance = {{ mark = "recalled" }}
        "#
    ))
    .expect("the source is a guideline");
    let lexicon = Lexicon::from_toml(r#"format = "gongkai-lexicon/1""#).expect("the source is a lexicon");
    compile(&guideline, &lexicon).expect("the guideline compiles")
}

#[test]
fn vectors_hold() {
    for (start, working_days, due) in VECTORS {
        assert_eq!(gongkai::calendar().add_working_days(day(start), *working_days), Ok(day(due)), "{start}");
    }
}

#[test]
fn years_follow_each_other() {
    let years: Vec<i16> = gongkai::calendar_source().years.iter().map(|year| year.year).collect();
    assert!(years.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{years:?}");
    let mut gap = gongkai::calendar_source().clone();
    gap.years.remove(1);
    assert!(Calendar::new(&gap).is_err());
}

#[test]
fn days_lie_in_their_notice_and_differ_from_the_plain_week() {
    let calendar = gongkai::calendar();
    for year in &gongkai::calendar_source().years {
        assert!(year.holidays.len() >= 6, "{}", year.year);
        for holiday in &year.holidays {
            let (first, last) = (day(&holiday.first), day(&holiday.last));
            assert!((year.year - 1..=year.year).contains(&first.year()), "{} {}", year.year, holiday.name);
            assert_eq!(calendar.is_working_day(first), Ok(false), "{} {}", year.year, holiday.name);
            assert_eq!(calendar.is_working_day(last), Ok(false), "{} {}", year.year, holiday.name);
            for worked in &holiday.worked {
                assert_eq!(calendar.is_working_day(day(worked)), Ok(true), "{worked}");
            }
        }
    }
}

#[test]
fn every_count_is_right_by_counting_again() {
    let calendar = gongkai::calendar();
    let mut start = day("2020-01-01");
    while start < day("2026-11-01") {
        for working_days in [1, 7, 20] {
            let due = calendar.add_working_days(start, working_days).expect("the years are known");
            assert_eq!(calendar.is_working_day(due), Ok(true), "{start} {working_days}");
            let mut counted = 0;
            let mut current = start;
            while current < due {
                current = current.tomorrow().expect("far from the last year");
                counted += u32::from(calendar.is_working_day(current) == Ok(true));
            }
            assert_eq!(counted, working_days, "{start}");
        }
        start = start.checked_add(1.day()).expect("far from the last year");
    }
}

#[test]
fn nothing_is_guessed_beyond_the_notices() {
    let calendar = gongkai::calendar();
    let last = gongkai::calendar_source().years.iter().map(|year| year.year).max().expect("there are years");
    let late = jiff::civil::date(last, 12, 20);
    assert!(calendar.add_working_days(late, 20).is_err());
    assert!(calendar.is_working_day(jiff::civil::date(last + 1, 1, 1)).is_err());
    let first = gongkai::calendar_source().years[0].year;
    assert!(calendar.is_working_day(jiff::civil::date(first - 1, 12, 31)).is_err());

    let pack = pack_with_limit(20);
    let item = pack.item("item").expect("the item is in the source");
    let report = item.check(&item.example(late), &Context::new(Stage::Publish, late).with_calendar(calendar));
    assert_eq!(report.issues.len(), 1);
    assert_eq!(report.issues[0].code, IssueCode::CalendarOutOfRange);
    assert_eq!(report.issues[0].path, "/formed_on");
    assert!(!report.issues[0].blocks);
}

#[test]
fn late_publications_are_found_on_the_first_day_after() {
    for (start, working_days, due) in VECTORS {
        let pack = pack_with_limit(*working_days);
        let item = pack.item("item").expect("the item is in the source");
        let due = day(due);
        let late = due.tomorrow().expect("far from the last year");
        for key in ["formed_on", "changed_on"] {
            let mut entry = item.example(late);
            entry["formed_on"] = json!(start);
            entry[key] = json!(start);
            let context = Context::new(Stage::Publish, late).with_calendar(gongkai::calendar());

            entry["channels"] = json!([
                { "channel": "公示栏", "published_on": late.to_string() },
                { "channel": "政府公报", "published_on": due.to_string() },
            ]);
            assert_eq!(item.check(&entry, &context).issues, [], "{start}");

            // Late on record, late today without a record, in time without a record.
            for (channels, path) in [
                (
                    json!([{ "channel": "公示栏", "published_on": late.to_string() }]),
                    "/channels/0/published_on",
                ),
                (json!([{ "channel": "公示栏" }]), "/formed_on"),
            ] {
                entry["channels"] = channels;
                let report = item.check(&entry, &context);
                let [issue] = report.issues.as_slice() else { panic!("{start}: {:?}", report.issues) };
                assert_eq!(
                    (issue.code, issue.path.as_str()),
                    (IssueCode::TimeLimitExceeded, path),
                    "{start}"
                );
                assert_eq!(issue.params.due_on.as_deref(), Some(due.to_string().as_str()));
                assert_eq!(issue.params.days_late, Some(1));
                assert!(!issue.blocks);
            }
            let context = Context::new(Stage::Publish, due).with_calendar(gongkai::calendar());
            assert_eq!(item.check(&entry, &context).issues, [], "{start}");
        }
    }
}
