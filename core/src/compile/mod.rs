//! From a guideline to everything that is made of it, one file for each output.

#[cfg(feature = "compile")]
mod duties;
mod example;
mod form;
#[cfg(feature = "compile")]
mod ids;
mod navigation;
mod schema;
#[cfg(feature = "compile")]
mod source;

pub use form::{Control, FormField, FormModel, FormSection, Guidance};
#[cfg(feature = "import")]
pub(crate) use ids::free_id;
#[cfg(feature = "compile")]
pub(crate) use ids::{is_id, syllables};
pub use navigation::{Navigation, NavigationCategory, NavigationDomain, NavigationItem};
#[cfg(feature = "compile")]
pub use source::compile;

/// A guideline or lexicon cannot be compiled: the author's fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompileError {
    /// Not TOML of the expected shape.
    #[error("unreadable source: {0}")]
    Unreadable(String),
    /// Another format or version.
    #[error("format {found:?}, expected {expected:?}")]
    FormatUnknown {
        /// What this library reads.
        expected: &'static str,
        /// What the document says.
        found: String,
    },
    /// Two items share an id.
    #[error("the id {0:?} is given to two items")]
    ItemIdRepeated(String),
    /// An id or key that is not lower-case ASCII with digits, `-` and `_`.
    #[error("{0:?} is no id: expected lower-case ASCII letters, digits, - and _")]
    IdMalformed(String),
    /// Two elements of an item share a key.
    #[error("item {item:?}: the key {key:?} is given to two elements")]
    ElementKeyRepeated {
        /// Name of the item.
        item: String,
        /// The key.
        key: String,
    },
    /// No rule of the lexicon takes the element.
    #[error("item {item:?}: no rule of the lexicon takes the element {element:?}")]
    ElementUndecided {
        /// Name of the item.
        item: String,
        /// Name of the element.
        element: String,
    },
    /// The field that an element is to become cannot be.
    #[error("item {item:?}, element {element:?}: {reason}")]
    FieldImpossible {
        /// Name of the item.
        item: String,
        /// Name of the element.
        element: String,
        /// What is wrong with it.
        reason: crate::lexicon::FieldSpecError,
    },
    /// A name that is blank.
    #[error("row {row}: the name of the item or of an element is blank")]
    NameBlank {
        /// Number of the row, from 1.
        row: usize,
    },
}

/// Reads a source from TOML and makes sure that it is of the expected format.
#[cfg(feature = "compile")]
pub(crate) fn read_toml<T: serde::de::DeserializeOwned>(
    text: &str,
    expected: &'static str,
    format_of: fn(&T) -> &String,
) -> Result<T, CompileError> {
    let source: T = toml::from_str(text).map_err(|error| CompileError::Unreadable(error.to_string()))?;
    let found = format_of(&source);
    if found != expected {
        return Err(CompileError::FormatUnknown { expected, found: found.clone() });
    }
    Ok(source)
}

/// All that is wrong with a guideline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompileErrors(pub Vec<CompileError>);

impl std::fmt::Display for CompileErrors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            write!(formatter, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CompileErrors {}

impl From<CompileError> for CompileErrors {
    fn from(error: CompileError) -> Self {
        CompileErrors(vec![error])
    }
}
