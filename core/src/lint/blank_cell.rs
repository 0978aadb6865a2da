//! Cells of a row that have to say something: publisher, channels, audience, way of disclosure, elements.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::blank::is_blank_text;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        let cells = row.row;
        let blank_group = cells.audience.group.as_deref().is_some_and(is_blank_text);
        let no_channel =
            cells.channels.is_empty() || cells.channels.iter().any(|channel| is_blank_text(channel));
        let nobody = !cells.audience.everyone && cells.audience.group.is_none();
        for (is_blank, code) in [
            (is_blank_text(&cells.publisher), LintCode::PublisherBlank),
            (no_channel, LintCode::ChannelsMissing),
            (blank_group || nobody, LintCode::AudienceMissing),
            (cells.methods.is_empty(), LintCode::MethodsMissing),
            (cells.elements.is_empty(), LintCode::ElementsMissing),
        ] {
            if is_blank {
                findings.add(code, row.place(), &[]);
            }
        }
    }
}
