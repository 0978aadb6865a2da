//! `personal-data-likely`: what is probably personal data.
//!
//! ## What it checks
//! The same as `personal-data-exposed`, where an office may publish such a thing or the number may be something else; mobile numbers in a field that asks for a telephone are always among these.
//!
//! ## Why
//! A person has to look: whether the number is that of an office, or somebody's own.
//!
//! ## Example
//! `13800138000` as the telephone of an office: `personal-data-likely`, repair `138****8000`.

use serde_json::json;

use super::{Rule, personal_data_exposed};
use crate::check::Judge;
use crate::entry::DisclosureAttribute;
use crate::field::{Kind, TextFormat};
use crate::path::Path;
use crate::privacy::{Certainty, FieldKind, Finding, ScanContext, masked, scan};
use crate::report::{IssueCode, Params};
use crate::text::{Lang, part_name};

pub(crate) const RULE: Rule = Rule::doubt(IssueCode::PersonalDataLikely)
    .says("可能含有个人信息（{kind}）", "perhaps personal data: {kind}")
    .hints("核实是否可以公开，必要时脱敏", "see whether it may be public, and mask it if not");

/// Characters of names of fields that ask for a home.
const HOME: &[char] = &['住', '户', '庭'];

/// `has_sign`: whether something in the text looks like it.
pub(crate) fn check(text: &str, has_sign: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(part) = judge.part else {
        return;
    };
    if !(has_sign || part.name.chars().any(|char| HOME.contains(&char))) || !is_public(judge) {
        return;
    }
    // What is written by a format of its own is no number of a person, and an address on the web is a place.
    let has_format = matches!(
        part.kind,
        Kind::Text { format: Some(format), .. } if !matches!(format, TextFormat::IdNumber | TextFormat::Email)
    );
    if has_format || is_address(text) {
        return;
    }
    let label = part_name(&part.name, Lang::Zh);
    let findings = scan(text, &ScanContext::new(label));
    for (rule, certainty) in
        [(&personal_data_exposed::RULE, Certainty::Certain), (&RULE, Certainty::Likely)]
    {
        if let Some(first) = findings.iter().find(|finding| finding.certainty == certainty) {
            find(rule, first, text, &findings, path, judge);
        }
    }
}

/// Judges a text that is there to be called: nobody but the office knows whose number it is.
pub(crate) fn check_phones(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(part) = judge.part.filter(|_| judge.applies(&RULE)) else {
        return;
    };
    // Landlines begin with another digit, and hotlines have fewer.
    let is_mobile = |number: &str| number.len() >= 11 && number.starts_with(['1', '+']);
    if !text.split('、').any(is_mobile) || !is_public(judge) {
        return;
    }
    let findings = scan(text, &ScanContext::new(&part.name).with_field(FieldKind::Phone));
    if let Some(first) = findings.first() {
        find(&RULE, first, text, &findings, path, judge);
    }
}

/// Whether a text is an address on the web and nothing else; a mailbox in it is looked at all the same.
fn is_address(text: &str) -> bool {
    text.starts_with("http") && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'@')
}

/// Whether the text being judged is to be seen by everybody: of other entries only the title is.
fn is_public(judge: &Judge<'_>) -> bool {
    judge.field.is_none() || judge.attribute.is_none_or(|attribute| attribute == DisclosureAttribute::Proactive)
}

fn find(
    rule: &Rule,
    finding: &Finding,
    text: &str,
    findings: &[Finding],
    path: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    let params = Params { kind: Some(finding.kind.as_str().to_owned()), ..Params::default() };
    judge.find_with_repair(rule, path, params, Some(json!(masked(text, findings))));
}
