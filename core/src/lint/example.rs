//! Items that no entry can satisfy: the example made for the item does not pass at stage publish.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::blank::is_blank_text;
use crate::report::{Issue, Severity, Stage};
use crate::{Context, ItemRef};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Ok(pack) = &subject.compiled else {
        return;
    };
    let context = Context::new(Stage::Publish, subject.today);
    for row in subject.rows() {
        let Some(item) = row.item else { continue };
        let item = ItemRef { pack, item };
        let report = item.check(&item.example(subject.today), &context);
        // The example takes its publisher from the row; that the row names none is a finding of its own.
        let is_known = |issue: &Issue| issue.element.is_none() && is_blank_text(&item.publisher);
        let errors = report.issues.iter().filter(|issue| issue.severity == Severity::Error);
        for issue in errors.filter(|issue| !is_known(issue)) {
            let place = match &issue.element {
                Some(element) => row.element(element),
                None => row.place(),
            };
            let params = [("issue", issue.code.as_str()), ("path", issue.path.as_str())];
            findings.add(LintCode::ExampleFails, place, &params);
        }
    }
}
