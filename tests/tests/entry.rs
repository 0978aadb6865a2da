//! What stands around the elements: title, publisher, dates, attribute, region, channels, nil statement.

use gongkai_core::{IssueCode, ItemRef, Stage};
use gongkai_tests::expect::{for_every_item, no_fault, one_fault};
use gongkai_tests::faults::blanks;
use gongkai_tests::judges::{TODAY, address, agree, check, found};
use serde_json::{Value, json};

/// The example with one property changed.
fn with(item: ItemRef<'_>, key: &str, value: Value) -> Value {
    let mut entry = item.example(TODAY);
    entry[key] = value;
    entry
}

fn without(item: ItemRef<'_>, key: &str) -> Value {
    let mut entry = item.example(TODAY);
    entry.as_object_mut().expect("an entry is an object").shift_remove(key);
    entry
}

#[test]
fn format_pack_and_item_are_compared() {
    for_every_item(|item, wrong| {
        for key in ["format", "pack", "item"] {
            let path = format!("/{key}");
            one_fault(item, &without(item, key), IssueCode::ItemMismatch, &path, "absent", wrong);
            for value in [json!("another"), json!(""), json!(null), json!(1)] {
                one_fault(item, &with(item, key, value), IssueCode::ItemMismatch, &path, "another", wrong);
            }
        }
    });
}

#[test]
fn required_properties_are_missed() {
    for_every_item(|item, wrong| {
        for key in ["edition", "title", "publisher", "formed_on", "attribute"] {
            let path = format!("/{key}");
            one_fault(item, &without(item, key), IssueCode::PartMissing, &path, "absent", wrong);
            for blank in blanks() {
                one_fault(item, &with(item, key, blank), IssueCode::PartMissing, &path, "blank", wrong);
            }
        }
    });
}

#[test]
fn optional_properties_may_be_blank() {
    for_every_item(|item, wrong| {
        for key in ["changed_on", "region", "nil"] {
            for blank in blanks() {
                no_fault(item, &with(item, key, blank), key, wrong);
            }
        }
        if item.channels.iter().all(|channel| !channel.required) {
            for blank in blanks() {
                no_fault(item, &with(item, "channels", blank), "channels", wrong);
            }
        }
    });
}

#[test]
fn wrong_properties_are_found() {
    use IssueCode::{
        ChoiceUnknown, DateInFuture, DateInvalid, LineBreakUnexpected, RegionInvalid, TextTooLong,
        TypeMismatch,
    };
    let long = |chars: usize| json!("长".repeat(chars));
    let wrong_values = [
        ("title", long(201), TextTooLong),
        ("title", json!("甲\n乙"), LineBreakUnexpected),
        ("title", json!(1), TypeMismatch),
        ("publisher", long(201), TextTooLong),
        ("publisher", json!(["甲"]), TypeMismatch),
        ("edition", long(51), TextTooLong),
        ("edition", json!(2019.1), TypeMismatch),
        ("formed_on", json!("2026-02-30"), DateInvalid),
        ("formed_on", json!("2026/09/01"), DateInvalid),
        ("formed_on", json!("2026-09-01T08:00:00+08:00"), DateInvalid),
        ("formed_on", json!(20_260_901), TypeMismatch),
        ("changed_on", json!("2026年9月1日"), DateInvalid),
        ("changed_on", json!(true), TypeMismatch),
        ("changed_on", json!("2026-09-02"), DateInFuture),
        ("attribute", json!("主动公开"), ChoiceUnknown),
        ("attribute", json!("Proactive"), ChoiceUnknown),
        ("attribute", json!(true), TypeMismatch),
        ("region", json!("43070"), RegionInvalid),
        ("region", json!("043070"), RegionInvalid),
        ("region", json!("4307033"), RegionInvalid),
        ("region", json!("４３０７０３"), RegionInvalid),
        ("region", json!(430_703), TypeMismatch),
        ("elements", json!("甲"), TypeMismatch),
        ("elements", json!(["甲"]), TypeMismatch),
        ("elements", json!([]), TypeMismatch),
    ];
    for_every_item(|item, wrong| {
        for (key, value, code) in &wrong_values {
            let what = format!("{key} = {value}");
            one_fault(item, &with(item, key, value.clone()), *code, &format!("/{key}"), &what, wrong);
        }
        for (key, value) in [
            ("title", long(200)),
            ("publisher", long(200)),
            ("edition", long(50)),
            ("region", json!("430703")),
        ] {
            no_fault(item, &with(item, key, value), key, wrong);
        }
        let ground = item.pack.rulebook.grounds[0].name.clone();
        for value in ["proactive", "on-request", "withheld"] {
            let mut entry = with(item, "attribute", json!(value));
            if value != "proactive" {
                let report = check(item, &entry, Stage::Publish, TODAY);
                if !found(&report).contains(&(IssueCode::ReasonMissing, "/reason".to_owned())) {
                    wrong.push(format!("{}: no reason, not found", address(item)));
                }
                entry["reason"] = json!("理由");
                entry["channels"] = json!([]);
            }
            if value == "withheld" {
                one_fault(item, &entry, IssueCode::GroundMissing, "/ground", "without ground", wrong);
                entry["ground"] = json!("别的情形");
                one_fault(item, &entry, IssueCode::GroundMissing, "/ground", "another ground", wrong);
                entry["ground"] = json!(ground);
            }
            no_fault(item, &entry, value, wrong);
        }
        let mut entry = with(item, "formed_on", json!("2026-08-31"));
        entry["changed_on"] = json!("2026-08-30");
        one_fault(item, &entry, IssueCode::DatesOutOfOrder, "/changed_on", "changed before formed", wrong);
    });
}

#[test]
fn channels_are_judged() {
    use IssueCode::{
        DateInFuture, DateInvalid, LineBreakUnexpected, PartMissing, PartUnknown, TextTooLong, TypeMismatch,
    };
    let faults = [
        (json!({ "published_on": "2026-09-01" }), PartMissing, "/channel"),
        (json!({ "channel": " ", "proof": "甲" }), PartMissing, "/channel"),
        (json!({ "channel": 1 }), TypeMismatch, "/channel"),
        (json!({ "channel": "长".repeat(201) }), TextTooLong, "/channel"),
        (json!({ "channel": "公示栏", "published_on": "2026-9-1" }), DateInvalid, "/published_on"),
        (json!({ "channel": "公示栏", "published_on": "2026-09-02" }), DateInFuture, "/published_on"),
        (json!({ "channel": "公示栏", "proof": "长".repeat(1001) }), TextTooLong, "/proof"),
        (json!({ "channel": "公示栏", "proof": "甲\n乙" }), LineBreakUnexpected, "/proof"),
        (json!({ "channel": "公示栏", "url": "https://example.cn" }), PartUnknown, "/url"),
        (json!("公示栏"), TypeMismatch, ""),
    ];
    for_every_item(|item, wrong| {
        let used = item.example(TODAY)["channels"].as_array().cloned().unwrap_or_default();
        for (channel, code, place) in &faults {
            let mut channels = used.clone();
            channels.push(channel.clone());
            let path = format!("/channels/{}{place}", used.len());
            one_fault(
                item,
                &with(item, "channels", json!(channels)),
                *code,
                &path,
                &channel.to_string(),
                wrong,
            );
        }
        let mut channels = used.clone();
        channels.extend([
            json!(null),
            json!({}),
            json!(""),
            json!({ "channel": "公示栏", "proof": "长".repeat(1000) }),
        ]);
        no_fault(item, &with(item, "channels", json!(channels)), "further channels", wrong);
        for value in [json!("政府网站"), json!({ "channel": "政府网站" })] {
            let report = agree(item, &with(item, "channels", value), TODAY);
            match report {
                Ok(report)
                    if report.issues[0].code == TypeMismatch && report.issues[0].path == "/channels" => {}
                other => wrong.push(format!("{other:?}")),
            }
        }
        for channel in item.channels.iter().filter(|channel| channel.required) {
            let others: Vec<&Value> =
                used.iter().filter(|used| used["channel"] != channel.name.as_str()).collect();
            let entry = with(item, "channels", json!(others));
            one_fault(item, &entry, IssueCode::ChannelMissing, "/channels", &channel.name, wrong);
        }
    });
}

#[test]
fn a_nil_statement_stands_in_place_of_elements() {
    use IssueCode::{ChoiceUnknown, NilWithElements, PartMissing, PartUnknown, TextTooLong, TypeMismatch};
    let right = json!({ "kind": "none-at-this-level", "reason": "本县无此类企业" });
    let changed = |key: &str, value: Value| {
        let mut nil = right.clone();
        nil[key] = value;
        nil
    };
    let faults = [
        (changed("kind", json!("无")), ChoiceUnknown, "/kind"),
        (changed("kind", json!(null)), PartMissing, "/kind"),
        (changed("reason", json!("\u{3000}")), PartMissing, "/reason"),
        (changed("reason", json!("长".repeat(1001))), TextTooLong, "/reason"),
        (changed("approver", json!(1)), TypeMismatch, "/approver"),
        (changed("period", json!("长".repeat(201))), TextTooLong, "/period"),
        (changed("note", json!("甲")), PartUnknown, "/note"),
        (json!("本级无此事项"), TypeMismatch, ""),
        (json!(["甲"]), TypeMismatch, ""),
    ];
    for_every_item(|item, wrong| {
        let statement = |nil: Value, elements: Option<Value>| {
            let mut entry = without(item, "elements");
            entry["nil"] = nil;
            if let Some(elements) = elements {
                entry["elements"] = elements;
            }
            entry
        };
        for elements in [None, Some(json!(null)), Some(json!({}))] {
            no_fault(item, &statement(right.clone(), elements.clone()), "nil", wrong);
            no_fault(item, &statement(changed("kind", json!("no-update")), elements.clone()), "nil", wrong);
            let full = json!({ "kind": "no-update", "reason": "无变化", "approver": "局办公室", "period": "2026年第三季度" });
            no_fault(item, &statement(full, elements), "nil", wrong);
        }
        for (nil, code, place) in &faults {
            let path = format!("/nil{place}");
            // What is no statement at all leaves open whether there should be elements.
            if place.is_empty() {
                one_fault(item, &with(item, "nil", nil.clone()), *code, &path, &nil.to_string(), wrong);
            } else {
                one_fault(item, &statement(nil.clone(), None), *code, &path, &nil.to_string(), wrong);
            }
        }
        if !item.fields.is_empty() {
            // A schema finds fault with the elements where ours points at the statement.
            match agree(item, &with(item, "nil", right.clone()), TODAY) {
                Ok(report) if found(&report) == [(NilWithElements, "/nil".to_owned())] => {}
                other => wrong.push(format!("nil and elements: {other:?}")),
            }
        }
        let entry = statement(right.clone(), Some(json!([])));
        one_fault(item, &entry, TypeMismatch, "/elements", "nil and a list of elements", wrong);
    });
}
