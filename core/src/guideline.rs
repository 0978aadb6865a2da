//! What an author writes: one edition of one domain's guideline table, row by row.

use serde::{Deserialize, Serialize};

/// Name and version of the guideline source format.
pub const FORMAT: &str = "gongkai-guideline/1";

/// One edition of one domain's table (标准指引), as kept in `guideline.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guideline {
    /// Always `gongkai-guideline/1`.
    pub format: String,
    /// Two-digit code of the domain, `24`.
    pub code: String,
    /// ASCII name of the domain for paths and addresses, `compulsory-education`.
    pub slug: String,
    /// Name of the domain (领域), `义务教育`.
    pub name: String,
    /// Title of the guideline document.
    pub title: String,
    /// Body that issued it.
    pub issuer: String,
    /// The notice that it was issued with, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_in: Option<String>,
    /// Document number (发文字号) of that notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<String>,
    /// Date of that notice, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
    /// Edition of the table, `2019.1`.
    pub edition: String,
    /// First day on which this edition holds, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Last day on which this edition holds, `YYYY-MM-DD`. Defaults to no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    /// What the author says to the findings of the lint.
    #[serde(default, skip_serializing_if = "LintNotes::is_empty")]
    pub lint: LintNotes,
    /// The rows.
    #[serde(default)]
    pub items: Vec<Row>,
}

/// What an author says to the findings of the lint, in a guideline or in the lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LintNotes {
    /// Findings that are known and stay. Defaults to none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<AcceptedFinding>,
}

impl LintNotes {
    fn is_empty(&self) -> bool {
        self.accepted.is_empty()
    }
}

/// One finding, or several of a kind, that an author accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptedFinding {
    /// Code of the finding, `channels-missing`.
    pub code: String,
    /// Id of the item that it concerns; in the lexicon the name of the rule. Defaults to all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Name of the element that it concerns. Defaults to all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// Why it stays.
    pub reason: String,
}

/// One row of the table: one thing that has to be made public (二级事项).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Stable ASCII id. Defaults to the pinyin of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// First-level heading (一级事项).
    pub category: String,
    /// Name of the item (二级事项). Absent where the table prints a dash; the category then serves as name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What kind of item it is. Defaults to what the lexicon decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ItemKind>,
    /// What has to be made public (公开内容（要素）).
    #[serde(default)]
    pub elements: Vec<ElementSource>,
    /// Laws and documents that require it (公开依据).
    #[serde(default)]
    pub basis: Vec<String>,
    /// Time limit as printed (公开时限). Absent where none was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<String>,
    /// Who publishes (公开主体).
    pub publisher: String,
    /// Through which channels (公开渠道和载体).
    #[serde(default)]
    pub channels: Vec<String>,
    /// To whom (公开对象).
    pub audience: Audience,
    /// In which way (公开方式).
    #[serde(default)]
    pub methods: Vec<Method>,
    /// At which levels of government (公开层级), as printed. Empty means not stated.
    #[serde(default)]
    pub levels: Vec<String>,
    /// Where the row is known from.
    pub provenance: Provenance,
}

/// One element: its name alone, or its name with what the author decides about its field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ElementSource {
    /// The lexicon decides the rest.
    Name(String),
    /// Name and overrides.
    Full(Box<ElementOverride>),
}

impl ElementSource {
    /// The element's name as printed.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            ElementSource::Name(name) => name,
            ElementSource::Full(full) => &full.name,
        }
    }
}

/// An element with what its author fixes; what is left out the lexicon decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct ElementOverride {
    /// Name as printed.
    pub name: String,
    /// Stable ASCII key. Defaults to the pinyin of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Whether an entry cannot be published without it. Defaults to what the lexicon decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// The field. Defaults to what the lexicon decides.
    #[serde(flatten)]
    pub field: Option<crate::lexicon::FieldSpec>,
}

/// What kind of thing an item asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ItemKind {
    /// Many instances of one thing: schools, clinics, families on a list.
    Register,
    /// Documents, one entry each.
    Documents,
    /// A service guide (办事指南), one entry for each service.
    Guide,
    /// One entry that is kept up to date.
    Single,
}

/// To whom an item is made public (公开对象).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// To everybody (全社会). Defaults to false.
    #[serde(default)]
    pub everyone: bool,
    /// To a named group (特定群体). Defaults to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// Way of disclosure (公开方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Method {
    /// 主动: without being asked.
    Proactive,
    /// 依申请: on application.
    OnRequest,
}

/// Whether a row was read in a published table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Read in at least one published table.
    Seen,
    /// Known from the guideline's general content; to be confirmed against the official text.
    Recalled,
}

/// Where a row is known from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Seen or recalled.
    pub mark: Mark,
    /// In how many published tables it was seen.
    #[serde(default)]
    pub sightings: u32,
    /// Addresses of those on government domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// What differs between copies, what is doubtful.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it stands in the document that it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<ImportedFrom>,
}

/// The place of a row in the document that it was imported from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportedFrom {
    /// Name of the file.
    pub document: String,
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Name of the sheet, in a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Table of the document, counted from 1.
    pub table: u32,
    /// Rows of the table, counted from 1.
    pub rows: Vec<u32>,
    /// The cells of each column, `D7`.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub cells: std::collections::BTreeMap<String, Vec<String>>,
}

#[cfg(feature = "compile")]
impl Guideline {
    /// Reads a guideline from the text of its `guideline.toml`.
    ///
    /// # Errors
    /// The text is not TOML, a key is unknown or missing, or the format is another one.
    pub fn from_toml(text: &str) -> Result<Self, crate::compile::CompileError> {
        crate::compile::read_toml(text, FORMAT, |source: &Self| &source.format)
    }
}
