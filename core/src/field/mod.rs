//! Fields: what an element becomes in a form, one file for each kind.

mod boolean;
mod choice;
mod date;
mod document;
mod format;
mod group;
mod list;
mod members;
mod money;
mod number;
mod period;
mod phone;
mod table;
mod text;
mod url;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;

pub use document::parts as document_parts;
pub use format::TextFormat;
pub(crate) use members::{Members, check_among, check_members, check_values, members_schema, name_unknown};
pub use money::UNITS as MONEY_UNITS;
pub use number::parse as parse_number;
pub(crate) use number::plain as plain_number;

/// One field of a form, made from one element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Field {
    /// Stable ASCII key, unique in its item; the key in `elements` of an entry.
    pub key: String,
    /// Name of the element as printed.
    pub name: String,
    /// Whether an entry cannot be published without it. Defaults to false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// What it holds.
    pub kind: Kind,
    /// What helps the editor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Help>,
    /// Heading that the element stands under, when its printed name begins with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// What stands between a heading and the element in a printed name.
const HEADING_END: char = '：';

impl Field {
    /// The name without the heading that the element stands under.
    #[must_use]
    pub fn label(&self) -> &str {
        without_heading(&self.name, self.group.as_deref())
    }

    /// A required part whose name is its key; `text.rs` names it in the user's language.
    pub(crate) fn part(key: &str, kind: Kind) -> Self {
        Field { key: key.to_owned(), name: key.to_owned(), required: true, kind, help: None, group: None }
    }

    pub(crate) fn optional(mut self) -> Self {
        self.required = false;
        self
    }
}

/// The name of an element without the heading that it stands under.
#[must_use]
pub fn without_heading<'a>(name: &'a str, heading: Option<&str>) -> &'a str {
    heading
        .and_then(|heading| name.strip_prefix(heading)?.strip_prefix(HEADING_END))
        .filter(|label| !label.is_empty())
        .unwrap_or(name)
}

/// A short text in both languages of the user interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// In Chinese.
    #[serde(rename = "zh-CN")]
    pub zh: String,
    /// In English.
    pub en: String,
}

/// What a field holds, with the limits of its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// One line of text. JSON string.
    Text {
        /// Longest text in characters.
        max_length_chars: u32,
        /// How it is written. Defaults to freely.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<TextFormat>,
    },
    /// Several lines of text. JSON string.
    LongText {
        /// Longest text in characters.
        max_length_chars: u32,
    },
    /// A day. JSON string `YYYY-MM-DD`.
    Date,
    /// From one day to another, both included. JSON object `start`, `end`.
    Period,
    /// A number. JSON number.
    Number {
        /// Unit, shown behind the number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// Whether it is a count. Defaults to false.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        integer: bool,
        /// Smallest number allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// Largest number allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
    },
    /// An amount of money. JSON object `amount` (decimal as string, exact), `unit`.
    Money {
        /// Unit that a new value starts with: 元, 万元 or 亿元.
        unit: String,
    },
    /// One or more telephone numbers, separated by 、. JSON string.
    Phone,
    /// An address on the web. JSON string.
    Url,
    /// One of several values. JSON string.
    Choice {
        /// The values.
        choices: Vec<String>,
        /// Whether other values are possible. Defaults to false.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        open: bool,
    },
    /// Some of several values. JSON array of strings.
    Choices {
        /// The values.
        choices: Vec<String>,
        /// Whether other values are possible. Defaults to false.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        open: bool,
    },
    /// Yes or no. JSON boolean.
    Boolean,
    /// Several short texts. JSON array of strings.
    List {
        /// Longest text of one line in characters.
        max_length_chars: u32,
    },
    /// One or more documents. JSON array of objects `title`, `number`, `date`, `link`.
    Document {
        /// Title of the document, where the table names one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    /// One thing with several parts. JSON object.
    Group {
        /// The parts.
        fields: Vec<Field>,
    },
    /// Rows with columns. JSON array of objects.
    Table {
        /// The columns.
        columns: Vec<Field>,
    },
}

impl Kind {
    /// One line of text, written freely.
    #[must_use]
    pub fn line(max_length_chars: u32) -> Self {
        Kind::Text { max_length_chars, format: None }
    }

    /// Whether the kind fits into one cell of a table.
    #[must_use]
    pub fn fits_a_cell(&self) -> bool {
        !matches!(
            self,
            Kind::Period
                | Kind::Money { .. }
                | Kind::Choices { .. }
                | Kind::List { .. }
                | Kind::Document { .. }
                | Kind::Group { .. }
                | Kind::Table { .. }
        )
    }

    /// Whether the kind can be a part of a group.
    #[must_use]
    pub fn fits_a_group(&self) -> bool {
        self.fits_a_cell() || matches!(self, Kind::Period | Kind::Money { .. } | Kind::Choices { .. })
    }

    /// Judges a value that is not blank.
    pub(crate) fn check<'a>(&'a self, value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'a>) {
        match self {
            Kind::Text { max_length_chars, format } => {
                text::check_line(value, *max_length_chars, *format, path, judge);
            }
            Kind::LongText { max_length_chars } => {
                text::check_text(value, *max_length_chars, path, judge);
            }
            Kind::Date => date::check(value, path, judge),
            Kind::Period => period::check(value, path, judge),
            Kind::Number { integer, min, max, .. } => {
                number::check(value, *integer, *min, *max, path, judge);
            }
            Kind::Money { .. } => money::check(value, path, judge),
            Kind::Phone => phone::check(value, path, judge),
            Kind::Url => url::check(value, path, judge),
            Kind::Choice { choices, open } => {
                choice::check_one(value, choices, *open, path, judge);
            }
            Kind::Choices { choices, open } => {
                choice::check_several(value, choices, *open, path, judge);
            }
            Kind::Boolean => boolean::check(value, path, judge),
            Kind::List { max_length_chars } => list::check(value, *max_length_chars, path, judge),
            Kind::Document { .. } => document::check(value, path, judge),
            Kind::Group { fields } => group::check(value, fields, path, judge),
            Kind::Table { columns } => table::check(value, columns, path, judge),
        }
    }

    /// The JSON Schema of a value that is not blank.
    pub(crate) fn schema(&self) -> Value {
        match self {
            Kind::Text { max_length_chars, format } => text::line_schema(*max_length_chars, *format),
            Kind::LongText { max_length_chars } => text::text_schema(*max_length_chars),
            Kind::Date => definition("date"),
            Kind::Period => definition("period"),
            Kind::Number { unit, integer, min, max } => number::schema(unit.as_deref(), *integer, *min, *max),
            Kind::Money { .. } => definition("money"),
            Kind::Phone => definition("phone"),
            Kind::Url => definition("url"),
            Kind::Choice { choices, open } => choice::one_schema(choices, *open),
            Kind::Choices { choices, open } => choice::several_schema(choices, *open),
            Kind::Boolean => json!({ "type": "boolean" }),
            Kind::List { max_length_chars } => list::schema(*max_length_chars),
            Kind::Document { .. } => definition("documents"),
            Kind::Group { fields } => group::schema(fields),
            Kind::Table { columns } => table::schema(columns),
        }
    }

    /// A value that passes, made for a field of this name.
    pub(crate) fn example(&self, name: &str, today: jiff::civil::Date) -> Value {
        match self {
            Kind::Text { format: Some(format), .. } => json!(format.example()),
            Kind::Text { max_length_chars, .. } => text::example(name, *max_length_chars),
            Kind::LongText { max_length_chars } => text::example(name, *max_length_chars),
            Kind::Date => json!(crate::date::write(today)),
            Kind::Period => period::example(today),
            Kind::Number { min, max, .. } => number::example(*min, *max),
            Kind::Money { unit } => money::example(unit),
            Kind::Phone => json!("0736-7111111"),
            Kind::Url => json!("https://www.example.gov.cn/"),
            Kind::Choice { choices, .. } => json!(choices.first()),
            Kind::Choices { choices, .. } => json!(choices.iter().take(2).collect::<Vec<_>>()),
            Kind::Boolean => json!(true),
            Kind::List { max_length_chars } => list::example(name, *max_length_chars),
            Kind::Document { title } => document::example(name, title.as_deref(), today),
            Kind::Group { fields } => group::example(fields, today),
            Kind::Table { columns } => table::example(columns, today),
        }
    }
}

/// The definitions that the JSON Schema of every item refers to.
pub(crate) fn schema_definitions() -> Vec<(&'static str, Value)> {
    vec![
        ("blank", text::blank_schema()),
        ("line", text::line_definition()),
        ("date", date::schema()),
        ("period", period::schema()),
        ("money", money::schema()),
        ("phone", phone::schema()),
        ("url", url::schema()),
        ("documents", document::schema()),
    ]
}

fn definition(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The JSON Schema of a value that may also be left blank.
pub(crate) fn or_blank(schema: Value) -> Value {
    json!({ "anyOf": [schema, definition("blank")] })
}
