//! Every shipped item: its example passes both validators, and each fault put into it is found by both at its place.

use std::collections::BTreeSet;

use gongkai_core::rules::rule;
use gongkai_core::{IssueCode, Kind, Severity, Stage};
use gongkai_tests::expect::{for_every_item, no_fault, one_fault};
use gongkai_tests::faults;
use gongkai_tests::judges::{TODAY, address, check, found, independent, items, schema_should_reject};
use serde_json::{Value, json};

#[test]
fn ids_and_keys_are_unique() {
    let mut ids = BTreeSet::new();
    for item in items() {
        assert!(ids.insert(address(item)), "{} is given twice", address(item));
        let keys: BTreeSet<&str> = item.fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys.len(), item.fields.len(), "{}: a key is given twice", address(item));
    }
}

#[test]
fn examples_pass() {
    for_every_item(|item, wrong| {
        let example = item.example(TODAY);
        no_fault(item, &example, "example", wrong);
        // An example is a model: nothing is to be said about it, not even advice.
        let report = check(item, &example, Stage::Publish, TODAY);
        wrong.extend(report.issues.iter().map(|issue| format!("{}: {issue:?}", address(item))));
    });
}

#[test]
fn empty_drafts_pass() {
    for item in items() {
        let draft = json!({ "format": "gongkai-entry/1", "pack": item.pack.id, "item": item.id });
        let report = check(item, &draft, Stage::Draft, TODAY);
        assert!(report.issues.is_empty(), "{}: {:?}", address(item), found(&report));
    }
}

#[test]
fn groups_of_blank_parts_count_as_none() {
    for_every_item(|item, wrong| {
        for field in &item.fields {
            let Kind::Group { fields } = &field.kind else { continue };
            let parts = fields.iter().map(|part| (part.key.clone(), json!(" ")));
            let mut entry = item.example(TODAY);
            entry["elements"][&field.key] = Value::Object(parts.collect());
            let what = format!("{} of blank parts", field.name);
            if field.required {
                let path = format!("/elements/{}", field.key);
                let report = check(item, &entry, Stage::Publish, TODAY);
                // The schema finds the parts blank, the check the whole; what counts is that both refuse.
                if found(&report) != [(IssueCode::ElementMissing, path)] || independent(item).is_valid(&entry)
                {
                    wrong.push(format!("{} {what}: found {:?}", address(item), found(&report)));
                }
            } else {
                no_fault(item, &entry, &what, wrong);
            }
        }
    });
}

#[test]
fn blank_required_elements_are_found() {
    for_every_item(|item, wrong| {
        let example = item.example(TODAY);
        let has_required = item.fields.iter().any(|field| field.required);
        for field in &item.fields {
            let path = format!("/elements/{}", field.key);
            let mut entries: Vec<(String, Value)> = faults::blanks()
                .into_iter()
                .map(|blank| {
                    let what = format!("{} = {blank}", field.name);
                    let mut entry = example.clone();
                    entry["elements"][&field.key] = blank;
                    (what, entry)
                })
                .collect();
            let mut entry = example.clone();
            entry["elements"].as_object_mut().expect("an object").shift_remove(&field.key);
            entries.push((format!("without {}", field.name), entry));
            for (what, entry) in &entries {
                if field.required {
                    one_fault(item, entry, IssueCode::ElementMissing, &path, what, wrong);
                } else if has_required || item.fields.len() > 1 {
                    no_fault(item, entry, what, wrong);
                } else {
                    one_fault(item, entry, IssueCode::ElementsBlank, "/elements", what, wrong);
                }
            }
        }
        if !has_required && !item.fields.is_empty() {
            for elements in faults::blanks().into_iter().filter(|blank| blank.is_object() || blank.is_null())
            {
                let mut entry = example.clone();
                entry["elements"] = elements;
                one_fault(item, &entry, IssueCode::ElementsBlank, "/elements", "no element", wrong);
            }
        }
    });
}

#[test]
fn optional_elements_may_be_left_out() {
    for_every_item(|item, wrong| {
        let mut entry = item.example(TODAY);
        let elements = entry["elements"].as_object_mut().expect("an object");
        elements.retain(|key, _| item.fields.iter().any(|field| &field.key == key && field.required));
        if !elements.is_empty() {
            no_fault(item, &entry, "required elements only", wrong);
        }
    });
}

#[test]
fn wrong_values_are_found_at_their_place() {
    for_every_item(|item, wrong| {
        let mut entry = item.example(TODAY);
        for field in &item.fields {
            let right = entry["elements"][&field.key].clone();
            for fault in faults::of(&field.kind, &right) {
                let path = format!("/elements/{}{}", field.key, fault.place);
                let mut what = format!("{} = {}", field.name, fault.value);
                what.truncate(what.floor_char_boundary(200));
                entry["elements"][&field.key] = fault.value;
                one_fault(item, &entry, fault.code, &path, &what, wrong);
            }
            entry["elements"][&field.key] = right;
        }
    });
}

#[test]
fn values_at_their_limits_pass() {
    for_every_item(|item, wrong| {
        let mut entry = item.example(TODAY);
        for field in &item.fields {
            let right = entry["elements"][&field.key].clone();
            // How long a notice has to last is a rule of its own.
            let has_duty = item.duties.iter().any(|duty| duty.element.as_ref() == Some(&field.key));
            for value in faults::at_limits(&field.kind).into_iter().filter(|_| !has_duty) {
                let mut what = format!("{} = {value}", field.name);
                what.truncate(what.floor_char_boundary(200));
                entry["elements"][&field.key] = value;
                no_fault(item, &entry, &what, wrong);
            }
            entry["elements"][&field.key] = right;
        }
    });
}

#[test]
fn wrong_values_never_block_a_draft() {
    for_every_item(|item, wrong| {
        let mut entry = item.example(TODAY);
        for field in &item.fields {
            let right = entry["elements"][&field.key].clone();
            for fault in faults::of(&field.kind, &right) {
                entry["elements"][&field.key] = fault.value;
                let report = check(item, &entry, Stage::Draft, TODAY);
                if report.issues.iter().any(|issue| issue.blocks || issue.severity == Severity::Error) {
                    wrong.push(format!("{} {}: {:?}", address(item), field.name, found(&report)));
                }
            }
            entry["elements"][&field.key] = right;
        }
    });
}

#[test]
fn unknown_elements_and_properties_are_found() {
    for_every_item(|item, wrong| {
        let example = item.example(TODAY);
        for value in [json!("甲"), json!(null)] {
            let mut entry = example.clone();
            entry["elements"]["mei_you~de/"] = value.clone();
            one_fault(
                item,
                &entry,
                IssueCode::ElementUnknown,
                "/elements/mei_you~0de~1",
                "unknown element",
                wrong,
            );
            let mut entry = example.clone();
            entry["titel"] = value.clone();
            one_fault(item, &entry, IssueCode::PartUnknown, "/titel", "unknown property", wrong);
            let mut entry = example.clone();
            if !item.channels.is_empty() {
                entry["channels"][0]["publishd_on"] = value.clone();
                one_fault(
                    item,
                    &entry,
                    IssueCode::PartUnknown,
                    "/channels/0/publishd_on",
                    "unknown property",
                    wrong,
                );
            }
            let mut entry = example.clone();
            entry["x-host"] = value;
            no_fault(item, &entry, "property of the host", wrong);
        }
    });
}

#[test]
fn every_fault_that_a_schema_can_express_is_tried() {
    let mut tried = BTreeSet::new();
    for item in items() {
        let example = item.example(TODAY);
        for field in &item.fields {
            tried.extend(
                faults::of(&field.kind, &example["elements"][&field.key]).iter().map(|fault| fault.code),
            );
        }
    }
    // Those of the entry itself are tried in entry.rs.
    let around = [
        IssueCode::AudienceExceeded,
        IssueCode::ChannelMissing,
        IssueCode::DateInFuture,
        IssueCode::ElementMissing,
        IssueCode::ElementUnknown,
        IssueCode::ElementsBlank,
        // No shipped element is an address; patterns.rs tries it.
        IssueCode::EmailInvalid,
        IssueCode::ExtensionInvalid,
        IssueCode::GroundMissing,
        IssueCode::ItemMismatch,
        IssueCode::MarkerMismatch,
        IssueCode::NilWithElements,
        IssueCode::NoticeTooShort,
        IssueCode::PersonalDataExposed,
        IssueCode::ReasonMissing,
        IssueCode::RegionInvalid,
        IssueCode::RevokedNotWithdrawn,
        IssueCode::TextTypo,
        IssueCode::TimeLimitExceeded,
        IssueCode::WithheldPublished,
    ];
    // Warnings and advice are tried by cases.
    let errors = IssueCode::ALL.iter().filter(|code| rule(**code).publish == Severity::Error);
    for code in errors {
        assert_ne!(tried.contains(code), around.contains(code), "{}", code.as_str());
    }
}

#[test]
fn schemas_are_valid_and_refuse_an_empty_entry() {
    for item in items() {
        let schema = item.json_schema();
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{}", address(item));
        let report = check(item, &json!({}), Stage::Publish, TODAY);
        assert!(
            schema_should_reject(&report) && !independent(item).is_valid(&json!({})),
            "{}",
            address(item)
        );
    }
}
