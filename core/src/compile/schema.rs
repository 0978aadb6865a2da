//! The JSON Schema (2020-12) of an item's entries, as strict as publishing.

use serde_json::{Map, Value, json};

use crate::entry::FORMAT;
use crate::envelope;
use crate::field::{self, members_schema, or_blank};
use crate::pack::ItemRef;
use crate::rulebook::Ground;
use crate::rules::region_invalid;

impl ItemRef<'_> {
    /// The JSON Schema of an entry of this item that can be made public.
    ///
    /// Where the guideline comes from stands in `x-gongkai-…` annotations.
    /// What a schema cannot say (dates in order, time limits, necessary channels) only [`ItemRef::check`] judges.
    #[must_use]
    pub fn json_schema(&self) -> Value {
        let mut elements = members_schema(&self.fields);
        let required = elements.as_object_mut().and_then(|elements| elements.remove("required"));
        elements["type"] = json!(["object", "null"]);

        let mut properties = Map::new();
        properties.insert("format".to_owned(), json!({ "const": FORMAT }));
        properties.insert("pack".to_owned(), json!({ "const": self.pack.id }));
        properties.insert("item".to_owned(), json!({ "const": self.id }));
        let mut own = members_schema(envelope::fields());
        let mut required_properties = vec![json!("format"), json!("pack"), json!("item")];
        if let Some(own_required) = own["required"].as_array() {
            required_properties.extend(own_required.iter().cloned());
        }
        if let Some(own) = own["properties"].as_object_mut() {
            properties.append(own);
        }
        properties.insert(
            "region".to_owned(),
            or_blank(json!({ "type": "string", "pattern": region_invalid::PATTERN })),
        );
        properties.insert("ground".to_owned(), or_blank(ground(&self.pack.rulebook.grounds)));
        properties.insert("elements".to_owned(), elements);
        properties.insert(
            "channels".to_owned(),
            or_blank(json!({
                "type": "array",
                "items": or_blank(members_schema(envelope::channel_fields())),
            })),
        );
        properties.insert("nil".to_owned(), or_blank(members_schema(envelope::nil_fields())));

        // Without a nil statement the required elements must be there; where none is required, at least one.
        let otherwise = match required {
            Some(required) => json!({
                "required": ["elements"],
                "properties": { "elements": { "type": "object", "required": required } },
            }),
            None if self.fields.is_empty() => json!({}),
            None => json!({
                "required": ["elements"],
                "properties": { "elements": { "not": { "$ref": "#/$defs/blank" } } },
            }),
        };
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("urn:gongkai:{}:{}:{}", self.pack.id, self.pack.edition, self.id),
            "$comment": "generated from the table of the domain; change that instead",
            "title": format!("{} / {} / {}", self.pack.name, self.category, self.name),
            "type": "object",
            "properties": properties,
            "required": required_properties,
            "patternProperties": { "^x-": true },
            "additionalProperties": false,
            "if": {
                "properties": { "nil": { "type": "object", "not": { "$ref": "#/$defs/blank" } } },
                "required": ["nil"],
            },
            "then": { "properties": { "elements": { "maxProperties": 0 } } },
            "else": otherwise,
            "allOf": [
                if_attribute("on-request", &["reason"]),
                if_attribute("withheld", &["ground", "reason"]),
            ],
            "$defs": Value::Object(
                field::schema_definitions()
                    .into_iter()
                    .map(|(name, schema)| (name.to_owned(), schema))
                    .collect(),
            ),
            "x-gongkai-kind": self.kind,
            "x-gongkai-basis": self.basis,
            "x-gongkai-time-limit": self.time_limit,
            "x-gongkai-publisher": self.publisher,
            "x-gongkai-channels": self.channels,
            "x-gongkai-audience": self.audience,
            "x-gongkai-methods": self.methods,
            "x-gongkai-levels": self.levels,
            "x-gongkai-provenance": {
                "mark": self.mark,
                "sightings": self.sightings,
                "evidence": self.evidence,
            },
        })
    }
}

/// A ground of law for withholding.
fn ground(grounds: &[Ground]) -> Value {
    let names: Vec<&str> = grounds.iter().map(|ground| ground.name.as_str()).collect();
    if names.is_empty() { json!({ "type": "string" }) } else { json!({ "type": "string", "enum": names }) }
}

/// With this disclosure attribute, these properties have to be filled in.
fn if_attribute(attribute: &str, needed: &[&str]) -> Value {
    let filled: Map<String, Value> =
        needed.iter().map(|key| ((*key).to_owned(), json!({ "not": { "$ref": "#/$defs/blank" } }))).collect();
    json!({
        "if": { "properties": { "attribute": { "const": attribute } }, "required": ["attribute"] },
        "then": { "required": needed, "properties": filled },
    })
}
