//! The ZIP container of office documents: parts by their names, unpacked within limits.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::budget::Budget;
use super::error::{Limit, ReadError};
use super::xml::{Node, Part};
use super::{Limits, encoding};

/// Most parts of a container; office programs write a few dozen, more for pictures.
const MAX_PARTS: usize = 20_000;

/// A container that is open.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
    max_unpacked: u64,
}

/// A relation from one part to another or to something outside.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub id: String,
    /// What it is, the last piece of its address: `officeDocument`, `styles` …
    pub kind: String,
    /// The name of the part, or the address.
    pub target: String,
    pub is_external: bool,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        // Each part has a header of at least 46 bytes in the directory, and more memory than that when it is read.
        let parts = memchr::memmem::find_iter(bytes, b"PK\x01\x02").take(MAX_PARTS + 1).count();
        if parts > MAX_PARTS {
            return Err(ReadError::too_large(Limit::Parts, parts, MAX_PARTS));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::damaged("ZIP"))?;
        Ok(Archive { zip, unpacked: 0, max_unpacked: limits.max_unpacked_bytes })
    }

    /// Names of all parts, as they are written.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names_raw().map(String::from_utf8_lossy)
    }

    /// Whether a part is encrypted.
    pub fn has_encrypted_part(&mut self) -> bool {
        (0..self.zip.len()).any(|index| self.zip.by_index_raw(index).is_ok_and(|part| part.encrypted()))
    }

    /// The bytes of a part, if there is one of this name; capital letters make no difference.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let name = name.trim_start_matches('/');
        let found = self.names().position(|known| known.replace('\\', "/").eq_ignore_ascii_case(name));
        let Some(index) = found else { return Ok(None) };
        let part = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
            _ => ReadError::damaged(name),
        })?;
        let left = self.max_unpacked.saturating_sub(self.unpacked);
        // What the container says of the size may be wrong, but is a good start.
        let expected = part.size().min(left).min(part.compressed_size().saturating_mul(12));
        let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
        // One byte more shows that there is more.
        part.take(left + 1).read_to_end(&mut bytes).map_err(|_| ReadError::damaged(name))?;
        self.unpacked += bytes.len() as u64;
        if self.unpacked > self.max_unpacked {
            return Err(ReadError::TooLarge {
                limit: Limit::UnpackedBytes,
                found: self.unpacked,
                allowed: self.max_unpacked,
            });
        }
        Ok(Some(bytes))
    }

    /// A part as text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let told = encoding::tell(&bytes, None);
        if told.mark_bytes == 0 && told.encoding == encoding_rs::UTF_8 {
            return String::from_utf8(bytes).map(Some).map_err(|_| ReadError::damaged(name));
        }
        let is_unicode =
            [encoding_rs::UTF_8, encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&told.encoding);
        let (text, has_lost) = encoding::decode(&bytes, told);
        if has_lost || !is_unicode {
            return Err(ReadError::damaged(name));
        }
        Ok(Some(text.into_owned()))
    }

    /// The relations of a part; of the container itself for an empty name.
    pub fn relations(&mut self, part: &str, budget: &Budget) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let mut relations = Vec::new();
        let Some(text) = self.text(&name)? else { return Ok(relations) };
        let mut reader = Part::new(&name, &text, budget);
        loop {
            match reader.next()? {
                Node::Start(element) if element.name() == "Relationship" => {
                    let get = |name| element.attribute(name).map(Cow::into_owned).unwrap_or_default();
                    let is_external = get("TargetMode").eq_ignore_ascii_case("External");
                    let target = get("Target");
                    let target = if is_external { target } else { resolve(folder, &target) };
                    let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    relations.push(Relation { id: get("Id"), kind, target, is_external });
                }
                Node::EndOfPart => return Ok(relations),
                _ => {}
            }
        }
    }
}

/// The name of a part that another one in a folder calls so.
fn resolve(folder: &str, target: &str) -> String {
    let mut names: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|name| !name.is_empty()).collect()
    };
    for name in target.split(['/', '\\']) {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}
