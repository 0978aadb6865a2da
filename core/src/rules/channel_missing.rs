//! `channel-missing`: a necessary channel is not used.
//!
//! ## What it checks
//! Channels that the guideline names and that are marked as necessary are in the entry's ledger of channels.
//!
//! ## Why
//! The government website is the first platform of disclosure; an entry that is not there cannot be found.
//!
//! ## Example
//! Item with 政府网站, entry with 公示栏 only: `channel-missing` at `/channels`.

use super::Rule;
use crate::check::Judge;
use crate::node::{Array, Node};
use crate::path::Path;
use crate::report::{IssueCode, Params};

// Not filled in like a required element, but the JSON Schema does not name the channels.
pub(crate) const RULE: Rule = Rule { in_json_schema: false, ..Rule::required(IssueCode::ChannelMissing) }.says(
    "公开渠道缺少“{channel}”",
    "the channel “{channel}” is missing",
);

pub(crate) fn check(used: Array<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    for channel in judge.item.item.channels.iter().filter(|channel| channel.required) {
        let is_used =
            |entry: Node<'_>| entry.get("channel").and_then(Node::as_str) == Some(channel.name.as_str());
        if !used.iter().any(is_used) {
            judge.find(&RULE, path, Params { channel: Some(channel.name.clone()), ..Params::default() });
        }
    }
}
