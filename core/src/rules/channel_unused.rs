//! `channel-unused`: a channel that the table ticks is not used.
//!
//! ## What it checks
//! Every channel of the row is in the entry's ledger. The necessary ones are an error of their own, see `channel-missing`.
//!
//! ## Why
//! Not everybody looks at websites; the table names the channels that reach those concerned.
//!
//! ## Example
//! Row with 政府网站 and 村公示栏, entry with 政府网站 only: `channel-unused` for 村公示栏.

use super::Rule;
use crate::check::Judge;
use crate::node::{Array, Node};
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ChannelUnused, Severity::Warning)
    .says("指引列有公开渠道“{channel}”，尚未使用", "the guideline names the channel “{channel}”; it is not used");

pub(crate) fn check(used: Array<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    for channel in judge.item.item.channels.iter().filter(|channel| !channel.required) {
        let is_used = |entry: Node<'_>| entry.get("channel").and_then(Node::as_str) == Some(&*channel.name);
        if !used.iter().any(is_used) {
            judge.find(&RULE, path, Params { channel: Some(channel.name.clone()), ..Params::default() });
        }
    }
}
