//! Where the fields of a form stand, found by path without looking at each of them.

use std::rc::Rc;

use gongkai_core::compile::{FormField, FormModel};

/// The form model, shared by all that is drawn. It never changes, so that only the same one is equal to it.
#[derive(Clone)]
pub(super) struct Model(Rc<FormModel>);

impl Model {
    pub fn new(model: FormModel) -> Self {
        Model(Rc::new(model))
    }
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Model {
    type Target = FormModel;

    fn deref(&self) -> &FormModel {
        &self.0
    }
}

/// Where the elements stand in an entry.
const ELEMENTS: &str = "/elements/";

/// The fields of a form by their paths.
pub(super) struct Places {
    /// Each path with the number of its field, in the order of the paths.
    sorted: Vec<(String, usize)>,
}

impl Places {
    pub fn new(model: &FormModel) -> Self {
        let mut sorted: Vec<(String, usize)> =
            all(model).enumerate().map(|(number, field)| (field.path.clone(), number)).collect();
        sorted.sort_unstable();
        Places { sorted }
    }

    /// Whether an element with this key has a field.
    pub fn has_element(&self, key: &str) -> bool {
        // Asked for each element at each keystroke, so that no path is put together.
        let order = |path: &str| match path.strip_prefix(ELEMENTS) {
            Some(known) => known.cmp(key),
            None => path.cmp(ELEMENTS),
        };
        self.sorted.binary_search_by(|(path, _)| order(path)).is_ok()
    }

    /// The number of the field at a place or around it, counted over all sections.
    pub fn field(&self, path: &str) -> Option<usize> {
        let mut path = path;
        loop {
            if let Ok(found) = self.sorted.binary_search_by(|(known, _)| known.as_str().cmp(path)) {
                return Some(self.sorted[found].1);
            }
            path = path.rsplit_once('/')?.0;
        }
    }
}

/// All fields in the order of the form.
pub(super) fn all(model: &FormModel) -> impl Iterator<Item = &FormField> {
    model.sections.iter().flat_map(|section| &section.fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_belong_to_the_field_around_them() {
        let field = |path: &str| {
            serde_json::json!({
                "path": path, "label": { "zh-CN": path, "en": path }, "control": "line", "required": true,
                "kind": { "type": "text", "max_length_chars": 10 },
            })
        };
        let model: FormModel = serde_json::from_value(serde_json::json!({
            "format": "gongkai-form/1", "pack": "p", "edition": "1", "item": "i", "name": "n", "channels": [],
            "sections": [
                { "id": "elements", "fields": [field("/elements/b"), field("/elements/a")] },
                { "id": "entry", "fields": [field("/title")] },
            ],
        }))
        .expect("the model is one");
        let places = Places::new(&model);
        assert_eq!(places.field("/elements/b/0/title"), Some(0));
        assert_eq!(places.field("/elements/a"), Some(1));
        assert_eq!(places.field("/title"), Some(2));
        assert_eq!(places.field("/elements/ab"), None);
        assert_eq!(places.field(""), None);
        assert!(places.has_element("a") && places.has_element("b"));
        assert!(!places.has_element("ab") && !places.has_element("") && !places.has_element("title"));
    }
}
