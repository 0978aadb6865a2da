//! Region codes: the table against another library year by year, against the counts of the yearbooks, and changes known by heart.

use std::collections::BTreeMap;

use gb2260::Division;
use gongkai_core::regions::Known;

/// Lines that stand for the districts or counties of a prefecture together.
const COLLECTIVE: &[&str] = &["市辖区", "县", "市", "市区", "直辖县", "郊县"];

/// Listed in the Bureau's statistics and not counted as counties.
const STATISTICS_ALONE: &[&str] = &[
    "232702", "232703", "232704", "232761", "232762", "232763", "232764", "460321", "460322", "460323",
    "469031", "469032", "469033", "632857", "632858", "632859",
];

/// Under an old code at the end of a year while the tables of the two offices differ.
const TWICE: &[(&str, i16)] = &[
    ("421302", 2008),
    ("130103", 2014),
    ("410211", 2014),
    ("410211", 2015),
    ("139001", 2015),
    ("139002", 2015),
    ("139001", 2016),
    ("139002", 2016),
];

fn is_collective(name: &str) -> bool {
    COLLECTIVE.contains(&name) || name.starts_with("省直辖") || name.starts_with("自治区直辖")
}

/// Tables of the other library with their year; those of Hong Kong and Macao are tables of their own.
fn others() -> Vec<(&'static str, i16)> {
    let mut revisions: Vec<_> = Division::revisions()
        .into_iter()
        .filter(|revision| !revision.contains('-'))
        .map(|revision| (revision, revision[..4].parse().expect("a revision begins with its year")))
        .collect();
    revisions.sort_unstable();
    revisions
}

#[test]
fn codes_of_another_library_stand_in_their_year() {
    let regions = gongkai::regions();
    let revisions = others();
    assert_eq!(revisions.len(), 19);
    let mut compared = 0;
    let mut missing = Vec::new();
    for (revision, year) in &revisions {
        for code in (11..=65).flat_map(|province| (0..9_100).map(move |rest| province * 10_000 + rest)) {
            let code = code.to_string();
            if let Some(other) = Division::get_by_revision(&code, revision) {
                compared += 1;
                if regions.holds(&code, *year) != Known::Yes {
                    missing.push(format!("{revision}: {code} {}", other.name));
                }
            }
        }
    }
    assert!(compared > 60_000, "{compared}");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn codes_stand_in_the_table_of_another_library_or_are_named_here() {
    // The other tables dropped the first two of these early and got the rest late.
    let late = [
        "130103", "232701", "130181", "130682", "139001", "139002", "230110", "340205", "341602", "370911",
        "410311", "419001", "421303", "469021", "469022", "469023", "469024", "469029", "510115", "620925",
        "659005", "659006", "659007", "659008",
    ];
    let only_here = |code: &str, name: &str| {
        late.contains(&code)
            || STATISTICS_ALONE.contains(&code)
            || is_collective(name)
            || ["71", "81", "82"].contains(&&code[..2])
    };
    let mut extra = BTreeMap::<String, Vec<&str>>::new();
    // 2002 and 2003: the tables differ on when Hainan and others were numbered anew.
    for (revision, year) in others().into_iter().filter(|(_, year)| *year > 2003) {
        for (code, divisions) in gongkai::regions().all() {
            // In the year of a change both codes stand here.
            let all_year = |division: &&gongkai_core::regions::Division| {
                division.first < year && division.last.is_none_or(|last| last > year)
            };
            if let Some(division) = divisions.iter().find(all_year)
                && !only_here(&code, &division.name)
                && Division::get_by_revision(&code, revision).is_none()
            {
                extra.entry(format!("{code} {}", division.name)).or_default().push(revision);
            }
        }
    }
    assert!(extra.is_empty(), "{extra:#?}");
}

#[test]
fn counties_are_as_many_as_the_yearbooks_say() {
    // Divisions at county level at the end of the year; 西沙区 and 南沙区 are counted from 2020 and have no code.
    let counts = [
        (2008, 2859),
        (2009, 2858),
        (2010, 2856),
        (2011, 2853),
        (2012, 2852),
        (2013, 2853),
        (2014, 2854),
        (2015, 2850),
        (2016, 2851),
        (2017, 2851),
        (2018, 2851),
        (2019, 2846),
        (2020, 2844 - 2),
        (2021, 2843 - 2),
        (2022, 2843 - 2),
        (2023, 2844 - 2),
        (2024, 2846 - 2),
    ];
    for (year, expected) in counts {
        let count = gongkai::regions()
            .all()
            .filter(|(code, _)| !code.ends_with("00") && !["71", "81", "82"].contains(&&code[..2]))
            .filter(|(code, _)| !STATISTICS_ALONE.contains(&code.as_str()))
            .filter(|(code, _)| !TWICE.contains(&(code.as_str(), year)))
            .flat_map(|(code, divisions)| divisions.iter().map(move |division| (code.clone(), division)))
            .filter(|(code, division)| !(code == "232701" && division.name.ends_with('区')))
            .filter(|(_, division)| {
                division.first <= year
                    && division.last.is_none_or(|last| last > year)
                    && !is_collective(&division.name)
            })
            .count();
        assert_eq!(count, expected, "{year}");
    }
}

#[test]
fn changes_known_by_heart_are_in_the_table() {
    let regions = gongkai::regions();
    assert_eq!(regions.years(), 1980..=2025);
    for (code, year, name) in [
        ("430703", 2026, None),
        ("430703", 2016, Some("鼎城区")),
        ("430702", 2020, Some("武陵区")),
        // 2011: the prefecture of Chaohu is dissolved, its district becomes a city under Hefei.
        ("341402", 2010, Some("居巢区")),
        ("341402", 2012, None),
        ("340181", 2010, None),
        ("340181", 2012, Some("巢湖市")),
        // 2010: districts of Peking are merged.
        ("110103", 2011, None),
        ("110103", 2009, Some("崇文区")),
        // 2011: the code goes on under another name.
        ("500110", 2010, Some("万盛区")),
        ("500110", 2012, Some("綦江区")),
        // 2015, 2018, 2019, 2020.
        ("310108", 2016, None),
        ("130223", 2019, None),
        ("130284", 2019, Some("滦州市")),
        ("371200", 2020, None),
        ("370116", 2020, Some("莱芜区")),
        ("130503", 2019, Some("桥西区")),
        ("130503", 2021, Some("信都区")),
        // 2021 and later.
        ("330103", 2022, None),
        ("330114", 2022, Some("钱塘区")),
        ("540481", 2023, Some("米林市")),
        ("659012", 2023, Some("白杨市")),
        ("653228", 2023, None),
        ("653228", 2024, Some("和康县")),
        // No code of any year.
        ("430799", 2020, None),
    ] {
        assert_eq!(regions.name(code, year), name, "{code} in {year}");
    }
    let prefectures = regions.all().filter(|(code, _)| code.ends_with("00") && !code.ends_with("0000"));
    let stands = |division: &gongkai_core::regions::Division| {
        division.last.is_none() && !is_collective(&division.name)
    };
    let count = prefectures
        .filter(|(code, divisions)| !["81", "82"].contains(&&code[..2]) && divisions.iter().any(stands))
        .count();
    assert_eq!(count, 333);
}
