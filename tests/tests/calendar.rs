//! Working days: vectors from the notices, the edge of what is known, and late publications end to end.

use gongkai_core::calendar::Holiday;
use gongkai_core::{
    Calendar, Context, Guideline, Issue, IssueCode, Lexicon, Pack, Report, Stage, compile, date,
};
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

/// What a report says of time limits.
fn lateness(report: &Report) -> Vec<&Issue> {
    let codes = [IssueCode::TimeLimitExceeded, IssueCode::CalendarOutOfRange];
    report.issues.iter().filter(|issue| codes.contains(&issue.code)).collect()
}

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

/// A holiday that a later notice changed or added, and what that does to a due date.
struct Change {
    year: i16,
    holiday: &'static str,
    /// First and last day off by the first notice, if it had the holiday.
    announced: Option<[&'static str; 2]>,
    /// Weekend days worked for it by the first notice.
    worked: &'static [&'static str],
    start: &'static str,
    working_days: u32,
    /// Last day by the first notice and by the one that changed it.
    due: [&'static str; 2],
}

const CHANGES: &[Change] = &[
    Change {
        year: 2020,
        holiday: "春节",
        announced: Some(["2020-01-24", "2020-01-30"]),
        worked: &["2020-01-19", "2020-02-01"],
        start: "2020-01-15",
        working_days: 20,
        due: ["2020-02-17", "2020-02-19"],
    },
    Change {
        year: 2019,
        holiday: "劳动节",
        announced: Some(["2019-05-01", "2019-05-01"]),
        worked: &[],
        start: "2019-04-25",
        working_days: 5,
        due: ["2019-05-03", "2019-05-05"],
    },
    Change {
        year: 2015,
        holiday: "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
        announced: None,
        worked: &[],
        start: "2015-08-31",
        working_days: 5,
        due: ["2015-09-07", "2015-09-08"],
    },
];

#[test]
fn a_notice_in_the_middle_of_the_year_moves_due_dates() {
    let mut amended = 0;
    for change in CHANGES {
        let mut source = gongkai::calendar_source().clone();
        let year = source.years.iter_mut().find(|year| year.year == change.year).expect("the year is known");
        let is_changed = |holiday: &Holiday| holiday.name == change.holiday;
        let place = year.holidays.iter().position(is_changed).expect("the notices have it");
        let holiday = &mut year.holidays[place];
        let amended_on = day(holiday.amended_on.as_deref().expect("the later notice has a date"));
        assert!(amended_on > day(year.published_on.as_deref().expect("the notice has a date")));
        match change.announced {
            Some([first, last]) => {
                (holiday.first, holiday.last) = (first.to_owned(), last.to_owned());
                holiday.worked = change.worked.iter().map(|day| (*day).to_owned()).collect();
            }
            None => drop(year.holidays.remove(place)),
        }
        let first_notice = Calendar::new(&source).expect("the notices make a calendar");
        let [before, after] = change.due.map(|due| Ok(day(due)));
        let start = day(change.start);
        assert_eq!(first_notice.add_working_days(start, change.working_days), before, "{}", change.holiday);
        assert_eq!(
            gongkai::calendar().add_working_days(start, change.working_days),
            after,
            "{}",
            change.holiday
        );
        amended += 1;
    }
    let holidays = gongkai::calendar_source().years.iter().flat_map(|year| &year.holidays);
    assert_eq!(holidays.filter(|holiday| holiday.amended_by.is_some()).count(), amended);
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
        assert!(year.notice.contains(&year.year.to_string()), "{}", year.notice);
        let number = year.number.as_deref().expect("every number is known");
        let published_on = day(year.published_on.as_deref().expect("every date is known"));
        assert_eq!(published_on.year(), year.year - 1);
        assert!(number.contains(&format!("〔{}〕", published_on.year())), "{number}");
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
    let (mut start, last) = calendar.range().into_inner();
    let last = last.checked_sub(60.days()).expect("far from the first year");
    while start < last {
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
    let mut entry = item.example(late);
    let in_time = item.check(&entry, &Context::new(Stage::Publish, late).with_calendar(calendar));
    assert_eq!(lateness(&in_time), Vec::<&Issue>::new(), "published at once, whatever holidays come");
    let later = late.checked_add(21.days()).expect("far from the last year");
    entry["channels"] = json!([]);
    let report = item.check(&entry, &Context::new(Stage::Publish, later).with_calendar(calendar));
    let [issue] = lateness(&report)[..] else { panic!("{:?}", report.issues) };
    assert_eq!((issue.code, issue.path.as_str()), (IssueCode::CalendarOutOfRange, "/formed_on"));
    assert!(!issue.blocks);
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
            assert_eq!(lateness(&item.check(&entry, &context)), Vec::<&Issue>::new(), "{start}");

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
                let [issue] = lateness(&report)[..] else { panic!("{start}: {:?}", report.issues) };
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
            assert_eq!(lateness(&item.check(&entry, &context)), Vec::<&Issue>::new(), "{start}");
        }
    }
}

#[test]
fn a_count_tells_what_it_met() {
    let count = gongkai::calendar().count(day("2020-06-04"), 20).expect("the years are known");
    assert_eq!((count.start, count.due), (day("2020-06-04"), day("2020-07-03")));
    let [off] = count.off.as_slice() else { panic!("{:?}", count.off) };
    assert_eq!((off.name.as_str(), off.name_en.as_deref()), ("端午节", Some("Dragon Boat Festival")));
    assert_eq!((off.first, off.last), (day("2020-06-25"), day("2020-06-27")));
    let [worked] = count.worked.as_slice() else { panic!("{:?}", count.worked) };
    assert_eq!((worked.day, worked.name.as_str()), (day("2020-06-28"), "端午节"));
    // 06-06, 06-07, 06-13, 06-14, 06-20, 06-21; the Saturday 06-27 is part of the holiday.
    assert_eq!(count.weekend_days, 6);

    // Only the part after the start is met.
    let count = gongkai::calendar().count(day("2024-10-03"), 1).expect("the years are known");
    assert_eq!((count.off[0].first, count.off[0].last), (day("2024-10-04"), day("2024-10-07")));
}

#[test]
fn what_a_count_tells_adds_up() {
    let calendar = gongkai::calendar();
    let years = calendar.range();
    let mut start = *years.start();
    while start.checked_add(60.days()).is_ok_and(|end| years.contains(&end)) {
        let count = calendar.count(start, 20).expect("the years are known");
        assert_eq!(calendar.add_working_days(start, 20), Ok(count.due), "{start}");
        let days = |first: Date, last: Date| first.duration_until(last).as_hours() / 24;
        let off: i64 = count.off.iter().map(|off| days(off.first, off.last) + 1).sum();
        assert_eq!(days(start, count.due), 20 + off + i64::from(count.weekend_days), "{start}");
        assert!(count.off.iter().all(|off| off.name_en.is_some()), "{start}");
        start = start.tomorrow().expect("far from the last year");
    }
}

#[test]
fn a_suspended_clock_counts_no_day_twice() {
    let calendar = gongkai::calendar();
    let start = day("2026-03-02");
    assert_eq!(calendar.add_working_days(start, 20), Ok(day("2026-03-30")));
    let first = day("2026-03-10")..=day("2026-03-16");
    let overlapping = day("2026-03-13")..=day("2026-03-18");
    // Seven working days stand still, 10 to 13 and 16 to 18 March; the weekend between would not have counted anyway.
    for suspensions in [
        vec![first.clone(), overlapping.clone()],
        vec![overlapping, first.clone(), first],
        vec![day("2026-03-10")..=day("2026-03-18")],
    ] {
        let due = calendar.add_working_days_suspended(start, 20, &suspensions);
        // Seven days on: 31 March, 1 to 3 April; 4 to 6 April is 清明节; 7 to 9 April.
        assert_eq!(due, Ok(day("2026-04-09")), "{suspensions:?}");
    }
    assert_eq!(calendar.add_working_days_suspended(start, 20, &[]), Ok(day("2026-03-30")));
    let for_ever = [start..=day("2027-12-31")];
    assert!(calendar.add_working_days_suspended(start, 20, &for_ever).is_err());
}

#[test]
fn the_compiled_form_counts_the_same_days() {
    let calendar = gongkai::calendar();
    let text = serde_json::to_string(&calendar.compiled()).expect("documents are plain data");
    let read = Calendar::from_json(&text).expect("a calendar was written");
    assert_eq!(read.range(), calendar.range());
    let mut current = *calendar.range().start();
    while calendar.range().contains(&current) {
        assert_eq!(read.is_working_day(current), calendar.is_working_day(current), "{current}");
        assert_eq!(calendar.is_day_off(current), calendar.is_working_day(current).map(|worked| !worked));
        current = current.tomorrow().expect("far from the last year");
    }
    for broken in [
        "",
        "{}",
        &text.replace("working-days/1", "working-days/2"),
        &text.replace("\"2020-01-19\"", "\"2020-01-20\""),
        &text.replace("\"2020-01-19\"", "\"2020-01-32\""),
    ] {
        assert!(Calendar::from_json(broken).is_err());
    }
}
