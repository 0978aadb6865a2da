//! `marker-mismatch`: a document says another disclosure attribute than its entry.
//!
//! ## What it checks
//! The markers in the texts of an entry (此件主动公开, 此件依申请公开, 此件不予公开, 此件公开发布), in brackets or on a line of their own, against the attribute of the entry. Words about markers in the middle of a sentence are none.
//!
//! ## Why
//! The marker is the decision of the organ that made the document; an entry that contradicts it publishes what must not be public, or hides what has to be.
//!
//! ## Example
//! `（此件不予公开）` in an entry with the attribute 主动公开: `marker-mismatch`.

use super::Rule;
use super::marker_malformed::{Place, markers};
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::MarkerMismatch)
    .says("文中标注“{found}”，而公开属性为{expected}", "the text says “{found}”, the attribute of the entry is {expected}")
    .hints("核对公开属性与文件标注", "compare the attribute with the marker in the document");

pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(attribute) = judge.attribute else {
        return;
    };
    let known = &judge.item.pack.rulebook.markers;
    let other = markers(text).filter(|marker| marker.place != Place::Sentence).find_map(|marker| {
        known.iter().find(|known| known.text == marker.words && known.attribute != attribute)
    });
    if let Some(other) = other {
        let params = Params {
            found: Some(other.text.clone()),
            expected: Some(attribute.as_str().to_owned()),
            ..Params::default()
        };
        judge.find(&RULE, path, params);
    }
}
