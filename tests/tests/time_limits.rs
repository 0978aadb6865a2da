//! Time limits: what was read says what is printed, layout does not matter, and no text leads to a number of its own.

use std::collections::BTreeSet;

use fastrand::Rng;
use gongkai_core::deadline::{Due, Weight};
use gongkai_core::time_limit::{Clause, ClauseKind, TimeLimit, Trigger, Unit};
use gongkai_core::{Context, IssueCode, Stage};
use gongkai_tests::judges::{TODAY, address, items};
use gongkai_tests::regen::time_limits::distinct;

/// Wordings that the shipped tables do not have.
const MORE: &[&str] = &[
    "20个工作日（自该政府信息形成或者变更之日起）",
    "信息产生、变更之日起20个工作日内公开，保持长期公开",
    "信息形成之日起20个工作日内；行政许可和行政处罚决定作出后7个工作日内",
    "信息形成后1个月内",
    "公开公示不少于7天",
    "半年至少更新1次",
    "每季度终了后15日内",
    "每年12月底前",
    "活动开展前5个工作日",
    "自信息形成之日起十五个工作日内公开",
    "长期公开；名单变更后5个工作日内更新",
    "①《听证通知书》在组织听证7个工作日前予以公开；②其他听证公开内容为依申请公开。",
    "1. 信息形成之日起20个工作日内；2. 公示期不少于5日",
    "行政处罚决定形成之日起7个工作日内；其他信息形成之日起20个工作日内",
    "事故发生后24小时内公开",
    "作出决定之日起7个工作日内；情况复杂的可延长7个工作日",
];

fn wordings() -> Vec<String> {
    distinct().into_keys().chain(MORE.iter().map(|text| (*text).to_owned())).collect()
}

/// The clauses without the stretches that they were read from, which show the layout.
fn clauses(text: &str) -> Vec<Clause> {
    let clauses = TimeLimit::parse(text).clauses.into_iter();
    clauses.map(|clause| Clause { text: String::new(), ..clause }).collect()
}

fn is_numeral(char: char) -> bool {
    "零〇一二两三四五六七八九十百半".contains(char)
}

/// The numbers printed: runs of digits and of Chinese numerals, as numbers.
fn numbers(text: &str) -> BTreeSet<u32> {
    let mut numbers = BTreeSet::new();
    for run in text.split(|char: char| !char.is_ascii_digit()) {
        numbers.extend(run.parse::<u32>().ok());
    }
    for run in text.split(|char: char| !is_numeral(char)).filter(|run| !run.is_empty()) {
        let value = |char| "零一二三四五六七八九".chars().position(|known| known == char);
        let (mut sum, mut digit) = (0, 0);
        for char in run.chars() {
            match char {
                '百' => (sum, digit) = (sum + digit.max(1) * 100, 0),
                '十' => (sum, digit) = (sum + digit.max(1) * 10, 0),
                '两' => digit = 2,
                '半' => digit = 1,
                _ => digit = value(char).unwrap_or(0),
            }
        }
        numbers.extend(u32::try_from(sum + digit).ok());
    }
    numbers
}

/// Blanks dropped and digits of one width, as a reader sees the text.
fn seen(text: &str) -> String {
    let is_shown = |char: &char| !char.is_whitespace() && !matches!(char, '\u{200b}' | '\u{ad}' | '\u{feff}');
    let narrow = |char: char| match char {
        '０'..='９' => char::from_u32(u32::from(char) - 0xfee0).expect("a digit"),
        other => other,
    };
    text.chars().filter(is_shown).map(narrow).collect()
}

/// Every amount stands before its unit in the stretch that its clause was read from.
fn assert_numbers_are_printed(limit: &TimeLimit) {
    for clause in &limit.clauses {
        let stretch = seen(limit.text_of(clause));
        let words: &[&str] = match clause.unit {
            Some(Unit::WorkingDays) => &["工作日"],
            Some(Unit::Days) => &["日", "天", "自然日"],
            Some(Unit::Weeks) => &["周", "星期", "週"],
            Some(Unit::Months) => &["月"],
            Some(Unit::Quarters) => &["季"],
            Some(Unit::HalfYears | Unit::Years) => &["年"],
            Some(Unit::Hours) => &["小时", "小時"],
            _ => &["内", "內"],
        };
        let before = words.iter().flat_map(|word| stretch.match_indices(word)).map(|(at, _)| &stretch[..at]);
        let mut amounts = before.map(|before| {
            let before = before.trim_end_matches(['个', '個']);
            let is_number = |char: char| char.is_ascii_digit() || is_numeral(char);
            numbers(&before[before.trim_end_matches(is_number).len()..])
        });
        if let Some(amount) = clause.amount {
            assert!(amounts.any(|numbers| numbers.contains(&amount)), "{limit:?}");
        } else {
            assert!(clause.unit.is_none() || amounts.next().is_some(), "{limit:?}");
        }
        for name in [&clause.part, &clause.basis, &clause.word].into_iter().flatten() {
            assert!(!name.is_empty(), "{limit:?}");
        }
    }
}

#[test]
fn what_was_read_is_what_is_printed() {
    for text in wordings() {
        let limit = TimeLimit::parse(&text);
        assert_numbers_are_printed(&limit);
        for clause in &limit.clauses {
            let stretch = limit.text_of(clause);
            assert!(text.contains(stretch), "{text}");
            if let Some(Trigger::Event(event)) = &clause.trigger {
                assert!(stretch.contains(event.as_str()) && !event.is_empty(), "{text}");
            }
            for name in [&clause.part, &clause.basis, &clause.word].into_iter().flatten() {
                assert!(stretch.contains(name.as_str()), "{text}: {name}");
            }
        }
        // Every number of the text is in a clause or in what is left to a person; those of lists are not.
        let listed: BTreeSet<u32> = if text.contains(['.', '①']) { [1, 2].into() } else { BTreeSet::new() };
        let mut read: BTreeSet<u32> = limit.clauses.iter().filter_map(|clause| clause.amount).collect();
        read.extend(
            limit.clauses.iter().filter_map(|clause| clause.date.as_ref()).flat_map(|date| numbers(date)),
        );
        read.extend(limit.unread.iter().flat_map(|stretch| numbers(stretch)));
        let printed: BTreeSet<u32> = numbers(&text);
        let is_once = |number: &u32| *number == 1 && text.contains("1次");
        let lost = printed.iter().filter(|number| !read.contains(number) && !listed.contains(number));
        assert_eq!(lost.filter(|number| !is_once(number)).count(), 0, "{text}: {limit:?}");
    }
}

#[test]
fn every_wording_of_the_tables_is_read_wholly() {
    for (text, (limit, _)) in distinct() {
        assert!(!limit.clauses.is_empty() && limit.unread.is_empty(), "{text}: {limit:?}");
    }
}

#[test]
fn most_items_have_a_limit_that_can_be_counted() {
    let (mut counted, mut all) = (0, 0);
    for (limit, uses) in distinct().values() {
        all += uses;
        if limit.clauses.iter().any(|clause| clause.kind == ClauseKind::Within && clause.is_general()) {
            counted += uses;
        }
    }
    assert!(counted * 10 > all * 7, "{counted} of {all}");
}

#[test]
fn what_a_form_says_is_what_the_check_judges_by() {
    let formed = jiff::civil::date(2026, 1, 5);
    let mut late = 0;
    for item in items() {
        let mut entry = item.example(formed);
        for key in ["formed_on", "triggered_on"] {
            entry[key] = "2026-01-05".into();
        }
        entry["channels"] = serde_json::json!([]);
        let context = Context::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar());
        let deadlines = item.deadlines(&entry, &context);
        let required = deadlines.limits.iter().filter(|limit| limit.weight == Weight::Required);
        let first = required.filter_map(|limit| match limit.due {
            Due::On(day) => Some(day),
            _ => None,
        });
        let expected = first.min().filter(|day| *day < TODAY).map(gongkai_core::date::write);
        let issues = item.check(&entry, &context).issues;
        let found = issues.iter().find(|issue| issue.code == IssueCode::TimeLimitExceeded);
        let found = found.and_then(|issue| issue.params.due_on.clone());
        assert_eq!(found, expected, "{}", address(item));
        late += usize::from(found.is_some());
    }
    assert!(late > 100, "{late} entries are late");
}

/// The same wording with another layout: blanks and line ends anywhere, other widths, with and without 个 and 内.
fn variant(text: &str, random: &mut Rng) -> String {
    let mut text = text.to_owned();
    if random.bool() {
        text = text.replace("个工作日", "工作日");
    }
    // Without 内 a number of plain days may be a day of the month, and 前 and its like take its place.
    if random.bool() {
        text = text.replace("工作日内", "工作日");
    }
    if random.bool() {
        text = text.replace("日内", random.choice(["日以内", "日之内"]).expect("there are two"));
    }
    if random.bool() {
        text = text.replace("20个", "二十个").replace("7个", "七个");
    }
    let mut varied = String::new();
    for char in text.chars() {
        if random.u8(..8) == 0 {
            varied.push(
                *random.choice(&[' ', '\u{3000}', '\n', '\t', '\u{a0}', '\u{200b}']).expect("there are six"),
            );
        }
        let wide = match char {
            '!'..='~' => char::from_u32(u32::from(char) + 0xfee0).expect("the range is assigned"),
            '（' => '(',
            '）' => ')',
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '。' => '｡',
            other => other,
        };
        varied.push(if random.bool() { wide } else { char });
    }
    varied
}

#[test]
fn layout_does_not_matter() {
    let mut random = Rng::with_seed(20);
    for text in wordings() {
        let expected = clauses(&text);
        for _ in 0..60 {
            let varied = variant(&text, &mut random);
            assert_eq!(clauses(&varied), expected, "{varied:?}");
        }
    }
}

#[test]
fn scrambled_texts_lead_to_no_number_of_their_own() {
    let mut random = Rng::with_seed(26);
    let wordings = wordings();
    let mut with_clauses = 0;
    for round in 0..20_000 {
        let mut chars: Vec<char> = random.choice(&wordings).expect("there are some").chars().collect();
        if round % 2 == 0 {
            // Short stretches in another order keep more of the grammar than single characters.
            let mut pieces: Vec<Vec<char>> = Vec::new();
            while !chars.is_empty() {
                let rest = chars.split_off(random.usize(1..=6).min(chars.len()));
                pieces.push(chars);
                chars = rest;
            }
            random.shuffle(&mut pieces);
            chars = pieces.concat();
        } else {
            for _ in 0..random.usize(1..6) {
                let (one, other) = (random.usize(..chars.len()), random.usize(..chars.len()));
                chars.swap(one, other);
            }
        }
        let limit = TimeLimit::parse(&chars.into_iter().collect::<String>());
        assert_numbers_are_printed(&limit);
        with_clauses += usize::from(!limit.clauses.is_empty());
    }
    assert!(with_clauses > 500, "{with_clauses} of the scrambled texts say anything at all");
}

#[test]
fn any_text_is_taken_without_harm() {
    let mut random = Rng::with_seed(3);
    let alphabet: Vec<char> =
        "0123456789*.、，；：。（）《》①②一二十半个工作日天周月年内前后自在应每起之公开示期不少于及时长另有规定从其\0\u{202e}\u{2066}\u{200b}\n\u{10ffff}é"
            .chars()
            .collect();
    for _ in 0..10_000 {
        let text: String =
            (0..random.usize(..60)).filter_map(|_| random.choice(&alphabet).copied()).collect();
        let limit = TimeLimit::parse(&text);
        assert!(limit.clauses.iter().all(|clause| text.contains(limit.text_of(clause))), "{text:?}");
        assert!(limit.unread.iter().all(|stretch| text.contains(stretch.as_str())), "{text:?}");
    }
    let take = |piece: &str, length_bytes: usize| {
        let text = piece.repeat(length_bytes / piece.len());
        assert_eq!(TimeLimit::parse(&text).text, text);
    };
    for piece in [
        "20个工作日内",
        "（",
        "1.",
        "，",
        "；",
        "自",
        "\n",
        "\0",
        "一、",
        "9",
        "A半年",
        "信息形成、",
        "每年1月",
    ] {
        take(piece, 100_000);
    }
    take("1.自信息形成之日起20个工作日内，公示5日；\n", 1_000_000);
    let reversed = TimeLimit::parse("信息形成之日起\u{202e}02\u{202c}个工作日内");
    assert_eq!(reversed.clauses, [], "what is shown would not be what is read");
}
