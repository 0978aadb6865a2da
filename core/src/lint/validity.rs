//! The days of an edition: real days, and in order.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::date;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let guideline = subject.guideline;
    for (property, value) in [
        ("issued_on", &guideline.issued_on),
        ("valid_from", &guideline.valid_from),
        ("valid_to", &guideline.valid_to),
    ] {
        if let Some(value) = value.as_ref().filter(|value| date::parse(value).is_none()) {
            let params = [("property", property), ("value", value.as_str())];
            findings.add(LintCode::DateMalformed, subject.place(), &params);
        }
    }
    if let (Some(from), Some(to)) = (&guideline.valid_from, &guideline.valid_to)
        && let (Some(first), Some(last)) = (date::parse(from), date::parse(to))
        && first > last
    {
        findings.add(LintCode::ValidityOutOfOrder, subject.place(), &[("from", from), ("to", to)]);
    }
}
