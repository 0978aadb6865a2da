//! Setting values in an entry by JSON Pointer.

use serde_json::{Map, Value};

/// The value at a pointer, null when there is none.
pub(crate) fn get<'v>(document: &'v Value, pointer: &str) -> &'v Value {
    document.pointer(pointer).unwrap_or(&Value::Null)
}

/// Puts a value at a pointer; objects and arrays on the way are made as needed.
pub(crate) fn set(document: &mut Value, pointer: &str, value: Value) {
    let mut place = document;
    for token in pointer.split('/').skip(1) {
        // Keys of elements begin with a letter or stand in an object that exists, so that a number means a row.
        if !place.is_array() && !place.is_object() {
            *place = if token.parse::<usize>().is_ok() {
                Value::Array(Vec::new())
            } else {
                Value::Object(Map::new())
            };
        }
        place = match place {
            Value::Array(rows) => {
                let Ok(index) = token.parse::<usize>() else { return };
                while rows.len() <= index {
                    rows.push(Value::Null);
                }
                &mut rows[index]
            }
            Value::Object(map) => {
                let key = token.replace("~1", "/").replace("~0", "~");
                map.entry(key).or_insert(Value::Null)
            }
            _ => return,
        };
    }
    *place = value;
}

/// Removes the row at a pointer's end from its array, or the member from its object.
pub(crate) fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, token)) = pointer.rsplit_once('/') else {
        return;
    };
    match document.pointer_mut(parent) {
        Some(Value::Array(rows)) => {
            if let Ok(index) = token.parse::<usize>()
                && index < rows.len()
            {
                rows.remove(index);
            }
        }
        Some(Value::Object(map)) => {
            // In place, so that what comes after keeps its order.
            map.shift_remove(&token.replace("~1", "/").replace("~0", "~"));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn containers_are_made_on_the_way() {
        let mut document = json!({ "elements": {} });
        set(&mut document, "/elements/a/1/title", json!("x"));
        assert_eq!(document, json!({ "elements": { "a": [null, { "title": "x" }] } }));
        remove(&mut document, "/elements/a/0");
        assert_eq!(document, json!({ "elements": { "a": [{ "title": "x" }] } }));
        remove(&mut document, "/elements/a");
        assert_eq!(get(&document, "/elements/a"), &Value::Null);
    }
}
