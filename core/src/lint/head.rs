//! What stands above the rows: names, edition, code.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::blank::is_blank_text;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let guideline = subject.guideline;
    for (property, value) in [
        ("name", &guideline.name),
        ("title", &guideline.title),
        ("issuer", &guideline.issuer),
        ("edition", &guideline.edition),
    ] {
        if is_blank_text(value) {
            findings.add(LintCode::PropertyBlank, subject.place(), &[("property", property)]);
        }
    }
    let code = &guideline.code;
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        findings.add(LintCode::CodeMalformed, subject.place(), &[("code", code)]);
    }
    let slug = &guideline.slug;
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if slug.is_empty() || slug.starts_with('-') || slug.ends_with('-') || !slug.bytes().all(is_letter) {
        findings.add(LintCode::SlugMalformed, subject.place(), &[("slug", slug)]);
    }
}
