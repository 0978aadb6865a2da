//! `custom-elements.json`: the manifest that editors, catalogues and documentation tools read.
//!
//! Its form is that of the custom-elements-manifest community group, version 2.1.0.

use gongkai_widgets::ELEMENTS;
use gongkai_widgets::spec::{ElementSpec, Named};
use serde_json::{Value, json};

use super::{class_name, type_of};

const MODULE: &str = "gongkai.js";

pub(super) fn manifest() -> Value {
    let exports = ELEMENTS.iter().map(|element| {
        json!({
            "kind": "custom-element-definition",
            "name": element.tag,
            "declaration": { "name": class_name(element.tag), "module": MODULE },
        })
    });
    json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": ELEMENTS.iter().map(declaration).collect::<Vec<_>>(),
            "exports": exports.collect::<Vec<_>>(),
        }],
    })
}

fn declaration(element: &ElementSpec) -> Value {
    let properties = element.properties.iter().map(|(name, about)| {
        json!({ "kind": "field", "name": name, "description": about, "type": { "text": type_of(element, name) } })
    });
    let methods = element
        .methods
        .iter()
        .map(|(name, about)| json!({ "kind": "method", "name": name, "description": about }));
    let events = element.events.iter().map(|(name, about)| {
        let text = type_of(element, name)
            .map_or_else(|| "CustomEvent".to_owned(), |detail| format!("CustomEvent<{detail}>"));
        json!({ "name": name, "description": about, "type": { "text": text } })
    });
    json!({
        "kind": "class",
        "customElement": true,
        "name": class_name(element.tag),
        "tagName": element.tag,
        "description": element.about,
        "superclass": { "name": "HTMLElement" },
        "attributes": described(element.attributes),
        "members": properties.chain(methods).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": described(element.slots),
        "cssParts": described(element.parts),
        "cssProperties": described(element.custom_properties),
    })
}

fn described(named: &[Named]) -> Vec<Value> {
    named.iter().map(|(name, about)| json!({ "name": name, "description": about })).collect()
}
