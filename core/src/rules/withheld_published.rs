//! `withheld-published`: something not to be published was.
//!
//! ## What it checks
//! An entry that is not disclosed names no channel with a day of publication.
//!
//! ## Why
//! Either the attribute is wrong, or something leaked and has to be taken down.
//!
//! ## Example
//! `attribute` 不予公开 and 政府网站 with a day of publication: `withheld-published` at `/channels/0`.

use super::Rule;
use crate::check::Judge;
use crate::node::{Array, Node};
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::WithheldPublished).says(
    "公开属性为“不予公开”，却已通过“{channel}”公开",
    "not to be disclosed, yet published through “{channel}”",
);

pub(crate) fn check(used: Array<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    for (index, channel) in used.iter().enumerate() {
        if channel.get("published_on").is_some_and(|day| !day.is_blank()) {
            let name = channel.get("channel").and_then(Node::as_str).unwrap_or_default().to_owned();
            judge.find(&RULE, &path.index(index), Params { channel: Some(name), ..Params::default() });
        }
    }
}
