//! How an entry is to be judged.

use gongkai_core::{Stage, date};
use jiff::civil::Date;
use serde_json::Value;

use crate::answer::Failure;

/// What `gongkai_check` is told beside the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    pub today: Date,
    pub stage: Stage,
    pub is_told: bool,
}

impl Options {
    /// Reads the JSON object; a member that is none of ours is a slip of the pen and not passed over.
    pub fn read(text: &str) -> Result<Self, Failure> {
        let invalid = |why: &str| Failure::new("options-invalid", why);
        let options: Value =
            serde_json::from_str(text).map_err(|error| Failure::new("options-invalid", error))?;
        let members = options.as_object().ok_or_else(|| invalid("they are no object"))?;
        let (mut today, mut stage, mut is_told) = (None, Stage::Publish, false);
        for (name, value) in members {
            match (name.as_str(), value) {
                ("today", Value::String(day)) => today = date::parse(day),
                ("stage", Value::String(name)) if name == "draft" => stage = Stage::Draft,
                ("stage", Value::String(name)) if name == "publish" => stage = Stage::Publish,
                ("told", Value::Bool(told)) => is_told = *told,
                _ => return Err(invalid(&format!("`{name}` is no option, or this is no value for it"))),
            }
        }
        let today = today.ok_or_else(|| invalid("`today` is missing or no day, YYYY-MM-DD"))?;
        Ok(Options { today, stage, is_told })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishing_is_what_is_judged_unless_told_otherwise() {
        let read = |text| Options::read(text).map_err(|failure| failure.code);
        let options = read(r#"{"today":"2026-09-01"}"#).expect("they are valid");
        assert_eq!((options.stage, options.is_told), (Stage::Publish, false));
        let options = read(r#"{"today":"2026-09-01","stage":"draft","told":true}"#).expect("they are valid");
        assert_eq!((options.stage, options.is_told), (Stage::Draft, true));
        for wrong in
            ["", "[]", "{}", r#"{"today":"yesterday"}"#, r#"{"today":"2026-09-01","stages":"draft"}"#]
        {
            assert_eq!(read(wrong), Err("options-invalid"), "{wrong}");
        }
    }
}
