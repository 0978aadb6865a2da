//! The browser benchmark gives everybody the same work: the same fields, and the same faults found in them.

use gongkai_core::{Context, Stage};
use gongkai_tests::bench_forms::{GROUPS, entry, pack, record_named, schema};
use jiff::civil::date;
use serde_json::Value;

/// The paths of what an independent validator finds wrong with a record; a missing value lies at its own place.
fn faults_by_schema(record: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).expect("the schema is one");
    let mut faults: Vec<String> = validator
        .iter_errors(record)
        .map(|error| match error.kind() {
            jsonschema::error::ValidationErrorKind::Required { property } => {
                property.as_str().unwrap_or_default().to_owned()
            }
            _ => error.instance_path().as_str().rsplit('/').next().unwrap_or_default().to_owned(),
        })
        .collect();
    faults.sort();
    faults
}

/// The same by `check`, for each group of the item `many`.
fn faults_by_check(record: &Value) -> Vec<Vec<String>> {
    let pack = pack();
    let item = pack.item("many").expect("the item is in it");
    let context = Context::new(Stage::Publish, date(2026, 3, 20)).with_calendar(gongkai::calendar());
    let report = item.check(&entry(record), &context);
    let mut groups = vec![Vec::new(); GROUPS];
    for issue in &report.issues {
        let key = issue.path.strip_prefix("/elements/g").unwrap_or_else(|| panic!("{issue:?}"));
        let (group, key) = key.split_once('_').unwrap_or_else(|| panic!("{issue:?}"));
        groups[group.parse::<usize>().expect("a number") - 1].push(key.to_owned());
    }
    groups.iter_mut().for_each(|faults| faults.sort());
    groups
}

#[test]
fn everybody_finds_the_same_faults() {
    for (name, count) in [("good", 0), ("bad", 5)] {
        let record = record_named(name);
        let faults = faults_by_schema(&record);
        assert_eq!(faults.len(), count, "{name}: {faults:?}");
        for found in faults_by_check(&record) {
            assert_eq!(found, faults, "{name}");
        }
    }
}

#[test]
fn everybody_gets_the_same_fields() {
    let schema = schema();
    let properties = schema["properties"].as_object().expect("an object has properties");
    let mut leaves: Vec<&str> = Vec::new();
    for (key, field) in properties {
        match field["properties"].as_object() {
            Some(parts) => leaves.extend(parts.keys().map(String::as_str)),
            None => leaves.push(key),
        }
    }
    assert_eq!(leaves.len(), 15);
    let pack = pack();
    let many = pack.item("many").expect("the item is in it");
    assert_eq!(many.fields.len(), GROUPS * leaves.len());
    for (field, leaf) in many.fields.iter().zip(leaves.iter().cycle()) {
        assert!(field.key.ends_with(&format!("_{leaf}")), "{} is not {leaf}", field.key);
        assert!(field.group.is_some(), "{} has no heading", field.key);
    }
    // What the entry around the elements asks for, and the name of its property there.
    let around = [
        ("title", "title"),
        ("subject", "publisher"),
        ("publish_date", "formed_on"),
        ("method", "attribute"),
    ];
    let form = pack.item("one").expect("the item is in it").form();
    let paths: Vec<&str> =
        form.sections.iter().flat_map(|section| &section.fields).map(|field| field.path.as_str()).collect();
    for leaf in leaves.into_iter().filter(|leaf| *leaf != "channels") {
        let path = around
            .iter()
            .find(|(name, _)| *name == leaf)
            .map_or_else(|| format!("/elements/{leaf}"), |(_, property)| format!("/{property}"));
        assert!(paths.contains(&path.as_str()), "{path} is not in the form");
    }
    assert_eq!(form.channels.len(), properties["channels"]["items"]["enum"].as_array().map_or(0, Vec::len));
}

#[test]
fn one_row_in_five_has_one_fault() {
    let pack = pack();
    let item = pack.item("rows").expect("the item is in it");
    let context = Context::new(Stage::Publish, date(2026, 3, 20)).with_calendar(gongkai::calendar());
    let schema = schema();
    for (postcode, count) in [("415000", 0), ("4150", 1)] {
        let mut entry = record_named("around");
        entry["item"] = "rows".into();
        entry["elements"] = serde_json::json!({
            "postcode": postcode, "title": "事项0", "category": "行政许可",
            "subject": "自然资源和规划局", "publish_date": "2026-03-15", "number": 0,
        });
        let issues = item.check(&entry, &context).issues;
        assert_eq!(issues.len(), count, "{issues:?}");
    }
    for field in item.fields.iter().filter(|field| field.key != "number") {
        assert!(schema["properties"].get(&field.key).is_some(), "{} is not what the others draw", field.key);
    }
}
