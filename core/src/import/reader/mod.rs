//! Readers: one file or folder for each format, all of them giving the one table model.

mod archive;
mod budget;
mod csv;
mod docx;
pub mod encoding;
mod error;
mod flow;
mod html;
mod number_format;
mod number_words;
mod sheet;
mod sniff;
mod symbol_fonts;
mod visible;
mod xls;
mod xlsx;
mod xml;

use sha2::{Digest, Sha256};

use super::table::{Block, ReaderNote, SourceDocument, SourceFormat};
use budget::Budget;
use sniff::Content;

pub use error::{Limit, Lookalike, ReadError};
pub(crate) use xlsx::{PlainRows, PlainSheet, read_plain};

/// How much a document may ask of the machine.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Limits {
    /// Most bytes of the file. Defaults to 64 MiB.
    pub max_file_bytes: usize,
    /// Most bytes of what is unpacked from a container, and of all texts together. Defaults to 512 MiB.
    pub max_unpacked_bytes: u64,
    /// Most cells of all tables together. Defaults to 2,000,000.
    pub max_cells: usize,
    /// Deepest nesting of tables and of elements of office documents. Elements of web pages that are nested deeper
    /// are read as if they were not there, as browsers do. Defaults to 256.
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

/// What a reader for one format finds.
type Found = Result<(Vec<Block>, Vec<ReaderNote>), ReadError>;

/// Reads a document. Its content decides what it is; the name is for the report and for hints.
///
/// # Errors
/// - The file is empty, or its content is of no format that is read.
/// - It is encrypted, or damaged.
/// - It asks for more than the limits allow.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<SourceDocument, ReadError> {
    let allowed = limits.max_file_bytes;
    if bytes.len() > allowed {
        return Err(ReadError::too_large(Limit::FileBytes, bytes.len(), allowed));
    }
    let mut budget = Budget::new(limits);
    let (format, (blocks, mut notes)) = match sniff::content(name, bytes, limits)? {
        Content::Docx(mut archive, main) => {
            (SourceFormat::Docx, docx::read(&mut archive, &main, &mut budget)?)
        }
        Content::Xlsx(mut archive, main) => {
            (SourceFormat::Xlsx, xlsx::read(&mut archive, &main, &mut budget)?)
        }
        Content::Xls(container) => (SourceFormat::Xls, xls::read(container, &mut budget)?),
        Content::Html => (SourceFormat::Html, html::read(bytes, &mut budget)?),
        Content::Csv => (SourceFormat::Csv, csv::read(bytes, &mut budget)?),
    };
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if let Some(extension) = sniff::foreign_extension(name, format) {
        notes.insert(0, ReaderNote::ExtensionMismatch { extension });
    }
    Ok(SourceDocument { name: name.to_owned(), format, sha256: fingerprint(bytes), blocks, notes })
}

/// Reads a document that another program made of an older one; the report names the older one.
///
/// # Errors
/// As for [`read`].
pub fn read_converted(
    name: &str,
    original: &[u8],
    converted: &[u8],
    limits: &Limits,
) -> Result<SourceDocument, ReadError> {
    let mut document = read("converted.docx", converted, limits)?;
    name.rsplit(['/', '\\']).next().unwrap_or(name).clone_into(&mut document.name);
    document.sha256 = fingerprint(original);
    document.notes.insert(0, ReaderNote::Converted);
    Ok(document)
}

fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
