//! Reads field kinds from compiled packs.
//!
//! The derived reader of a tagged enum first copies the whole object into a tree of its own, which costs 45 KB in the
//! browser; one flat structure holds the parameters of all kinds as well.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::{Field, Kind};
use crate::lexicon::KindName;

#[derive(Deserialize)]
struct Flat {
    #[serde(rename = "type")]
    kind: KindName,
    max_length_chars: Option<u32>,
    unit: Option<String>,
    #[serde(default)]
    integer: bool,
    min: Option<f64>,
    max: Option<f64>,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    open: bool,
    #[serde(default)]
    columns: Vec<Field>,
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let flat = Flat::deserialize(deserializer)?;
        let max_length_chars = flat
            .max_length_chars
            .ok_or_else(|| D::Error::missing_field("max_length_chars"));
        Ok(match flat.kind {
            KindName::Text => Kind::Text { max_length_chars: max_length_chars? },
            KindName::LongText => Kind::LongText { max_length_chars: max_length_chars? },
            KindName::Date => Kind::Date,
            KindName::Period => Kind::Period,
            KindName::Number => Kind::Number {
                unit: flat.unit,
                integer: flat.integer,
                min: flat.min,
                max: flat.max,
            },
            KindName::Money => Kind::Money {
                unit: flat.unit.ok_or_else(|| D::Error::missing_field("unit"))?,
            },
            KindName::Phone => Kind::Phone,
            KindName::Url => Kind::Url,
            KindName::Choice => Kind::Choice { choices: flat.choices, open: flat.open },
            KindName::Choices => Kind::Choices { choices: flat.choices, open: flat.open },
            KindName::Boolean => Kind::Boolean,
            KindName::List => Kind::List { max_length_chars: max_length_chars? },
            KindName::Document => Kind::Document,
            KindName::Table => Kind::Table { columns: flat.columns },
        })
    }
}
