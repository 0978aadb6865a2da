//! Elements of the host's own, checked by the JSON Schemas that it gave for them.

use jsonschema::Validator;

use crate::check::Judge;
use crate::envelope::Properties;
use crate::local::{Extension, Local};
use crate::path::Path;
use crate::report::Params;
use crate::rules::extension_invalid::RULE;

/// The extension elements of a jurisdiction, ready to check.
#[derive(Debug)]
pub struct Extensions(Vec<(Extension, Validator)>);

/// An extension element that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtensionError {
    /// Its key is no name for the host's own properties.
    #[error("the key {0:?} does not begin with x-")]
    KeyMalformed(String),
    /// Its JSON Schema is none.
    #[error("{key}: {reason}")]
    SchemaInvalid {
        /// Key of the element.
        key: String,
        /// What is wrong.
        reason: String,
    },
}

impl Extensions {
    /// Makes the JSON Schemas ready. References to other documents are not followed.
    ///
    /// # Errors
    /// A key that does not begin with `x-`, or a JSON Schema that is none.
    pub fn new(local: &Local) -> Result<Self, ExtensionError> {
        local
            .extensions
            .iter()
            .map(|extension| {
                let key = extension.key.clone();
                if !key.starts_with("x-") {
                    return Err(ExtensionError::KeyMalformed(key));
                }
                let validator = jsonschema::options()
                    .should_validate_formats(true)
                    .build(&extension.schema)
                    .map_err(|error| ExtensionError::SchemaInvalid { key, reason: error.to_string() })?;
                Ok((extension.clone(), validator))
            })
            .collect::<Result<_, _>>()
            .map(Extensions)
    }

    pub(crate) fn check(&self, entry: &Properties<'_>, root: &Path<'_>, judge: &mut Judge<'_>) {
        let item = judge.item;
        for (extension, validator) in self.0.iter().filter(|(extension, _)| extension.is_of(item)) {
            let place = root.key(&extension.key);
            let part = Some(extension.name.zh.clone());
            match entry.get(&extension.key).filter(|value| !value.is_blank()) {
                Some(value) => {
                    for error in validator.iter_errors(&value.to_value()) {
                        // The keyword alone: the value may be personal.
                        let event = error.schema_path().to_string().rsplit('/').next().map(str::to_owned);
                        judge.find(&RULE, &place, Params { part: part.clone(), event, ..Params::default() });
                    }
                }
                None if extension.required => {
                    let event = Some("required".to_owned());
                    judge.find(&RULE, &place, Params { part, event, ..Params::default() });
                }
                None => {}
            }
        }
    }
}
