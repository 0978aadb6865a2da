//! The lexicon: every rule is used, the catch-all stands last, readings and codes are what they should be.

use std::collections::BTreeSet;

use gongkai_core::IssueCode;
use gongkai_tests::judges::items;

#[test]
fn every_element_rule_takes_an_element() {
    let lexicon = gongkai::lexicon();
    let used: BTreeSet<&str> = items()
        .flat_map(|item| &item.item.fields)
        .filter_map(|field| lexicon.element(&field.name))
        .map(|rule| rule.id.as_str())
        .collect();
    let orphans: Vec<&str> =
        lexicon.elements.iter().map(|rule| rule.id.as_str()).filter(|id| !used.contains(id)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn every_conditional_rule_takes_an_element() {
    for rule in &gongkai::lexicon().conditional {
        let is_used = items().flat_map(|item| &item.item.fields).any(|field| rule.test.matches(&field.name));
        assert!(is_used, "{}", rule.id);
    }
}

#[test]
fn every_item_rule_takes_an_item() {
    let lexicon = gongkai::lexicon();
    let used: BTreeSet<&str> = items()
        .filter_map(|item| {
            let names: Vec<&str> = item.fields.iter().map(|field| field.name.as_str()).collect();
            lexicon.item(&item.category, &item.name, &names).map(|rule| rule.id.as_str())
        })
        .collect();
    let orphans: Vec<&str> =
        lexicon.items.iter().map(|rule| rule.id.as_str()).filter(|id| !used.contains(id)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn ids_of_rules_are_unique() {
    let lexicon = gongkai::lexicon();
    let unique =
        |ids: Vec<&String>| assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    unique(lexicon.elements.iter().map(|rule| &rule.id).collect());
    unique(lexicon.conditional.iter().map(|rule| &rule.id).collect());
    unique(lexicon.items.iter().map(|rule| &rule.id).collect());
}

#[test]
fn one_rule_takes_everything_and_stands_last() {
    let lexicon = gongkai::lexicon();
    let (last, others) = lexicon.elements.split_last().expect("there are rules");
    let test_of = |rule: &gongkai_core::lexicon::ElementRule| rule.test.clone();
    assert_eq!(test_of(last), Default::default(), "{}", last.id);
    for rule in others {
        assert_ne!(
            test_of(rule),
            Default::default(),
            "{} takes everything and stands before others",
            rule.id
        );
    }
}

#[test]
fn bases_belong_to_rules() {
    for basis in &gongkai::lexicon().bases {
        assert!(IssueCode::ALL.iter().any(|code| code.as_str() == basis.code), "{}", basis.code);
        assert!(!basis.basis.trim().is_empty());
    }
}

#[test]
fn required_channels_stand_in_the_tables() {
    for channel in gongkai::lexicon().channels.iter().filter(|channel| channel.required) {
        let is_used = items().any(|item| item.channels.iter().any(|used| used.name == channel.name));
        assert!(is_used, "{}", channel.name);
    }
}

#[test]
fn readings_have_a_syllable_for_every_character() {
    for (word, reading) in &gongkai::lexicon().readings {
        assert_eq!(word.chars().count(), reading.split(' ').count(), "{word}: {reading}");
        assert!(reading.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' '), "{word}: {reading}");
    }
}
