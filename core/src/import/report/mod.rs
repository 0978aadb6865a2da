//! What an import says: what was understood, what was assumed, what was not understood, each with its place.

mod clause;
mod field;

use std::borrow::Cow;

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};

use crate::text::Lang;

use super::notes::NoteKind;
use super::table::{ReaderNote, SourceFormat};

pub use clause::ParsedClause;
pub use field::{Certainty, Field};

/// Name and version of the format of the report.
pub const FORMAT: &str = "gongkai-import/1";

/// A word of a fixed list. It has a name of its own because serde takes a reference for a part of the text it reads.
pub type Word = &'static str;

/// What became of a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImportReport {
    /// Always `gongkai-import/1`.
    #[serde(deserialize_with = "format")]
    pub format: Word,
    /// Whether tables were understood.
    pub outcome: Outcome,
    /// Why the document was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Told>,
    /// The document.
    pub document: DocumentIdentity,
    /// The domains in it, in its order.
    pub domains: Vec<ImportedDomain>,
    /// What was assumed, and what was left out because it is no information.
    pub assumed: Vec<Note>,
    /// What a person has to look at.
    pub not_understood: Vec<Note>,
    /// How many fields of items were understood, assumed, not understood.
    pub counts: Counts,
}

/// Whether tables were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a document is taken or not")]
pub enum Outcome {
    /// At least one table was understood.
    Ok,
    /// Nothing was taken.
    Refused,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Told {
    /// Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
    /// English.
    pub en: String,
}

impl Told {
    pub(crate) fn new(zh_cn: impl Into<String>, en: impl Into<String>) -> Self {
        Told { zh_cn: zh_cn.into(), en: en.into() }
    }

    /// The sentence in one language.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            _ => &self.zh_cn,
        }
    }
}

/// Which document it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DocumentIdentity {
    /// Name of the file.
    pub name: String,
    /// Format of its content.
    pub format: SourceFormat,
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// What the reader assumed or left out.
    pub notes: Vec<ReaderNote>,
}

/// Fields of items by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counts {
    /// Items.
    pub items: usize,
    /// Fields that say what is printed.
    pub understood: usize,
    /// Fields filled by an assumption.
    pub assumed: usize,
    /// Fields that a person has to look at.
    pub not_understood: usize,
}

/// One domain's table.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImportedDomain {
    /// Name of the domain: 义务教育. Empty where the document does not say it.
    pub name: String,
    /// Title as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Name of the sheet, in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The items in the order of the table.
    pub items: Vec<ImportedItem>,
}

/// One item, as the table prints it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImportedItem {
    /// Number as printed.
    pub row: Option<String>,
    /// First-level heading (一级事项).
    pub level1: Option<String>,
    /// Name of the item (二级事项).
    pub level2: Option<String>,
    /// Elements (公开内容).
    pub elements: Vec<String>,
    /// Laws and documents (公开依据).
    pub basis: Vec<String>,
    /// Time limit as printed, without blanks inside words.
    pub time_limit: Option<String>,
    /// What the time limit was read as.
    pub time_limit_parsed: Vec<ParsedClause>,
    /// Who publishes (公开主体).
    pub subject: Option<String>,
    /// Ticked channels. None: the row does not tell.
    pub channels: Option<Vec<String>>,
    /// To whom (公开对象).
    pub audience: ImportedAudience,
    /// 主动, 依申请. None: the row does not tell.
    #[serde(deserialize_with = "methods")]
    pub method: Option<Vec<&'static str>>,
    /// Ticked levels by their headings. None: the row does not tell.
    pub levels: Option<Vec<String>>,
    /// Where it stands and what is printed there.
    pub source: ItemSource,
}

/// To whom an item is made public, as far as the row tells.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImportedAudience {
    /// To everybody. None: the row does not tell.
    pub all: Option<bool>,
    /// To a named group.
    pub specific: Option<String>,
}

impl ImportedAudience {
    /// What a person says, who knows whether it is everybody.
    #[must_use]
    pub fn decided(is_everybody: bool, group: Option<String>) -> Self {
        ImportedAudience { all: Some(is_everybody), specific: group }
    }
}

/// Where an item stands in the document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ItemSource {
    /// Table, counted from 1.
    pub table: u32,
    /// Rows of the table, counted from 1.
    pub rows: Vec<u32>,
    /// The cell and the printed text of each field.
    pub cells: Vec<FieldSource>,
}

/// Where a field of an item stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FieldSource {
    /// Name of the field, as in the item.
    pub field: Field,
    /// The cell, `D7`.
    pub cell: String,
    /// What is printed there.
    pub printed: String,
    /// What became of it.
    pub certainty: Certainty,
}

/// Something assumed or not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Note {
    /// What kind of thing it is.
    pub kind: NoteKind,
    /// Number of the item as printed. None: the whole document or domain.
    pub row: Option<String>,
    /// The domain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Name of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The field, or the heading of a column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// What is printed there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// What it means, in both languages.
    pub message: Told,
}

/// The place of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Address {
    /// Name of the sheet, in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Table, counted from 1.
    pub table: u32,
    /// Row, counted from 1.
    pub row: u32,
    /// Column, counted from 1.
    pub column: u32,
    /// The same in letters and numbers, `D7`.
    pub cell: String,
}

/// The ways of disclosure as tables print them.
pub(super) const METHODS: [&str; 2] = ["主动", "依申请"];

fn format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    one_of(&Cow::<str>::deserialize(deserializer)?, &[FORMAT])
}

fn methods<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<&'static str>>, D::Error> {
    let methods: Option<Vec<Cow<'_, str>>> = Option::deserialize(deserializer)?;
    methods.map(|methods| methods.iter().map(|method| one_of(method, &METHODS)).collect()).transpose()
}

/// The known word that a text is.
pub(super) fn one_of<E: Error>(text: &str, known: &[&'static str]) -> Result<&'static str, E> {
    let found = known.iter().find(|word| **word == text).copied();
    found.ok_or_else(|| E::custom(format_args!("{text:?} is none of {known:?}")))
}

/// The name of a cell in letters and numbers; row and column are counted from 0.
pub(crate) fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        assert_eq!(cell_name(0, 0), "A1");
        assert_eq!(cell_name(6, 25), "Z7");
        assert_eq!(cell_name(6, 26), "AA7");
        assert_eq!(cell_name(9, 701), "ZZ10");
        assert_eq!(cell_name(9, 702), "AAA10");
    }
}
