//! How two entries differ, part by part: a part is a property of the entry or one of its elements.

use gongkai_core::blank::without_blanks;
use gongkai_core::text::Lang;
use serde_json::Value;

use super::places::{self, Places};
use crate::json::to_json;
use crate::text;

const ELEMENTS: &str = "/elements/";
/// Properties that say what an entry is, not what it holds.
const HEAD: [&str; 4] = ["format", "pack", "edition", "item"];

/// The part that a path belongs to, as the beginning of the path.
pub(super) fn part_of(path: &str) -> &str {
    let start = if path.starts_with(ELEMENTS) { ELEMENTS.len() } else { 1 };
    let end = path.get(start..).and_then(|rest| rest.find('/')).map_or(path.len(), |end| start + end);
    &path[..end]
}

/// The parts that differ, those of the first entry first; blank ones count as absent.
pub(super) fn differing(mine: &Value, theirs: &Value) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for entry in [mine, theirs] {
        for part in parts_of(entry) {
            if !parts.contains(&part) && value(mine, &part) != value(theirs, &part) {
                parts.push(part);
            }
        }
    }
    parts
}

fn parts_of(entry: &Value) -> impl Iterator<Item = String> {
    let members = |value: &Value, before: &'static str| {
        let keys: Vec<String> = value.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
        keys.into_iter().map(move |key| format!("{before}{}", key.replace('~', "~0").replace('/', "~1")))
    };
    let own = members(entry, "/").filter(|part| part != "/elements" && !HEAD.contains(&&part[1..]));
    own.chain(members(&entry["elements"], ELEMENTS))
}

fn value(entry: &Value, part: &str) -> Option<Value> {
    entry.pointer(part).cloned().and_then(without_blanks)
}

/// What a part holds in one line, for people to compare.
pub(super) fn words(entry: &Value, part: &str, lang: Lang) -> String {
    let mut words = Vec::new();
    entry.pointer(part).into_iter().for_each(|value| leaves(value, lang, &mut words));
    words.join("，")
}

fn leaves(value: &Value, lang: Lang, words: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Array(values) => values.iter().for_each(|value| leaves(value, lang, words)),
        Value::Object(map) => map.values().for_each(|value| leaves(value, lang, words)),
        Value::Bool(true) => words.push(text::yes(lang).to_owned()),
        Value::Bool(false) => words.push(text::no(lang).to_owned()),
        Value::String(text) => words.push(gongkai_core::text::value_name(text, lang).to_owned()),
        Value::Number(_) => words.push(to_json(value)),
    }
}

/// What to call the place that a path leads to.
pub(super) fn name(path: &str, model: &super::places::Model, known: &Places, lang: Lang) -> String {
    if part_of(path) == "/channels" {
        return text::channels(lang).to_owned();
    }
    let field = known.field(path).and_then(|number| places::all(model).nth(number));
    match (field, lang) {
        (Some(field), Lang::Zh) => field.label.zh.clone(),
        (Some(field), Lang::En) => field.label.en.clone(),
        // What no field asks for is known by its key alone.
        (None, _) => part_of(path).rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_part_is_a_property_or_an_element() {
        assert_eq!(part_of("/title"), "/title");
        assert_eq!(part_of("/channels/0/proof"), "/channels");
        assert_eq!(part_of("/elements/a/0/title"), "/elements/a");
        assert_eq!(part_of("/elements/a"), "/elements/a");
        assert_eq!(part_of(""), "");
    }

    #[test]
    fn blank_parts_do_not_differ_from_absent_ones() {
        let mine =
            json!({ "edition": "1", "title": "a", "reason": " ", "elements": { "a/b": [{}], "c": 1 } });
        let theirs = json!({ "edition": "2", "title": "b", "elements": { "c": 1, "d": true } });
        assert_eq!(differing(&mine, &theirs), ["/title", "/elements/d"]);
        assert_eq!(words(&theirs, "/elements/d", Lang::Zh), "是");
        let theirs = json!({ "elements": { "a/b": "x" } });
        assert_eq!(differing(&json!({}), &theirs), ["/elements/a~1b"]);
    }
}
