//! How an entry is to be judged, or read.

use gongkai_core::text::Lang;
use gongkai_core::{Stage, date};
use jiff::civil::Date;
use serde_json::{Map, Value};

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
        let (mut today, mut stage, mut is_told) = (None, Stage::Publish, false);
        for (name, value) in &members(text)? {
            match (name.as_str(), value) {
                ("today", Value::String(day)) => today = date::parse(day),
                ("stage", Value::String(name)) if name == "draft" => stage = Stage::Draft,
                ("stage", Value::String(name)) if name == "publish" => stage = Stage::Publish,
                ("told", Value::Bool(told)) => is_told = *told,
                _ => return Err(unknown(name)),
            }
        }
        let today = today.ok_or_else(|| invalid("`today` is missing or no day, YYYY-MM-DD"))?;
        Ok(Options { today, stage, is_told })
    }
}

/// What `gongkai_reading` is told beside the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadingOptions {
    pub lang: Lang,
    pub is_html: bool,
}

impl ReadingOptions {
    /// Reads the JSON object, as strictly as [`Options::read`].
    pub fn read(text: &str) -> Result<Self, Failure> {
        let mut options = ReadingOptions { lang: Lang::Zh, is_html: false };
        for (name, value) in &members(text)? {
            match (name.as_str(), value) {
                ("lang", Value::String(tag)) => options.lang = Lang::from_tag(tag),
                ("html", Value::Bool(html)) => options.is_html = *html,
                _ => return Err(unknown(name)),
            }
        }
        Ok(options)
    }
}

fn members(text: &str) -> Result<Map<String, Value>, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::new("options-invalid", error))
}

fn invalid(why: &str) -> Failure {
    Failure::new("options-invalid", why)
}

fn unknown(name: &str) -> Failure {
    invalid(&format!("`{name}` is no option, or this is no value for it"))
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

    #[test]
    fn a_reading_is_chinese_data_unless_told_otherwise() {
        let read = |text| ReadingOptions::read(text).map_err(|failure| failure.code);
        assert_eq!(read("{}"), Ok(ReadingOptions { lang: Lang::Zh, is_html: false }));
        assert_eq!(
            read(r#"{"lang":"en","html":true}"#),
            Ok(ReadingOptions { lang: Lang::En, is_html: true })
        );
        for wrong in ["", "[]", r#"{"html":"yes"}"#, r#"{"today":"2026-09-01"}"#] {
            assert_eq!(read(wrong), Err("options-invalid"), "{wrong}");
        }
    }
}
