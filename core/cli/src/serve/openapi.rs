//! The description of the service, OpenAPI 3.1: the paths as written in `openapi.json`, the formats as the library
//! derives them.

use gongkai_core::compile::{FormModel, Navigation};
use gongkai_core::import::ImportReport;
use gongkai_core::{Entry, Reading, Report};
use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value};

const PATHS: &str = include_str!("openapi.json");

/// The whole document.
///
/// # Panics
/// When the paths are no JSON, which a test rules out.
pub fn document() -> Value {
    let mut document: Value =
        serde_json::from_str(PATHS).unwrap_or_else(|error| panic!("openapi.json: {error}"));
    document["info"]["version"] = env!("CARGO_PKG_VERSION").into();
    if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
        add::<Entry>("Entry", schemas);
        add::<Report>("Report", schemas);
        add::<Reading>("Reading", schemas);
        add::<FormModel>("FormModel", schemas);
        add::<Navigation>("Navigation", schemas);
        add::<ImportReport>("ImportReport", schemas);
    }
    document
}

/// Adds the schema of a format; what it is made of stands beside it under names of its own.
fn add<Format: JsonSchema>(name: &str, schemas: &mut Map<String, Value>) {
    let mut schema = schema_for!(Format).to_value();
    let parts = schema.as_object_mut().and_then(|schema| {
        schema.remove("$schema");
        schema.remove("$defs")
    });
    moved(&mut schema, name);
    schemas.insert(name.to_owned(), schema);
    if let Some(Value::Object(parts)) = parts {
        for (part, mut schema) in parts {
            moved(&mut schema, name);
            schemas.insert(format!("{name}.{part}"), schema);
        }
    }
}

/// Lets references point to where the parts stand now.
fn moved(schema: &mut Value, name: &str) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(target) if key == "$ref" => {
                        *target = match target.strip_prefix("#/$defs/") {
                            Some(part) => format!("#/components/schemas/{name}.{part}"),
                            None => format!("#/components/schemas/{name}"),
                        };
                    }
                    value => moved(value, name),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| moved(value, name)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    match value {
                        Value::String(target) if key == "$ref" => found.push(target),
                        value => references(value, found),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 50, "{}", found.len());
        for target in found {
            let pointer = target.trim_start_matches('#');
            assert!(document.pointer(pointer).is_some(), "{target}");
        }
    }
}
