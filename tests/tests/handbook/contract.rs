//! The contract of the elements as their manifest says it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use gongkai_tests::workspace;
use serde_json::Value;

/// What one element has.
#[derive(Default)]
pub struct Element {
    pub attributes: BTreeSet<String>,
    pub members: BTreeSet<String>,
    pub events: BTreeSet<String>,
    pub slots: BTreeSet<String>,
    pub parts: BTreeSet<String>,
    pub properties: BTreeSet<String>,
}

/// All elements by their tags.
pub static ELEMENTS: LazyLock<BTreeMap<String, Element>> = LazyLock::new(|| {
    let file = workspace::root().join("wasm-widgets/contract/custom-elements.json");
    let text = fs::read_to_string(file).expect("the manifest exists");
    let manifest: Value = serde_json::from_str(&text).expect("the manifest is JSON");
    let declarations = manifest["modules"][0]["declarations"].as_array().expect("it declares elements");
    let names = |declaration: &Value, kind: &str| -> BTreeSet<String> {
        let listed = declaration[kind].as_array().into_iter().flatten();
        listed.filter_map(|one| Some(one["name"].as_str()?.to_owned())).collect()
    };
    let element = |declaration: &Value| Element {
        attributes: names(declaration, "attributes"),
        members: names(declaration, "members"),
        events: names(declaration, "events"),
        slots: names(declaration, "slots"),
        parts: names(declaration, "cssParts"),
        properties: names(declaration, "cssProperties"),
    };
    let tag = |declaration: &Value| declaration["tagName"].as_str().unwrap_or_default().to_owned();
    declarations.iter().map(|declaration| (tag(declaration), element(declaration))).collect()
});
