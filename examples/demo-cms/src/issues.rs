//! Findings of a check as the pages list them.

use gongkai_core::report::Issue;
use gongkai_core::text::{Lang, hint, message, part_name};
use gongkai_core::{Report, Severity};

use crate::texts;

/// One finding in words.
#[derive(Debug, Clone)]
pub(crate) struct ShownIssue {
    pub code: &'static str,
    pub path: String,
    pub blocks: bool,
    /// How much it weighs, for the style sheet.
    pub severity: &'static str,
    pub severity_name: &'static str,
    /// Where, in words.
    pub place: String,
    pub message: String,
    pub hint: Option<String>,
    pub basis: Option<String>,
}

/// The findings of a report in words.
pub(crate) fn in_words(report: &Report, lang: Lang) -> Vec<ShownIssue> {
    report.issues.iter().map(|issue| in_words_one(issue, lang)).collect()
}

fn in_words_one(issue: &Issue, lang: Lang) -> ShownIssue {
    let texts = texts::of(lang);
    let (severity, severity_name) = match issue.severity {
        Severity::Error => ("error", texts.severity_error),
        Severity::Warning => ("warning", texts.severity_warning),
        Severity::Advice => ("advice", texts.severity_advice),
    };
    let place = issue.element.clone().unwrap_or_else(|| {
        let first = issue.path.split('/').nth(1).unwrap_or_default();
        if first == "channels" { texts.channels.to_owned() } else { part_name(first, lang).to_owned() }
    });
    ShownIssue {
        code: issue.code.as_str(),
        path: issue.path.clone(),
        blocks: issue.blocks,
        severity,
        severity_name,
        place,
        message: message(issue, lang),
        hint: hint(issue, lang),
        basis: issue.basis.clone(),
    }
}
