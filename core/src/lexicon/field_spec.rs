//! A field as an author describes it, in a lexicon or a guideline, and the field kind that it means.

use serde::{Deserialize, Serialize};

use crate::field::{Field, Help, Kind, TextFormat};

/// A field as an author describes it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct FieldSpec {
    /// Kind of field. Defaults to what the lexicon decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindName>,
    /// Values to choose from, for `choice` and `choices`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Whether other values than the listed ones are possible. Defaults to false.
    #[serde(default)]
    pub open: bool,
    /// Unit of a number; default unit of an amount of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether a number is a count. Defaults to false.
    #[serde(default)]
    pub integer: bool,
    /// Smallest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Largest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Longest text in characters. Defaults to 200 for one line, 20,000 for several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length_chars: Option<u32>,
    /// How one line of text is written. Defaults to freely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<TextFormat>,
    /// Whether the name is the title of the document that is asked for. Defaults to false.
    #[serde(default)]
    pub titled: bool,
    /// Columns of a table, parts of a group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnSpec>,
    /// What helps the editor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Help>,
}

/// One column of a table or part of a group as an author describes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct ColumnSpec {
    /// ASCII key.
    pub key: String,
    /// Heading.
    pub name: String,
    /// Whether a row must fill it. Defaults to true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// What it holds.
    #[serde(flatten)]
    pub field: FieldSpec,
}

/// Names of the field kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is a file in field/")]
pub enum KindName {
    Text,
    LongText,
    Date,
    Period,
    Number,
    Money,
    Phone,
    Url,
    Choice,
    Choices,
    Boolean,
    List,
    Document,
    Group,
    Table,
}

impl From<&Kind> for KindName {
    fn from(kind: &Kind) -> Self {
        match kind {
            Kind::Text { .. } => KindName::Text,
            Kind::LongText { .. } => KindName::LongText,
            Kind::Date => KindName::Date,
            Kind::Period => KindName::Period,
            Kind::Number { .. } => KindName::Number,
            Kind::Money { .. } => KindName::Money,
            Kind::Phone => KindName::Phone,
            Kind::Url => KindName::Url,
            Kind::Choice { .. } => KindName::Choice,
            Kind::Choices { .. } => KindName::Choices,
            Kind::Boolean => KindName::Boolean,
            Kind::List { .. } => KindName::List,
            Kind::Document { .. } => KindName::Document,
            Kind::Group { .. } => KindName::Group,
            Kind::Table { .. } => KindName::Table,
        }
    }
}

/// The title that a table prints in book-title marks.
fn bare_title(name: &str) -> String {
    let inner = name.strip_prefix('《').and_then(|name| name.strip_suffix('》'));
    inner.filter(|inner| !inner.contains('》')).unwrap_or(name).to_owned()
}

/// The author described a field that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldSpecError {
    /// No kind and no rule that gives one.
    #[error("no kind is given")]
    KindMissing,
    /// A choice without values.
    #[error("a choice needs values to choose from")]
    ChoicesMissing,
    /// A table without columns, a group without parts.
    #[error("a table or group needs columns")]
    ColumnsMissing,
    /// A column that is itself a table, a document or a list.
    #[error("column {0:?} is of a kind that does not fit into a cell")]
    ColumnNotScalar(String),
    /// A part of a group that is itself a group, a table, a document or a list.
    #[error("part {0:?} is of a kind that does not fit into a group")]
    PartNotScalar(String),
    /// An amount of money in a unit that is not one.
    #[error("{0:?} is not a unit of money, expected one of 元, 万元, 亿元")]
    MoneyUnitUnknown(String),
}

impl FieldSpec {
    /// Fills what this description leaves out from another one.
    #[must_use]
    pub fn or(&self, fallback: &FieldSpec) -> FieldSpec {
        // Parameters belong to their kind: once the kind is fixed here, nothing of another one may leak in.
        if self.kind.is_some() && self.kind != fallback.kind {
            return self.clone();
        }
        let pick_list =
            |own: &Vec<String>, other: &Vec<String>| if own.is_empty() { other } else { own }.clone();
        FieldSpec {
            kind: self.kind.or(fallback.kind),
            choices: pick_list(&self.choices, &fallback.choices),
            open: self.open || (self.choices.is_empty() && fallback.open),
            unit: self.unit.clone().or_else(|| fallback.unit.clone()),
            integer: self.integer || fallback.integer,
            min: self.min.or(fallback.min),
            max: self.max.or(fallback.max),
            max_length_chars: self.max_length_chars.or(fallback.max_length_chars),
            format: self.format.or(fallback.format),
            titled: self.titled || fallback.titled,
            columns: if self.columns.is_empty() { &fallback.columns } else { &self.columns }.clone(),
            help: self.help.clone().or_else(|| fallback.help.clone()),
        }
    }

    /// The field kind that this describes for an element of this name.
    ///
    /// # Errors
    /// No kind, a choice without values, a table or group without columns or with nested ones, an unknown unit of money.
    pub fn kind(&self, name: &str) -> Result<Kind, FieldSpecError> {
        let choices = || {
            if self.choices.is_empty() {
                return Err(FieldSpecError::ChoicesMissing);
            }
            Ok(self.choices.clone())
        };
        Ok(match self.kind.ok_or(FieldSpecError::KindMissing)? {
            KindName::Text => {
                Kind::Text { max_length_chars: self.max_length_chars.unwrap_or(200), format: self.format }
            }
            KindName::LongText => {
                Kind::LongText { max_length_chars: self.max_length_chars.unwrap_or(20_000) }
            }
            KindName::Date => Kind::Date,
            KindName::Period => Kind::Period,
            KindName::Number => {
                Kind::Number { unit: self.unit.clone(), integer: self.integer, min: self.min, max: self.max }
            }
            KindName::Money => {
                let unit = self.unit.clone().unwrap_or_else(|| "元".to_owned());
                if !crate::field::MONEY_UNITS.contains(&unit.as_str()) {
                    return Err(FieldSpecError::MoneyUnitUnknown(unit));
                }
                Kind::Money { unit }
            }
            KindName::Phone => Kind::Phone,
            KindName::Url => Kind::Url,
            KindName::Choice => Kind::Choice { choices: choices()?, open: self.open },
            KindName::Choices => Kind::Choices { choices: choices()?, open: self.open },
            KindName::Boolean => Kind::Boolean,
            KindName::List => Kind::List { max_length_chars: self.max_length_chars.unwrap_or(500) },
            KindName::Document => Kind::Document { title: self.titled.then(|| bare_title(name)) },
            KindName::Group => {
                Kind::Group { fields: self.members(Kind::fits_a_group, FieldSpecError::PartNotScalar)? }
            }
            KindName::Table => {
                Kind::Table { columns: self.members(Kind::fits_a_cell, FieldSpecError::ColumnNotScalar)? }
            }
        })
    }

    fn members(
        &self,
        fits: fn(&Kind) -> bool,
        misfit: fn(String) -> FieldSpecError,
    ) -> Result<Vec<Field>, FieldSpecError> {
        if self.columns.is_empty() {
            return Err(FieldSpecError::ColumnsMissing);
        }
        self.columns
            .iter()
            .map(|column| {
                let kind = column.field.kind(&column.name)?;
                if !fits(&kind) {
                    return Err(misfit(column.name.clone()));
                }
                Ok(Field {
                    key: column.key.clone(),
                    name: column.name.clone(),
                    required: column.required.unwrap_or(true),
                    kind,
                    help: column.field.help.clone(),
                    group: None,
                })
            })
            .collect()
    }
}
