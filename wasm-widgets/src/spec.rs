//! The contract of a custom element: what a page can set, hear, fill and style.

use serde::Serialize;

/// A name and what it is for.
pub type Named = (&'static str, &'static str);

/// What a custom element offers to the page that uses it.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ElementSpec {
    /// Tag name.
    pub tag: &'static str,
    /// Whether it takes part in the form around it.
    pub form_associated: bool,
    /// Attributes: plain values.
    pub attributes: &'static [Named],
    /// Properties: rich data.
    pub properties: &'static [Named],
    /// Methods beside those of form elements.
    pub methods: &'static [Named],
    /// Events, all bubbling and composed.
    pub events: &'static [Named],
    /// Slots.
    pub slots: &'static [Named],
    /// Parts, for `::part()`.
    pub parts: &'static [Named],
    /// Custom properties.
    pub custom_properties: &'static [Named],
}

/// What the class behind an element needs to know; the explanations are for people and stay out of the module.
pub(crate) struct ClassSpec {
    pub tag: &'static str,
    pub form_associated: bool,
    pub attributes: &'static [&'static str],
    pub properties: &'static [&'static str],
    pub methods: &'static [&'static str],
}

impl ClassSpec {
    /// As JSON; all names are plain ASCII, so that nothing has to be escaped.
    pub fn to_json(&self) -> String {
        let list = |names: &[&str]| {
            if names.is_empty() { "[]".to_owned() } else { format!("[\"{}\"]", names.join("\",\"")) }
        };
        format!(
            "{{\"tag\":\"{}\",\"formAssociated\":{},\"attributes\":{},\"properties\":{},\"methods\":{}}}",
            self.tag,
            if self.form_associated { "true" } else { "false" },
            list(self.attributes),
            list(self.properties),
            list(self.methods),
        )
    }
}

/// The names without the explanations, taken out while compiling.
pub(crate) const fn names<const COUNT: usize>(named: &[Named]) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut index = 0;
    while index < COUNT {
        names[index] = named[index].0;
        index += 1;
    }
    names
}

/// The [`ClassSpec`] of an [`ElementSpec`] that is a constant.
macro_rules! class {
    ($element:path) => {{
        const ELEMENT: $crate::spec::ElementSpec = $element;
        const ATTRIBUTES: &[&str] = &$crate::spec::names::<{ ELEMENT.attributes.len() }>(ELEMENT.attributes);
        const PROPERTIES: &[&str] = &$crate::spec::names::<{ ELEMENT.properties.len() }>(ELEMENT.properties);
        const METHODS: &[&str] = &$crate::spec::names::<{ ELEMENT.methods.len() }>(ELEMENT.methods);
        $crate::spec::ClassSpec {
            tag: ELEMENT.tag,
            form_associated: ELEMENT.form_associated,
            attributes: ATTRIBUTES,
            properties: PROPERTIES,
            methods: METHODS,
        }
    }};
}

pub(crate) use class;
