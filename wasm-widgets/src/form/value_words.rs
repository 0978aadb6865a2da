//! A value in words, as a proposal or a citizen reads it.

use gongkai_core::text::Lang;
use serde_json::Value;

use super::phrases;
use crate::json::to_json;
use crate::text;

/// A value in one line; empty when it is blank.
pub(super) fn value_words(value: &Value, lang: Lang) -> String {
    let separator = if lang == Lang::Zh { "、" } else { ", " };
    let joined = |values: &mut dyn Iterator<Item = &Value>, separator: &str| {
        let words: Vec<String> =
            values.map(|value| value_words(value, lang)).filter(|words| !words.is_empty()).collect();
        words.join(separator)
    };
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => text::yes(lang).to_owned(),
        Value::Bool(false) => text::no(lang).to_owned(),
        Value::String(text) => text.trim().to_owned(),
        Value::Number(_) => to_json(value),
        Value::Array(values) => joined(&mut values.iter(), separator),
        Value::Object(members) if members.contains_key("amount") => {
            joined(&mut ["amount", "unit"].iter().filter_map(|key| members.get(*key)), " ")
        }
        Value::Object(members) if members.contains_key("start") => {
            joined(&mut ["start", "end"].iter().filter_map(|key| members.get(*key)), phrases::to(lang))
        }
        Value::Object(members) => joined(&mut members.values(), separator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_shape_has_words() {
        for (value, words) in [
            (json!(null), ""),
            (json!("  甲 "), "甲"),
            (json!(1.5), "1.5"),
            (json!(true), "是"),
            (json!(["甲", "", "乙"]), "甲、乙"),
            (json!({ "amount": "12.30", "unit": "万元" }), "12.30 万元"),
            (json!({ "start": "2026-09-01", "end": "2026-09-07" }), "2026-09-01 至 2026-09-07"),
            (json!({ "start": "2026-09-01" }), "2026-09-01"),
            (json!([{ "title": "甲", "link": null }]), "甲"),
        ] {
            assert_eq!(value_words(&value, Lang::Zh), words);
        }
    }
}
