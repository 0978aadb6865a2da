//! Objects made of fields: an entry, its elements, a document, a row of a table.

use serde_json::{Map, Value, json};

use super::{Field, or_blank};
use crate::check::Judge;
use crate::node::{Node, Object};
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
    check_among(map, fields, members, row, |_| false, path, judge);
}

/// The same for objects that have other members beside the fields; `is_known` knows them.
pub(crate) fn check_among<'a>(
    map: Object<'_>,
    fields: &'a [Field],
    members: Members,
    row: Option<usize>,
    is_known: fn(&str) -> bool,
    path: &Path<'_>,
    judge: &mut Judge<'a>,
) {
    // Values are set side by side without asking for memory; few fields do not pay for the room of many.
    let mut check = |values: &mut [_]| {
        let unknown = sort_out(map, fields, is_known, values);
        check_values(values, fields, members, row, path, judge);
        name_unknown(&unknown, members, path, judge);
    };
    match fields.len() {
        count @ ..=4 => check(&mut [None; 4][..count]),
        count @ ..=40 => check(&mut [None; 40][..count]),
        count => check(&mut vec![None; count]),
    }
}

/// Sets the values of the fields side by side; returns the names of the other members.
fn sort_out<'t>(
    map: Object<'t>,
    fields: &[Field],
    is_known: fn(&str) -> bool,
    values: &mut [Option<Node<'t>>],
) -> Vec<&'t str> {
    let mut unknown = Vec::new();
    let mut near = 0;
    for (key, value) in map.members() {
        // Members mostly come in the order of the fields.
        let (before, after) = fields.split_at(near);
        let found = after.iter().position(|field| field.key == key).map(|index| near + index);
        match found.or_else(|| before.iter().position(|field| field.key == key)) {
            Some(index) => {
                values[index] = Some(value);
                near = index + 1;
            }
            None if is_known(key) => {}
            None => unknown.push(key),
        }
    }
    unknown
}

/// Names members that nothing knows.
pub(crate) fn name_unknown(unknown: &[&str], members: Members, path: &Path<'_>, judge: &mut Judge<'_>) {
    if unknown.is_empty() {
        return;
    }
    // The order of a JSON object differs between hosts; that of a report must not.
    let mut unknown = unknown.to_vec();
    unknown.sort_unstable();
    for key in unknown {
        let place = path.key(key);
        match members {
            Members::Elements => element_unknown::find(key, &place, judge),
            Members::Parts => part_unknown::find(key, &place, judge),
        }
    }
}

/// Judges the values of fields, which stand side by side with them.
pub(crate) fn check_values<'a>(
    values: &[Option<Node<'_>>],
    fields: &'a [Field],
    members: Members,
    row: Option<usize>,
    path: &Path<'_>,
    judge: &mut Judge<'a>,
) {
    let around = judge.part;
    for (index, (field, value)) in fields.iter().zip(values).enumerate() {
        if members == Members::Elements {
            judge.field = Some(index);
        }
        judge.part = Some(field);
        let place = path.key(&field.key);
        match value.filter(|value| !value.is_blank()) {
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
