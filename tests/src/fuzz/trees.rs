//! Changes to documents that stay documents: values taken out, put elsewhere or replaced, so that what lies behind the
//! reader is reached.

use fastrand::Rng;
use serde_json::{Map, Number, Value, json};

/// A document that is JSON or TOML, with a few values changed; None when it is neither.
pub(super) fn changed(document: &[u8], other: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let donor: Value = serde_json::from_slice(other).unwrap_or_default();
    if let Ok(mut tree) = serde_json::from_slice::<Value>(document) {
        change_some(&mut tree, &donor, random);
        return Some(tree.to_string().into_bytes());
    }
    let table: toml::Table = std::str::from_utf8(document).ok()?.parse().ok()?;
    let mut tree = serde_json::to_value(table).ok()?;
    change_some(&mut tree, &donor, random);
    // TOML has no null and no document but a table.
    toml::to_string(&tree).ok().map(String::into_bytes)
}

fn change_some(tree: &mut Value, donor: &Value, random: &mut Rng) {
    for _ in 0..=random.usize(..3) {
        change(tree, donor, random);
    }
}

/// Goes down at random, and changes what it comes to.
fn change(tree: &mut Value, donor: &Value, random: &mut Rng) {
    let goes_down = random.u8(..8) > 0;
    match tree {
        Value::Array(items) if goes_down && !items.is_empty() => {
            let index = random.usize(..items.len());
            change(&mut items[index], donor, random);
        }
        Value::Object(map) if goes_down && !map.is_empty() => change_member(map, donor, random),
        Value::Array(items) if random.bool() && !items.is_empty() => {
            let index = random.usize(..items.len());
            if random.bool() {
                items.remove(index);
            } else {
                items.push(items[index].clone());
            }
        }
        other => *other = value(other, donor, random),
    }
}

fn change_member(map: &mut Map<String, Value>, donor: &Value, random: &mut Rng) {
    let index = random.usize(..map.len());
    let Some(name) = map.keys().nth(index).cloned() else { return };
    match random.u8(..12) {
        0 => drop(map.shift_remove(&name)),
        1 => {
            let value = map.shift_remove(&name).unwrap_or_default();
            map.insert(format!("{name}{}", random.alphanumeric()), value);
        }
        _ => {
            if let Some(value) = map.get_mut(&name) {
                change(value, donor, random);
            }
        }
    }
}

/// Another value in place of one.
fn value(old: &Value, donor: &Value, random: &mut Rng) -> Value {
    let text = old.as_str().unwrap_or("2026-09-01");
    match random.u8(..14) {
        0 => json!(""),
        1 => json!(text.chars().rev().collect::<String>()),
        2 => json!(text.repeat(random.usize(..40))),
        3 => json!(text.chars().skip(1).collect::<String>()),
        4 => json!(format!("{text}\n{}", random.char(..))),
        5 => json!([old]),
        6 => json!({ "amount": text, "start": old, "title": old }),
        7 => json!(random.i64(..)),
        8 => Number::from_f64(f64::from_bits(random.u64(..))).map_or(json!(-0.0), Value::Number),
        9 => json!(random.bool()),
        10 => json!([]),
        11 => json!(random.u32(..100)),
        12 => part(donor, random).clone(),
        _ => json!(["1900-01-01", "2099-12-31", "2026-02-29"][random.usize(..3)]),
    }
}

/// Some part of a document.
fn part<'v>(tree: &'v Value, random: &mut Rng) -> &'v Value {
    match tree {
        Value::Array(items) if !items.is_empty() => part(&items[random.usize(..items.len())], random),
        Value::Object(map) if random.u8(..4) > 0 => {
            map.values().nth(random.usize(..map.len().max(1))).map_or(tree, |value| part(value, random))
        }
        other => other,
    }
}
