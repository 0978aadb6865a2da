//! Every document that leaves is of the format that its JSON Schema in `guideline-schemas/meta/` describes.

use std::fs;

use gongkai_core::diff::diff;
use gongkai_core::lint::{Options, lint};
use gongkai_core::text::Lang;
use gongkai_core::{Guideline, IssueCode, Stage};
use gongkai_tests::judges::{TODAY, check, items, validator};
use gongkai_tests::{case, workspace};
use jsonschema::Validator;
use serde::Serialize;
use serde_json::Value;

fn format(name: &str) -> Validator {
    let file = workspace::root().join(format!("guideline-schemas/meta/{name}.schema.json"));
    let text = fs::read_to_string(file).expect("the schema is a generated file");
    validator(&serde_json::from_str(&text).expect("the schema is JSON"))
}

#[track_caller]
fn assert_is(format: &Validator, document: &impl Serialize) {
    let document = serde_json::to_value(document).expect("documents are plain data");
    let errors: Vec<String> =
        format.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn sources_are_of_their_formats() {
    let guideline = format("guideline");
    for source in gongkai_guidelines::DOMAINS {
        let document: Value = serde_json::to_value(
            gongkai::guidelines()
                .iter()
                .find(|guideline| format!("{}-{}", guideline.code, guideline.slug) == source.id),
        )
        .expect("documents are plain data");
        assert_is(&guideline, &document);
    }
    assert_is(&format("lexicon"), gongkai::lexicon());
    assert_is(&format("calendar"), gongkai::calendar_source());
}

#[test]
fn packs_forms_and_the_menu_are_of_their_formats() {
    let (pack_format, form_format) = (format("pack"), format("form"));
    for pack in gongkai::packs() {
        assert_is(&pack_format, pack);
        assert_is(&pack_format, &pack.clone().slim());
        for item in pack.items() {
            assert_is(&form_format, &item.form());
        }
    }
    assert_is(&format("navigation"), &gongkai::navigation());
}

#[test]
fn examples_are_entries() {
    let entry = format("entry");
    for item in items() {
        assert_is(&entry, &item.example(TODAY));
    }
}

#[test]
fn packs_survive_being_written_and_read() {
    for pack in gongkai::packs() {
        let text = serde_json::to_string(pack).expect("documents are plain data");
        let read = gongkai_core::Pack::from_json(&text).expect("a pack was written");
        assert_eq!(&read, pack);
    }
    let compiled = gongkai::calendar().compiled();
    assert_is(&format("working-days"), &compiled);
    let text = serde_json::to_string(&compiled).expect("documents are plain data");
    let calendar = gongkai_core::Calendar::from_json(&text).expect("a calendar was written");
    assert_eq!(calendar.compiled(), compiled);
}

#[test]
fn reports_are_reports_with_and_without_sentences() {
    let report_format = format("report");
    let mut codes = std::collections::BTreeSet::new();
    for case in case::all().unwrap_or_else(|error| panic!("{error}")) {
        let report = case.report().unwrap_or_else(|error| panic!("{error}"));
        assert_is(&report_format, &report);
        assert_is(&report_format, &report.told());
        for (issue, told) in report.issues.iter().zip(report.told()["issues"].as_array().expect("a list")) {
            codes.insert(issue.code);
            for lang in [Lang::Zh, Lang::En] {
                let sentence = gongkai_core::text::message(issue, lang);
                let tag = if lang == Lang::Zh { "zh-CN" } else { "en" };
                assert_eq!(told["message"][tag], sentence.as_str(), "{}", case.name);
            }
        }
        assert_eq!(
            report,
            serde_json::from_value(serde_json::to_value(&report).expect("plain data")).expect("a report")
        );
    }
    assert_eq!(codes.len(), IssueCode::ALL.len());
}

#[test]
fn a_report_is_the_same_byte_for_byte_whatever_the_order_of_keys() {
    for item in items().step_by(17) {
        let mut entry = item.example(TODAY);
        entry["b"] = 1.into();
        entry["a"] = 2.into();
        entry["elements"] = serde_json::json!({ "z": 1, "y": 2 });
        let mut turned = serde_json::Map::new();
        for (key, value) in entry.as_object().expect("an entry is an object").iter().rev() {
            turned.insert(key.clone(), value.clone());
        }
        turned["elements"] = serde_json::json!({ "y": 2, "z": 1 });
        let text = |entry: &Value| {
            serde_json::to_string(&check(item, entry, Stage::Publish, TODAY)).expect("plain data")
        };
        assert_eq!(text(&entry), text(&Value::Object(turned)));
    }
}

#[test]
fn lints_and_comparisons_are_of_their_formats() {
    let guidelines: Vec<&Guideline> = gongkai::guidelines().iter().collect();
    let report = lint(&guidelines, gongkai::lexicon(), &Options::new(TODAY).complete());
    let lint_format = format("lint");
    assert_is(&lint_format, &report);
    assert_is(&lint_format, &report.told());
    let diff_format = format("diff");
    for pair in guidelines.windows(2) {
        let diff = diff(pair[0], pair[1], gongkai::lexicon()).expect("shipped guidelines compile");
        assert_is(&diff_format, &diff);
    }
}
