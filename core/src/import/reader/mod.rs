//! Readers: one file for each format, all of them giving the one table model.

use super::table::SourceDocument;

/// How much a document may ask of the machine.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Limits {
    /// Most bytes of the file. Defaults to 64 MiB.
    pub max_file_bytes: usize,
    /// Most bytes of what is unpacked from a container. Defaults to 512 MiB.
    pub max_unpacked_bytes: u64,
    /// Most cells of all tables together. Defaults to 2,000,000.
    pub max_cells: usize,
    /// Deepest nesting of elements. Defaults to 256.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            max_file_bytes: 64 << 20,
            max_unpacked_bytes: 512 << 20,
            max_cells: 2_000_000,
            max_depth: 256,
        }
    }
}

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The content is of no format that is read.
    #[error("no known format")]
    UnknownFormat,
}

/// Reads a document. Its content decides what it is; the name is for the report and for hints.
///
/// # Errors
/// See [`ReadError`].
pub fn read(_name: &str, _bytes: &[u8], _limits: &Limits) -> Result<SourceDocument, ReadError> {
    Err(ReadError::UnknownFormat)
}
