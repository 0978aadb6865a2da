//! Titles that nobody has to type: a table that asks for a statute by name has named the document.

use gongkai_core::compile::FormModel;
use gongkai_core::field::Kind;
use gongkai_core::report::is_at_or_below;

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
    }
}
