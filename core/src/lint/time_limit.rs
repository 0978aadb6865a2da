//! Time limits: printed, and read to the end.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::blank::is_blank_text;
use crate::time_limit::TimeLimit;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        match row.row.time_limit.as_deref().filter(|text| !is_blank_text(text)) {
            None => findings.add(LintCode::TimeLimitMissing, row.place(), &[]),
            Some(text) => {
                for stretch in TimeLimit::parse(text).unread {
                    findings.add(LintCode::TimeLimitUnread, row.place(), &[("limit", &stretch)]);
                }
            }
        }
    }
}
