//! Documents to import, old Word files included: those go through LibreOffice first.

use gongkai_core::import::SourceDocument;
use gongkai_core::import::reader::{Limits, ReadError, read, read_converted};
use gongkai_core::text::Lang;

use crate::convert::{ConvertError, Converter};

/// Why a document could not be read. Its `Display` is English.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unread {
    /// Its content is of no format that is read, is damaged, or asks for too much.
    #[error(transparent)]
    Content(#[from] ReadError),
    /// It is a Word file of before 2007, and no newer one could be made of it.
    #[error(transparent)]
    Conversion(#[from] ConvertError),
}

impl Unread {
    /// What it says in a language, with what to do.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Unread::Content(error) => error.told(lang),
            Unread::Conversion(error) => error.told(lang),
        }
    }
}

/// Reads a document. A Word file of before 2007 is turned into a newer one by LibreOffice, which may take seconds.
///
/// # Errors
/// - The document cannot be read, see [`ReadError`].
/// - It is such a Word file, and LibreOffice is not installed or makes nothing of it.
pub fn document(name: &str, bytes: &[u8], limits: &Limits) -> Result<SourceDocument, Unread> {
    match read(name, bytes, limits) {
        Err(ReadError::LegacyWord) => {
            let converted = Converter::find()?.docx(bytes)?;
            Ok(read_converted(name, bytes, &converted, limits)?)
        }
        read => Ok(read?),
    }
}
