//! The lexicon: every rule is used, the catch-all stands last, readings and codes are what they should be.

use std::collections::BTreeSet;

use gongkai_core::field::TextFormat;
use gongkai_core::{Field, IssueCode, Kind};
use gongkai_tests::judges::items;
use serde_json::json;

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
fn the_last_rule_decides_no_printed_name() {
    let lexicon = gongkai::lexicon();
    let last = &lexicon.elements.last().expect("there are rules").id;
    let unlisted = lexicon.unlisted.as_ref().map(|element| element.name.as_str());
    let undecided: BTreeSet<&str> = items()
        .flat_map(|item| &item.item.fields)
        .map(|field| field.name.as_str())
        .filter(|name| Some(*name) != unlisted)
        .filter(|name| lexicon.element(name).is_some_and(|rule| rule.id == *last))
        .collect();
    assert!(undecided.is_empty(), "read with its item and named in lexicon.toml: {undecided:?}");
}

#[test]
fn whole_names_are_decided_where_they_stand() {
    let lexicon = gongkai::lexicon();
    for rule in &lexicon.elements {
        for name in &rule.test.exact {
            let deciding = lexicon.element(name).map(|rule| rule.id.as_str());
            assert_eq!(deciding, Some(rule.id.as_str()), "{name}");
        }
    }
}

#[test]
fn no_word_of_a_rule_stands_there_twice() {
    let lexicon = gongkai::lexicon();
    let tests = lexicon.elements.iter().map(|rule| (&rule.id, &rule.test));
    for (id, test) in tests.chain(lexicon.conditional.iter().map(|rule| (&rule.id, &rule.test))) {
        for words in [&test.exact, &test.starts_with, &test.ends_with, &test.contains, &test.except] {
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{id}: {words:?}");
        }
    }
}

#[test]
fn whole_conditional_names_are_printed_somewhere() {
    let names: BTreeSet<&str> =
        items().flat_map(|item| &item.item.fields).map(|field| field.name.as_str()).collect();
    for rule in &gongkai::lexicon().conditional {
        for name in &rule.test.exact {
            assert!(names.contains(name.as_str()), "{}: {name}", rule.id);
        }
    }
}

/// Every field of the packs with its parts and columns, each with the words to name it by.
fn for_every_field(see: &mut dyn FnMut(&str, &Field)) {
    fn below(place: &str, field: &Field, see: &mut dyn FnMut(&str, &Field)) {
        see(place, field);
        if let Kind::Group { fields } | Kind::Table { columns: fields } = &field.kind {
            for part in fields {
                below(&format!("{place} / {}", part.name), part, see);
            }
        }
    }
    for item in items() {
        for field in &item.item.fields {
            below(&format!("{} / {}", item.name, field.name), field, see);
        }
    }
}

#[test]
fn choices_differ_and_are_not_blank() {
    for_every_field(&mut |place, field| {
        if let Kind::Choice { choices, .. } | Kind::Choices { choices, .. } = &field.kind {
            assert!(choices.len() > 1, "{place}: one value is no choice");
            assert!(choices.iter().all(|choice| choice.trim() == choice && !choice.is_empty()), "{place}");
            assert_eq!(choices.iter().collect::<BTreeSet<_>>().len(), choices.len(), "{place}: {choices:?}");
        }
    });
}

#[test]
fn keys_of_parts_and_columns_differ_and_are_ascii() {
    for_every_field(&mut |place, field| {
        if let Kind::Group { fields } | Kind::Table { columns: fields } = &field.kind {
            let keys: BTreeSet<&str> = fields.iter().map(|part| part.key.as_str()).collect();
            assert_eq!(keys.len(), fields.len(), "{place}");
            let is_key = |key: &&str| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            assert!(keys.iter().all(is_key), "{place}: {keys:?}");
        }
    });
}

#[test]
fn printed_lists_that_end_openly_have_room_for_the_rest() {
    for_every_field(&mut |place, field| {
        if let Kind::Group { fields } | Kind::Table { columns: fields } = &field.kind
            && field.name.ends_with("等）")
        {
            let other = fields.last().expect("parts");
            assert_eq!((other.key.as_str(), other.required), ("qi_ta", false), "{place}");
        }
    });
}

#[test]
fn help_is_given_in_both_languages() {
    for_every_field(&mut |place, field| {
        if let Some(help) = &field.help {
            assert!(!help.zh.trim().is_empty() && !help.en.trim().is_empty(), "{place}");
            assert!(!help.zh.ends_with('。') && !help.en.ends_with('.'), "{place}: no full stop");
        }
    });
}

#[test]
fn headings_are_told_from_names() {
    let lexicon = gongkai::lexicon();
    for heading in &lexicon.groups {
        let is_used = items().flat_map(|item| &item.item.fields).any(|field| {
            field.group.as_ref() == Some(heading) && field.name == format!("{heading}：{}", field.label())
        });
        assert!(is_used, "{heading}");
    }
}

#[test]
fn statutes_named_by_a_table_have_their_title() {
    for_every_field(&mut |place, field| {
        if field.name.starts_with('《') && field.name.ends_with('》') {
            let Kind::Document { title: Some(title) } = &field.kind else {
                panic!("{place} is no document with a title");
            };
            assert_eq!(format!("《{title}》"), field.name);
        }
    });
}

#[test]
fn examples_of_formats_match_their_patterns() {
    for format in TextFormat::ALL {
        if let Some(pattern) = format.pattern() {
            let schema = json!({ "type": "string", "pattern": pattern });
            assert!(jsonschema::is_valid(&schema, &json!(format.example())), "{format:?}");
            assert!(!jsonschema::is_valid(&schema, &json!(format!(" {}", format.example()))), "{format:?}");
        }
    }
}

#[test]
fn bases_belong_to_rules() {
    for basis in &gongkai::lexicon().rulebook.bases {
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
