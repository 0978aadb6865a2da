//! All sentences about issues, in Chinese and English; made from code and parameters alone.
//!
//! Each rule brings its sentences along in its own file, as templates.

mod names;
mod template;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::blank::is_blank_text;
use crate::report::{Issue, Report};
use crate::rules;

pub use names::{part_help, part_name, value_name};

/// Languages of the user interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// The language for a BCP 47 tag: English for `en` and its variants, Chinese otherwise.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") { Lang::En } else { Lang::Zh }
    }
}

/// What an issue says.
#[must_use]
pub fn message(issue: &Issue, lang: Lang) -> String {
    let rule = rules::rule(issue.code);
    template::render(rule.message.pick(lang), issue, lang)
}

/// What to do about an issue, where that can be said; values are shown only as a proposed repair.
#[must_use]
pub fn hint(issue: &Issue, lang: Lang) -> Option<String> {
    let repair = match &issue.repair {
        Some(Value::String(text)) => text.clone(),
        Some(other) => json(other),
        None => {
            let hint = rules::rule(issue.code).hint?;
            return Some(template::render(hint.pick(lang), issue, lang));
        }
    };
    (!is_blank_text(&repair)).then(|| match lang {
        Lang::Zh => format!("是否应为：{repair}"),
        Lang::En => format!("perhaps: {repair}"),
    })
}

/// Adds a text to HTML, as text or within an attribute.
pub(crate) fn push_escaped(html: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

/// As JSON; the `Display` of a value does the same, but brings a second writer along into the browser.
pub(crate) fn json(value: &Value) -> String {
    serde_json::to_string(value).expect("the keys of a value are texts")
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// In Chinese.
    #[serde(rename = "zh-CN")]
    pub zh: String,
    /// In English.
    pub en: String,
}

/// An issue with its sentences, for hosts that do not link this crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToldIssue {
    /// The issue.
    #[serde(flatten)]
    pub issue: Issue,
    /// What it says.
    pub message: Sentences,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Sentences>,
}

impl Issue {
    /// The issue with its sentences in both languages.
    #[must_use]
    pub fn told(&self) -> ToldIssue {
        let both = |zh: Option<String>, en: Option<String>| Some(Sentences { zh: zh?, en: en? });
        ToldIssue {
            message: Sentences { zh: message(self, Lang::Zh), en: message(self, Lang::En) },
            hint: both(hint(self, Lang::Zh), hint(self, Lang::En)),
            issue: self.clone(),
        }
    }
}

impl Report {
    /// The report as JSON with the sentences of each issue in both languages, for hosts that do not link this crate.
    #[must_use]
    pub fn told(&self) -> Value {
        let mut report = serde_json::to_value(self).expect("a report is plain data");
        report["issues"] = self
            .issues
            .iter()
            .map(|issue| serde_json::to_value(issue.told()).expect("an issue is plain data"))
            .collect();
        report
    }
}
