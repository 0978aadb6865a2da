//! From what stands in the fields of a page to the entry that it means.

use gongkai_core::compile::FormModel;
use gongkai_core::text::{Lang, value_name};
use gongkai_core::{ItemRef, Kind, blank, rows};
use serde_json::{Map, Value, json};

use super::place::{Holds, Place};
use crate::form::pointer;

/// What stands in a field, as the page has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    /// What was typed.
    Text(String),
    /// What was chosen of a select, of radio buttons or of several checkboxes.
    Chosen(Vec<Choice>),
    /// A single checkbox.
    Ticked(bool, Choice),
}

/// One thing that can be chosen: hosts post codes as often as names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub value: String,
    pub label: String,
}

impl Choice {
    /// The one of these that is meant; in any language where names differ.
    fn among(&self, choices: &[String]) -> String {
        let label = self.label.trim();
        let is_meant = |choice: &&String| {
            let names = [Lang::Zh, Lang::En].map(|lang| value_name(choice, lang));
            [choice.as_str(), names[0], names[1]].iter().any(|name| *name == self.value || *name == label)
        };
        choices.iter().find(is_meant).cloned().unwrap_or_else(|| self.words())
    }

    /// What a reader sees.
    fn words(&self) -> String {
        let label = self.label.trim();
        if label.is_empty() { self.value.clone() } else { label.to_owned() }
    }
}

/// What is known of the entry without a field for it.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub publisher: Option<String>,
    pub region: Option<String>,
}

/// The entry that the fields mean; rows keep their places even when blank.
pub(super) fn assemble(
    item: ItemRef<'_>,
    model: &FormModel,
    known: &Known,
    written: &[(&Place, Written)],
) -> Value {
    let mut entry = json!({
        "format": gongkai_core::entry::FORMAT,
        "pack": item.pack.id,
        "edition": item.pack.edition,
        "item": item.id,
        "attribute": "proactive",
        "elements": {},
    });
    for (key, value) in [("publisher", &known.publisher), ("region", &known.region)] {
        if let Some(value) = value {
            entry[key] = json!(value);
        }
    }
    for (place, written) in written {
        let value = value(&place.holds, written);
        if !blank::is_blank(&value) {
            pointer::set(&mut entry, &place.pointer, value);
        } else if place.pointer == "/attribute" {
            // A host that asks for it means what was chosen.
            pointer::remove(&mut entry, "/attribute");
        }
    }
    complete(&mut entry, item, model);
    entry
}

/// What nobody has to type: units, titles that the table names, the title that an element suggests.
fn complete(entry: &mut Value, item: ItemRef<'_>, model: &FormModel) {
    for field in &item.fields {
        let Some(value) = entry["elements"].get_mut(field.key.as_str()) else {
            continue;
        };
        match &field.kind {
            Kind::Money { unit } if !blank::is_blank(&value["amount"]) && blank::is_blank(&value["unit"]) => {
                value["unit"] = json!(unit);
            }
            Kind::Document { title: Some(title) } => {
                let first = value.get_mut(0).and_then(Value::as_object_mut);
                if let Some(first) = first.filter(|first| first.values().any(|part| !blank::is_blank(part))) {
                    first.entry("title").or_insert_with(|| json!(title));
                }
            }
            _ => {}
        }
    }
    if let Some(suggested) = &model.title_from
        && blank::is_blank(pointer::get(entry, "/title"))
    {
        let title = pointer::get(entry, suggested).clone();
        if title.is_string() {
            pointer::set(entry, "/title", title);
        }
    }
}

fn value(holds: &Holds, written: &Written) -> Value {
    match written {
        Written::Text(text) => of_text(holds, text),
        Written::Ticked(is_ticked, choice) => match holds {
            Holds::Kind(Kind::Boolean) => json!(is_ticked),
            _ if *is_ticked => of_choices(holds, std::slice::from_ref(choice)),
            _ => Value::Null,
        },
        Written::Chosen(chosen) => of_choices(holds, chosen),
    }
}

fn of_text(holds: &Holds, text: &str) -> Value {
    if blank::is_blank_text(text) {
        return Value::Null;
    }
    match holds {
        Holds::Amount => json!(rows::amount(text)),
        Holds::Code => json!(text.trim()),
        Holds::Channels => channels(text.split(['、', '；', ';', ',', '，', '\n']).map(str::trim)),
        // Browsers add the time of day where the host asks for it.
        Holds::Kind(Kind::Date) => rows::day(text.split('T').next().unwrap_or_default().trim()),
        // Nothing is tidied that the host would then publish untidy.
        Holds::Kind(
            Kind::Text { .. } | Kind::LongText { .. } | Kind::Phone | Kind::Url | Kind::Choice { .. },
        ) => json!(text),
        Holds::Kind(kind) => rows::value(kind, text),
    }
}

fn of_choices(holds: &Holds, chosen: &[Choice]) -> Value {
    let chosen: Vec<&Choice> = chosen.iter().filter(|choice| !choice.value.is_empty()).collect();
    let Some(first) = chosen.first() else {
        return Value::Null;
    };
    let words = || chosen.iter().map(|choice| choice.words());
    match holds {
        Holds::Channels => channels(
            chosen.iter().map(|choice| choice.words()).collect::<Vec<_>>().iter().map(String::as_str),
        ),
        Holds::Kind(Kind::Choice { choices, .. }) => json!(first.among(choices)),
        Holds::Kind(Kind::Choices { choices, .. }) => {
            json!(chosen.iter().map(|choice| choice.among(choices)).collect::<Vec<_>>())
        }
        Holds::Kind(Kind::Boolean) => match rows::value(&Kind::Boolean, &first.words()) {
            Value::Bool(is_so) => json!(is_so),
            _ => rows::value(&Kind::Boolean, &first.value),
        },
        Holds::Kind(Kind::List { .. }) => json!(words().collect::<Vec<_>>()),
        Holds::Kind(Kind::Text { .. } | Kind::LongText { .. }) => {
            json!(words().collect::<Vec<_>>().join("、"))
        }
        _ => of_text(holds, &first.value),
    }
}

fn channels<'c>(names: impl Iterator<Item = &'c str>) -> Value {
    let channel = |name| Value::Object(Map::from_iter([("channel".to_owned(), json!(name))]));
    names.filter(|name| !blank::is_blank_text(name)).map(channel).collect()
}

#[cfg(test)]
mod tests {
    use gongkai_core::Field;

    use super::*;

    fn choice(value: &str, label: &str) -> Choice {
        Choice { value: value.to_owned(), label: label.to_owned() }
    }

    #[test]
    fn what_is_written_becomes_a_value_of_its_kind() {
        let text = |text: &str| Written::Text(text.to_owned());
        let kinds = Kind::Choices { choices: vec!["甲".into(), "乙".into()], open: false };
        let kind = Kind::Choice { choices: vec!["proactive".into(), "withheld".into()], open: false };
        for (holds, written, wanted) in [
            (Holds::Kind(Kind::Date), text("2026年9月1日"), json!("2026-09-01")),
            (Holds::Kind(Kind::Date), text("2026-09-01T08:30"), json!("2026-09-01")),
            (Holds::Kind(Kind::line(10)), text(" 文 "), json!(" 文 ")),
            (Holds::Kind(Kind::line(10)), text(" \u{3000}"), Value::Null),
            (Holds::Amount, text("1,200.50"), json!("1200.50")),
            (Holds::Code, text(" 430703 "), json!("430703")),
            (
                Holds::Channels,
                text("政府网站、政府公报"),
                json!([{ "channel": "政府网站" }, { "channel": "政府公报" }]),
            ),
            (
                Holds::Kind(Kind::Money { unit: "元".into() }),
                text("12万元"),
                json!({ "amount": "12", "unit": "万元" }),
            ),
            (
                Holds::Kind(kinds.clone()),
                Written::Chosen(vec![choice("1", " 甲 "), choice("乙", "二")]),
                json!(["甲", "乙"]),
            ),
            (Holds::Kind(kinds), Written::Chosen(vec![]), Value::Null),
            (Holds::Kind(kind.clone()), Written::Chosen(vec![choice("1", "主动公开")]), json!("proactive")),
            (Holds::Kind(kind.clone()), Written::Chosen(vec![choice("9", "别的")]), json!("别的")),
            (Holds::Kind(kind), Written::Chosen(vec![choice("", "请选择")]), Value::Null),
            (Holds::Kind(Kind::Boolean), Written::Chosen(vec![choice("1", "有效")]), json!(true)),
            (Holds::Kind(Kind::Boolean), Written::Chosen(vec![choice("x", "否")]), json!(false)),
            (Holds::Kind(Kind::Boolean), Written::Ticked(false, choice("on", "")), json!(false)),
            (
                Holds::Channels,
                Written::Ticked(true, choice("3", "政府网站")),
                json!([{ "channel": "政府网站" }]),
            ),
            (Holds::Kind(Kind::line(10)), Written::Chosen(vec![choice("07", "教育局")]), json!("教育局")),
            (
                Holds::Kind(Kind::Url),
                Written::Chosen(vec![choice("https://a.cn/", "甲")]),
                json!("https://a.cn/"),
            ),
        ] {
            assert_eq!(value(&holds, &written), wanted, "{holds:?} {written:?}");
        }
    }

    #[test]
    fn places_are_told_by_key_and_pointer() {
        let field = |key: &str, kind| Field {
            key: key.to_owned(),
            name: key.to_owned(),
            required: true,
            kind,
            help: None,
            group: None,
        };
        let fields = [
            field("a", Kind::Money { unit: "元".to_owned() }),
            field("b", Kind::Document { title: None }),
            field("c", Kind::Period),
        ];
        for (name, pointer, holds) in [
            ("a", "/elements/a", None),
            ("a/amount", "/elements/a/amount", Some(Holds::Amount)),
            ("/elements/b/0/date", "/elements/b/0/date", Some(Holds::Kind(Kind::Date))),
            ("c/start", "/elements/c/start", Some(Holds::Kind(Kind::Date))),
            ("/formed_on", "/formed_on", Some(Holds::Kind(Kind::Date))),
            ("/notice/end", "/notice/end", Some(Holds::Kind(Kind::Date))),
            ("/channels/0/published_on", "/channels/0/published_on", Some(Holds::Kind(Kind::Date))),
            ("/channels", "/channels", Some(Holds::Channels)),
            ("/region", "/region", Some(Holds::Code)),
            ("/x-id", "/x-id", Some(Holds::Code)),
        ] {
            let place = Place::named(name, &fields).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(place.pointer, pointer);
            assert!(holds.is_none_or(|holds| holds == place.holds), "{name}");
        }
        for name in ["z", "/titel", "b/99999999/title", "b/x/title", "c/middle", "/elements", "", "/"] {
            assert_eq!(Place::named(name, &fields), None, "{name}");
        }
    }
}
