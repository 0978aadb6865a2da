//! Formats of one line of text: numbers and names that are written in a way of their own, one file for each.

mod credit_code;
mod document_number;
mod email;
mod id_number;
mod index_number;
mod law_title;
mod organisation_code;
mod postal_code;

use serde::{Deserialize, Serialize};

use crate::check::Judge;
use crate::path::Path;
use crate::rules::{
    credit_code_invalid, document_number_invalid, document_number_unusual, email_invalid, id_number_invalid,
    index_number_broken, law_title_malformed, organisation_code_invalid, postal_code_invalid,
};

/// How a line of text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TextFormat {
    /// Number of an official document (发文字号).
    DocumentNumber,
    /// Credit code of an organisation (统一社会信用代码).
    CreditCode,
    /// Code of an organisation (组织机构代码).
    OrganisationCode,
    /// Number of an identity card, whole or masked.
    IdNumber,
    /// Index number of public information (索引号).
    IndexNumber,
    /// Postal code.
    PostalCode,
    /// E-mail address.
    Email,
    /// Title of a law or document in 《》.
    LawTitle,
}

/// What a format is made of.
struct Format {
    /// The whole of the format as a pattern, where one expresses it; JSON Schemas say it too.
    pattern: Option<&'static str>,
    /// A value in the format, of nobody in particular.
    example: &'static str,
}

impl TextFormat {
    /// All formats.
    pub const ALL: &[TextFormat] = &[
        TextFormat::DocumentNumber,
        TextFormat::CreditCode,
        TextFormat::OrganisationCode,
        TextFormat::IdNumber,
        TextFormat::IndexNumber,
        TextFormat::PostalCode,
        TextFormat::Email,
        TextFormat::LawTitle,
    ];

    /// The whole of the format as a pattern (ECMA-262 and Rust read it alike), where one expresses it.
    #[must_use]
    pub fn pattern(self) -> Option<&'static str> {
        self.format().pattern
    }

    /// A value in the format, of nobody in particular.
    #[must_use]
    pub fn example(self) -> &'static str {
        self.format().example
    }

    /// Judges a line in this format; says whether it is malformed.
    pub(crate) fn check(self, text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
        match self {
            TextFormat::DocumentNumber => {
                document_number_invalid::check(text, path, judge)
                    || document_number_unusual::check(text, path, judge)
            }
            TextFormat::CreditCode => credit_code_invalid::check(text, path, judge),
            TextFormat::OrganisationCode => organisation_code_invalid::check(text, path, judge),
            TextFormat::IdNumber => id_number_invalid::check(text, path, judge),
            TextFormat::IndexNumber => index_number_broken::check(text, path, judge),
            TextFormat::PostalCode => postal_code_invalid::check(text, path, judge),
            TextFormat::Email => email_invalid::check(text, path, judge),
            TextFormat::LawTitle => law_title_malformed::check_format(text, path, judge),
        }
    }

    fn format(self) -> &'static Format {
        match self {
            TextFormat::DocumentNumber => &document_number::FORMAT,
            TextFormat::CreditCode => &credit_code::FORMAT,
            TextFormat::OrganisationCode => &organisation_code::FORMAT,
            TextFormat::IdNumber => &id_number::FORMAT,
            TextFormat::IndexNumber => &index_number::FORMAT,
            TextFormat::PostalCode => &postal_code::FORMAT,
            TextFormat::Email => &email::FORMAT,
            TextFormat::LawTitle => &law_title::FORMAT,
        }
    }
}
