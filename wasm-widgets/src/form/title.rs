//! Titles that nobody has to type: a table that asks for a statute by name has named the document.

#[cfg(not(target_family = "wasm"))]
use gongkai_core::blank::is_blank;
use gongkai_core::compile::FormModel;
use gongkai_core::field::Kind;
use gongkai_core::report::is_at_or_below;
#[cfg(not(target_family = "wasm"))]
use serde_json::{Value, json};

#[cfg(not(target_family = "wasm"))]
use super::pointer;

/// Where the title of a document stands, and what it is, when a place belongs to a document that the table names.
pub(super) fn named<'m>(model: &'m FormModel, path: &str) -> Option<(String, &'m str)> {
    let fields = model.sections.iter().flat_map(|section| &section.fields);
    fields.into_iter().find_map(|field| match &field.kind {
        // Documents after the first are others that go with it.
        Kind::Document { title: Some(title) } if is_at_or_below(path, &format!("{}/0", field.path)) => {
            Some((format!("{}/0/title", field.path), title.as_str()))
        }
        _ => None,
    })
}

/// Fills in the titles that are blank, where the whole entry is typed before anybody can suggest one.
#[cfg(not(target_family = "wasm"))]
pub(super) fn suggest(entry: &mut Value, model: &FormModel) {
    let name = model.title_from.as_deref().map(|path| pointer::get(entry, path).clone());
    if let Some(name) = name.filter(|name| !is_blank(name))
        && is_blank(pointer::get(entry, "/title"))
    {
        pointer::set(entry, "/title", name);
    }
    for field in model.sections.iter().flat_map(|section| &section.fields) {
        let Some((place, title)) = named(model, &format!("{}/0", field.path)) else { continue };
        if !is_blank(pointer::get(entry, &field.path)) && is_blank(pointer::get(entry, &place)) {
            pointer::set(entry, &place, json!(title));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_document_of_a_named_field_has_a_title() {
        let field = |key: &str, kind: serde_json::Value| {
            serde_json::json!({
                "path": format!("/elements/{key}"),
                "label": { "zh-CN": key, "en": key },
                "control": "documents",
                "required": true,
                "kind": kind,
            })
        };
        let model: FormModel = serde_json::from_value(serde_json::json!({
            "format": "gongkai-form/1", "pack": "p", "edition": "1", "item": "i", "name": "n", "channels": [],
            "sections": [{ "id": "elements", "fields": [
                field("law", serde_json::json!({ "type": "document", "title": "示例法" })),
                field("other", serde_json::json!({ "type": "document" })),
            ] }],
        }))
        .expect("a form model");
        assert_eq!(
            named(&model, "/elements/law/0/link"),
            Some(("/elements/law/0/title".to_owned(), "示例法"))
        );
        assert_eq!(named(&model, "/elements/law/1/link"), None);
        assert_eq!(named(&model, "/elements/other/0/link"), None);

        let mut entry = json!({ "elements": { "law": [{ "link": "a" }], "other": [{ "link": "b" }] } });
        suggest(&mut entry, &model);
        assert_eq!(
            entry["elements"],
            json!({ "law": [{ "link": "a", "title": "示例法" }], "other": [{ "link": "b" }] })
        );
    }
}
