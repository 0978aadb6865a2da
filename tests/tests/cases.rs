//! The cases of all domains, through both validators; a case is a file, its name is the test's name.

use std::collections::BTreeSet;

use gongkai_core::rules::rule;
use gongkai_core::{IssueCode, Severity, Stage};
use gongkai_tests::case::{self, CaseFile, Expected};
use gongkai_tests::judges::{agree, validator};
use gongkai_tests::workspace;

fn cases() -> Vec<CaseFile> {
    case::all().unwrap_or_else(|error| panic!("{error}"))
}

/// Checks one case; the text says what differs.
fn judge(case: &CaseFile) -> Result<(), String> {
    let (item, entry, today) = (case.item()?, case.entry()?, case.today()?);
    let report = case.report()?;
    let mut expected = case.case.issues.clone();
    // Warnings and advice beside the point are not what a case is about.
    let counts = |code: IssueCode| {
        rule(code).publish == Severity::Error
            || case.case.rule == Some(code)
            || expected.iter().any(|issue| issue.code == code)
    };
    let mut found: Vec<Expected> = report
        .issues
        .iter()
        .filter(|issue| counts(issue.code))
        .map(|issue| Expected { code: issue.code, path: issue.path.clone() })
        .collect();
    found.sort();
    expected.sort();
    if found != expected {
        return Err(format!("{}: found {found:#?}, expected {expected:#?}", case.name));
    }
    // A JSON Schema is as strict as publishing, whatever the stage of the case.
    agree(item, &entry, today).map(drop).map_err(|difference| format!("{}: {difference}", case.name))
}

#[test]
fn cases_find_what_they_expect() {
    let differences: Vec<String> = cases().iter().filter_map(|case| judge(case).err()).collect();
    assert!(differences.is_empty(), "{} cases differ:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn every_domain_has_a_valid_and_an_invalid_case() {
    let cases = cases();
    for pack in gongkai::packs() {
        for is_valid in [true, false] {
            let exists =
                cases.iter().any(|case| case.pack.id == pack.id && case.case.issues.is_empty() == is_valid);
            assert!(exists, "{}: no case that is {}", pack.id, if is_valid { "valid" } else { "invalid" });
        }
    }
}

#[test]
fn every_rule_has_a_valid_and_an_invalid_case() {
    let cases = cases();
    for code in IssueCode::ALL {
        let is_found = cases.iter().any(|case| case.case.issues.iter().any(|issue| issue.code == *code));
        assert!(is_found, "no case shows {}", code.as_str());
        let is_kept = cases.iter().any(|case| case.case.rule == Some(*code) && case.case.issues.is_empty());
        assert!(is_kept, "no valid case is about {}", code.as_str());
    }
}

#[test]
fn a_case_about_a_rule_shows_that_rule_or_nothing() {
    for case in cases() {
        if let Some(rule) = case.case.rule {
            let issues = &case.case.issues;
            assert!(issues.is_empty() || issues.iter().any(|issue| issue.code == rule), "{}", case.name);
        }
    }
}

#[test]
fn descriptions_are_sentences_of_their_own() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        let description = case.case.description;
        assert!(!description.is_empty() && !description.ends_with(['.', '。']), "{}", case.name);
        assert!(seen.insert(description), "{}: another case has this description", case.name);
    }
}

#[test]
fn files_follow_the_format_of_cases() {
    let schema = std::fs::read_to_string(workspace::root().join("guideline-schemas/meta/case.schema.json"))
        .expect("the schema is a generated file");
    let judge = validator(&serde_json::from_str(&schema).expect("the schema is JSON"));
    for case in cases() {
        let file = workspace::root().join("guideline-schemas/domains").join(&case.name);
        let text = std::fs::read_to_string(file).expect("the case was just read");
        let errors: Vec<String> = judge
            .iter_errors(&serde_json::from_str(&text).expect("the case was just read"))
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", case.name);
        let name = case.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
        let is_plain =
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(is_plain && case.name.ends_with(".json"), "{}: not a plain name", case.name);
    }
}

#[test]
fn drafts_are_among_the_cases() {
    assert!(cases().iter().any(|case| case.case.stage == Stage::Draft));
}
