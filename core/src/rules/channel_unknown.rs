//! `channel-unknown`: a channel that neither the table nor practice knows.
//!
//! ## What it checks
//! Each channel of the entry is one that the row names or one of the standard ones. For other names of a known channel (行政服务中心 for 政务服务中心) the known one is proposed.
//!
//! ## Why
//! Channels are counted by name; a name of its own falls out of every count.
//!
//! ## Example
//! `纸质载体`: `channel-unknown`, repair `纸质媒体`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ChannelUnknown, Severity::Warning).says(
    "“{channel}”不在本事项的公开渠道中，也不是标准渠道",
    "“{channel}” is neither a channel of this item nor a standard one",
);

pub(crate) fn check(name: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let named = |name: &str| judge.item.item.channels.iter().any(|channel| channel.name == name);
    if named(name) {
        return;
    }
    let known = judge.item.pack.rulebook.channel(name).map(|channel| channel.name.as_str());
    // Tables name others behind a colon: 其他：基层公共服务平台.
    let is_other = name.split_once(['：', ':']).is_some_and(|(kind, _)| {
        judge.item.pack.rulebook.channels.iter().any(|channel| channel.name == kind)
    });
    if known != Some(name) && !is_other {
        let repair = known.map(|known| json!(known));
        judge.find_with_repair(
            &RULE,
            path,
            Params { channel: Some(name.to_owned()), ..Params::default() },
            repair,
        );
    }
}
