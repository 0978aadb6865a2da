//! Every day of the calendar against published libraries that others wrote from the notices.

use std::collections::BTreeSet;

use chinese_holiday::{Ymd, chinese_holiday};
use gongkai_core::date;
use jiff::civil::Date;

/// A calendar that others keep.
struct Library {
    name: &'static str,
    /// `None`: the library holds no notice for this day.
    is_working_day: fn(Date) -> Option<bool>,
    /// Days on which the library is wrong, and what the notice says.
    wrong: &'static [(&'static str, &'static str)],
}

const LIBRARIES: &[Library] = &[
    Library {
        name: "chinese_holiday",
        is_working_day: |day| {
            // Outside of these days it panics.
            (date::parse("2004-01-01")?..=date::parse("2026-12-25")?).contains(&day).then(|| {
                let [month, day_of_month] = [day.month(), day.day()].map(|number| number.unsigned_abs());
                chinese_holiday(Ymd::new(day.year().unsigned_abs(), month, day_of_month)).is_workday()
            })
        },
        wrong: &[
            ("2016-10-09", "国办发明电〔2015〕18号: 10月8日（星期六）、10月9日（星期日）上班"),
            ("2016-12-30", "国办发明电〔2016〕17号: 1月1日放假，1月2日（星期一）补休; a plain Friday"),
        ],
    },
    Library {
        name: "holiday-cn",
        is_working_day: |day| {
            // It has a table for a year that it knows nothing of, and answers with the plain week.
            holiday_cn::get_year_data(i32::from(day.year())).filter(|days| !days.is_empty())?;
            holiday_cn::is_workday(&date::write(day)).ok()
        },
        wrong: &[],
    },
];

/// All days of the calendar.
fn days() -> impl Iterator<Item = Date> {
    let (first, last) = gongkai::calendar().range().into_inner();
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

#[test]
fn every_day_is_worked_or_off_as_the_libraries_say() {
    for library in LIBRARIES {
        let mut compared = 0;
        let mut differing = BTreeSet::new();
        for day in days() {
            let ours = gongkai::calendar().is_working_day(day).expect("the day is in range");
            if let Some(theirs) = (library.is_working_day)(day) {
                compared += 1;
                if ours != theirs {
                    differing.insert(date::write(day));
                }
            }
        }
        println!("{}: {compared} days compared, {} differ", library.name, differing.len());
        // A day that the library has put right has to leave the list.
        let wrong = library.wrong.iter().map(|(day, _)| (*day).to_owned()).collect();
        assert_eq!(differing, wrong, "{}", library.name);
    }
}

#[test]
fn where_a_library_is_wrong_another_one_agrees_with_us() {
    for library in LIBRARIES {
        for (day, reason) in library.wrong {
            let day = date::parse(day).expect("the list holds dates");
            let ours = gongkai::calendar().is_working_day(day).ok();
            let others = LIBRARIES.iter().filter(|other| other.name != library.name);
            assert!(others.into_iter().any(|other| (other.is_working_day)(day) == ours), "{day}: {reason}");
        }
    }
}

/// The notice for the next year may still turn days at the end of December, so no library vouches for them.
#[test]
fn all_but_the_last_days_of_the_last_year_are_compared() {
    let unknown = |day: &Date| LIBRARIES.iter().all(|library| (library.is_working_day)(*day).is_none());
    let unknown: Vec<Date> = days().filter(unknown).collect();
    let last = *gongkai::calendar().range().end();
    assert!(unknown.len() <= 6, "{unknown:?}");
    assert!(unknown.iter().all(|day| day.year() == last.year() && day.month() == 12 && day.day() > 25));
}
