//! Finding items by characters, pinyin, initials and mixtures.

use gongkai_core::search::Query;

/// Ids of the items and of the domains that are found.
fn find(typed: &str) -> Vec<String> {
    let query = Query::new(typed);
    let menu = gongkai::navigation();
    let mut found = Vec::new();
    for domain in &menu.domains {
        if query.matches(&domain.name, &domain.pinyin) {
            found.push(domain.id.clone());
        }
        for item in domain.categories.iter().flat_map(|category| &category.items) {
            if query.matches(&item.name, &item.pinyin) {
                found.push(format!("{}/{}", domain.id, item.id));
            }
        }
    }
    found
}

const SCHOOLS: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";

#[test]
fn an_item_is_found_in_every_way_of_typing() {
    for typed in [
        "ywjy",
        "yiwujiaoyu",
        "义务教育",
        "xuexiaominglu",
        "YWJY",
        "ｙｗｊｙ",
        "yi wu jiao yu",
        "学校名录",
        "xxml",
        "ywjyxxml",
        "yiwujyxxml",
        "xuexiaom",
        "义务教育 学校名录",
        "yi'wu",
    ] {
        assert!(find(typed).contains(&SCHOOLS.to_owned()), "{typed}: {:?}", find(typed));
    }
}

#[test]
fn a_domain_is_found() {
    for typed in ["ywjy", "义务教育"] {
        assert!(find(typed).contains(&"24-compulsory-education".to_owned()), "{typed}");
    }
    assert!(find("shjz").contains(&"20-social-assistance".to_owned()));
}

#[test]
fn nonsense_finds_nothing() {
    for typed in ["qqqq", "xxyyzz", "龘龘", "!", "义务医院", "ywjyy y x", "123456789", "yiwuu"] {
        assert_eq!(find(typed), [] as [String; 0], "{typed}");
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
fn every_item_is_found_by_its_own_name_and_initials() {
    for domain in &gongkai::navigation().domains {
        for item in domain.categories.iter().flat_map(|category| &category.items) {
            assert!(Query::new(&item.name).matches(&item.name, &item.pinyin), "{}", item.name);
            assert!(Query::new(&item.pinyin).matches(&item.name, &item.pinyin), "{}", item.name);
            let initials: String =
                item.pinyin.split(' ').filter_map(|syllable| syllable.chars().next()).collect();
            assert!(Query::new(&initials).matches(&item.name, &item.pinyin), "{}: {initials}", item.name);
        }
    }
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
