//! Objects made of fields: an entry, its elements, a document, a row of a table.

use serde_json::{Map, Value, json};

use super::{Field, or_blank};
use crate::check::Judge;
use crate::node::Object;
use crate::path::Path;
use crate::rules::{element_missing, element_unknown, part_missing, part_unknown};
use crate::text::{Lang, part_name};

/// What the members of an object are to the editor, and thereby how a fault is named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Members {
    /// The elements of an item.
    Elements,
    /// Parts of something: properties of a document, columns of a row.
    Parts,
}

/// Judges each member in the order of the fields, then names the members that no field knows.
pub(crate) fn check_members<'a>(
    map: Object<'_>,
    fields: &'a [Field],
    members: Members,
    row: Option<usize>,
    path: &Path<'_>,
    judge: &mut Judge<'a>,
) {
    check_known(map, fields, members, row, path, judge);
    find_unknown(map, fields, members, |_| false, path, judge);
}

/// Judges each member in the order of the fields.
pub(crate) fn check_known<'a>(
    map: Object<'_>,
    fields: &'a [Field],
    members: Members,
    row: Option<usize>,
    path: &Path<'_>,
    judge: &mut Judge<'a>,
) {
    let mut near = 0;
    let around = judge.part;
    for (index, field) in fields.iter().enumerate() {
        if members == Members::Elements {
            judge.field = Some(index);
        }
        judge.part = Some(field);
        let place = path.key(&field.key);
        match map.get_near(&field.key, &mut near).filter(|value| !value.is_blank()) {
            Some(value) => field.kind.check(value, &place, judge),
            None if !field.required => {}
            None if members == Members::Elements => element_missing::find(&place, judge),
            None => part_missing::find(&field.name, row, &place, judge),
        }
    }
    judge.part = around;
    if members == Members::Elements {
        judge.field = None;
    }
}

/// Names the members that neither a field nor the caller knows.
pub(crate) fn find_unknown(
    map: Object<'_>,
    fields: &[Field],
    members: Members,
    is_known: impl Fn(&str) -> bool,
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    let mut near = 0;
    let mut is_field = |key: &str| {
        // Members mostly come in the order of the fields.
        let (before, after) = fields.split_at(near);
        let found = after.iter().position(|field| field.key == key).map(|index| near + index);
        let found = found.or_else(|| before.iter().position(|field| field.key == key));
        near = found.map_or(near, |index| index + 1);
        found.is_some()
    };
    let mut unknown: Vec<&str> = map.keys().filter(|key| !is_field(key) && !is_known(key)).collect();
    // The order of a JSON object differs between hosts; that of a report must not.
    unknown.sort_unstable();
    for key in unknown {
        let place = path.key(key);
        match members {
            Members::Elements => element_unknown::find(key, &place, judge),
            Members::Parts => part_unknown::find(key, &place, judge),
        }
    }
}

/// The JSON Schema of an object with these members.
pub(crate) fn members_schema(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = if field.required { field.kind.schema() } else { or_blank(field.kind.schema()) };
        if let Some(object) = schema.as_object_mut() {
            object.insert("title".to_owned(), json!(part_name(&field.name, Lang::Zh)));
            if let Some(help) = &field.help {
                object.insert("description".to_owned(), json!(help.zh));
            }
        }
        properties.insert(field.key.clone(), schema);
    }
    let required: Vec<&str> =
        fields.iter().filter(|field| field.required).map(|field| field.key.as_str()).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}
