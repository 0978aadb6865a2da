//! Rules of the check that have nothing to say in one of the languages.

use super::Set;
use super::report::{Findings, LintCode, Place};
use crate::blank::is_blank_text;
use crate::report::{Issue, Params, Stage};
use crate::rules::RULES;
use crate::text::{Lang, message};

pub(super) fn check(_set: &Set<'_>, findings: &mut Findings) {
    for rule in RULES {
        let issue = Issue {
            code: rule.code,
            severity: rule.severity(Stage::Publish).unwrap_or(rule.publish),
            blocks: rule.blocks,
            path: String::new(),
            element: None,
            params: Params::default(),
            basis: None,
            repair: None,
        };
        for (lang, name) in [(Lang::Zh, "zh-CN"), (Lang::En, "en")] {
            if is_blank_text(&message(&issue, lang)) {
                let code = rule.code.as_str();
                let place = Place { rule: Some(code.to_owned()), ..Place::default() };
                findings.add(LintCode::RuleUnsaid, place, &[("rule", code), ("lang", name)]);
            }
        }
    }
}
