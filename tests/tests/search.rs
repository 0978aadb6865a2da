//! Finding items by characters, pinyin, initials and mixtures, by everyday words, and in spite of a slip.

use gongkai_core::search::{Query, Rank};

/// Ids of the items and of the domains that are found, the best first.
fn ranked(query: &Query) -> Vec<(Rank, String)> {
    let menu = gongkai::navigation();
    let mut found = Vec::new();
    for domain in &menu.domains {
        let rank = query.rank(&domain.name, &domain.pinyin);
        found.extend(rank.map(|rank| (rank, domain.id.clone())));
        for item in domain.categories.iter().flat_map(|category| &category.items) {
            let rank = query.rank(&item.name, &item.pinyin);
            found.extend(rank.map(|rank| (rank, format!("{}/{}", domain.id, item.id))));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found
}

fn names(found: Vec<(Rank, String)>) -> Vec<String> {
    found.into_iter().map(|(_, name)| name).collect()
}

fn find(typed: &str) -> Vec<String> {
    names(ranked(&Query::new(typed)))
}

/// As a menu does it: with everyday words, and a slip forgiven when nothing else is found.
fn find_meant(typed: &str) -> Vec<(Rank, String)> {
    let query = Query::new(typed).with_synonyms(&gongkai::navigation().synonyms);
    let found = ranked(&query);
    if found.is_empty() { ranked(&query.forgiving()) } else { found }
}

const SCHOOLS: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
const EDUCATION: &str = "24-compulsory-education";

#[test]
fn an_item_is_found_in_every_way_of_typing() {
    for typed in [
        "ywjy",
        "yiwujiaoyu",
        "yiwujiaoyv",
        "义务教育",
        "xuexiaominglu",
        "xuexiaominglv",
        "YWJY",
        "ｙｗｊｙ",
        "yi wu jiao yu",
        "学校名录",
        "xxml",
        "ywjyxxml",
        "yiwujyxxml",
        "xuexiaom",
        "义务教育 学校名录",
        "名录 学校",
        "yi'wu",
    ] {
        assert!(find(typed).contains(&SCHOOLS.to_owned()), "{typed}: {:?}", find(typed));
    }
}

#[test]
fn a_domain_is_found() {
    for typed in ["ywjy", "义务教育"] {
        assert!(find(typed).contains(&EDUCATION.to_owned()), "{typed}");
    }
    assert!(find("shjz").contains(&"20-social-assistance".to_owned()));
}

#[test]
fn nonsense_finds_nothing() {
    for typed in ["qqqq", "xxyyzz", "龘龘", "!", "义务卫星", "ywjyy y x", "123456789", "yiwuu", "名录 卫星"]
    {
        assert_eq!(find_meant(typed), [], "{typed}");
    }
}

#[test]
fn an_empty_filter_finds_everything() {
    let all = gongkai::packs().iter().map(|pack| 1 + pack.items.len()).sum::<usize>();
    for typed in ["", " ", "\u{3000}"] {
        assert_eq!(find(typed).len(), all, "{typed:?}");
    }
}

#[test]
fn the_best_come_first() {
    let found = find_meant("义务教育");
    assert_eq!(found[0], (Rank::Whole, EDUCATION.to_owned()));
    assert_eq!(found[1], (Rank::Beginning, SCHOOLS.to_owned()));
    let ranks: Vec<Rank> = find_meant("就业").into_iter().map(|(rank, _)| rank).collect();
    assert!(
        ranks.is_sorted() && ranks.contains(&Rank::Beginning) && ranks.contains(&Rank::Within),
        "{ranks:?}"
    );
    let found = find_meant("ywjy");
    assert_eq!(found[0], (Rank::Whole, EDUCATION.to_owned()), "{found:?}");
}

#[test]
fn everyday_words_are_understood_below_what_was_typed() {
    for (typed, domain) in [
        ("上学", EDUCATION),
        ("孩子上学", EDUCATION),
        ("shangxue", EDUCATION),
        ("shang xue", EDUCATION),
        ("shangx", EDUCATION),
        ("办证", "22-household-registration"),
        ("低保", "20-social-assistance"),
        ("看病", "25-medical-and-health"),
        ("找工作", "18-employment"),
        ("城管", "17-urban-law-enforcement"),
    ] {
        let found = find_meant(typed);
        let place = found.iter().position(|(_, name)| name.split('-').next() == domain.split('-').next());
        assert!(place.is_some_and(|place| found[place].0 == Rank::Meant), "{typed}: {found:?}");
    }
    // 绿化 stands in names, and is an everyday word as well.
    let ranks: Vec<Rank> = find_meant("绿化").into_iter().map(|(rank, _)| rank).collect();
    assert!(ranks.is_sorted() && ranks[0] < Rank::Meant && ranks.contains(&Rank::Meant), "{ranks:?}");
}

#[test]
fn every_meaning_of_an_everyday_word_occurs_in_a_name() {
    let menu = gongkai::navigation();
    let mut known: Vec<&str> = Vec::new();
    for domain in &menu.domains {
        known.push(&domain.name);
        for category in &domain.categories {
            known.push(&category.name);
            known.extend(category.items.iter().map(|item| item.name.as_str()));
        }
    }
    assert!(menu.synonyms.len() > 50);
    let mut words = std::collections::BTreeSet::new();
    for synonym in &menu.synonyms {
        for meant in &synonym.means {
            assert!(known.iter().any(|name| name.contains(meant.as_str())), "{meant}");
        }
        for word in &synonym.words {
            assert!(words.insert(&word.name), "{} is listed twice", word.name);
            assert!(word.name.chars().count() >= 2 && !word.pinyin.is_empty(), "{}", word.name);
        }
    }
    for domain in &menu.domains {
        let is_meant = |meant: &String| domain.name.contains(meant.as_str());
        assert!(menu.synonyms.iter().any(|synonym| synonym.means.iter().any(is_meant)), "{}", domain.name);
    }
}

#[test]
fn a_slip_is_forgiven_when_nothing_else_is_found() {
    for typed in ["义务叫育", "议务教育", "义教务育", "义务育学校", "yiwujaioyu", "yiwujioyu", "yiwwujiaoyu"]
    {
        let found = find_meant(typed);
        assert!(
            found.iter().any(|(rank, name)| *rank == Rank::Near && name == SCHOOLS),
            "{typed}: {found:?}"
        );
    }
    // 教育 and 交易 are one letter apart; who types one of them rightly does not get the other.
    assert!(find_meant("jiaoyi").iter().all(|(rank, _)| *rank < Rank::Near));
}

#[test]
fn one_or_two_characters_find_only_what_holds_them() {
    let menu = gongkai::navigation();
    for typed in ["义", "医", "教义", "务义", "y", "yq", "wj"] {
        for (rank, name) in find_meant(typed) {
            assert!(rank < Rank::Meant, "{typed} finds {name}");
        }
    }
    let items =
        menu.domains.iter().flat_map(|domain| &domain.categories).flat_map(|category| &category.items);
    for item in items {
        let query = Query::new("医").with_synonyms(&menu.synonyms).forgiving();
        assert_eq!(query.matches(&item.name, &item.pinyin), item.name.contains('医'), "{}", item.name);
    }
}

#[test]
fn every_item_is_found_by_its_own_name_and_initials() {
    for domain in &gongkai::navigation().domains {
        for item in domain.categories.iter().flat_map(|category| &category.items) {
            assert_eq!(
                Query::new(&item.name).rank(&item.name, &item.pinyin),
                Some(Rank::Whole),
                "{}",
                item.name
            );
            assert!(Query::new(&item.pinyin).matches(&item.name, &item.pinyin), "{}", item.name);
            let initials: String =
                item.pinyin.split(' ').filter_map(|syllable| syllable.chars().next()).collect();
            let query = Query::new(&initials);
            assert!(query.matches(&item.name, &item.pinyin), "{}: {initials}", item.name);
            let places = query.places(&item.name, &item.pinyin);
            assert!(places.iter().all(|place| item.name.get(place.clone()).is_some()), "{}", item.name);
        }
    }
}

#[test]
fn items_are_grouped_by_who_publishes_to_whom_and_where() {
    let menu = gongkai::navigation();
    let names = |list: &[gongkai_core::search::Reading], numbers: &[u32]| {
        numbers.iter().map(|number| list[*number as usize].name.clone()).collect::<Vec<_>>()
    };
    let mut lists_taken_apart = 0;
    for (pack, domain) in gongkai::packs().iter().zip(&menu.domains) {
        for item in domain.categories.iter().flat_map(|category| &category.items) {
            let source = pack.item(&item.id).expect("the menu is made of packs").item;
            let departments = names(&menu.departments, &item.departments);
            assert_eq!(departments.join("、"), source.publisher, "{}", item.id);
            lists_taken_apart += usize::from(departments.len() > 1);
            assert_eq!(names(&menu.levels, &item.levels), source.levels, "{}", item.id);
            let audiences = names(&menu.audiences, &item.audiences);
            assert_eq!(audiences.contains(&"全社会".to_owned()), source.audience.everyone, "{}", item.id);
            assert_eq!(
                audiences.iter().find(|name| *name != "全社会"),
                source.audience.group.as_ref(),
                "{}",
                item.id
            );
        }
    }
    assert!(lists_taken_apart > 20, "{lists_taken_apart}");
}

#[test]
fn readings_of_the_lexicon_hold() {
    for (word, reading) in &gongkai::lexicon().readings {
        for domain in &gongkai::navigation().domains {
            for item in domain.categories.iter().flat_map(|category| &category.items) {
                // A longer word may read it otherwise: 银行业 is 银行 and 业.
                let longer = gongkai::lexicon()
                    .readings
                    .keys()
                    .any(|other| other != word && item.name.contains(other));
                if item.name.contains(word.as_str()) && !longer {
                    assert!(item.pinyin.contains(reading.as_str()), "{}: {}", item.name, item.pinyin);
                }
            }
        }
    }
}
