//! `first-channel-late`: published elsewhere before the first platform.
//!
//! ## What it checks
//! Where the row names the first platform of disclosure, no other channel has an earlier day of publication.
//!
//! ## Why
//! The government website is the first platform; whoever looks there must not be the last to learn.
//!
//! ## Example
//! 政府网站 on 2026-08-10, 两微一端 on 2026-08-03: `first-channel-late` at the day of the former.

use super::Rule;
use crate::check::Judge;
use crate::node::{Array, Node};
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::FirstChannelLate, Severity::Warning).says(
    "“{channel}”为第一公开平台，公开日期{found}晚于其他渠道的{from}",
    "“{channel}” is the first platform; its day {found} is after {from} of another channel",
);

pub(crate) fn check(used: Array<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let rulebook = &judge.item.pack.rulebook;
    let day = |channel: Node<'_>| channel.get("published_on").and_then(Node::as_date);
    let first = used.iter().enumerate().find(|(_, channel)| {
        let name = channel.get("channel").and_then(Node::as_str);
        name.and_then(|name| rulebook.channel(name)).is_some_and(|known| known.first)
    });
    let earliest = used.iter().filter_map(day).min();
    if let (Some((index, first)), Some(earliest)) = (first, earliest)
        && let Some(own) = day(first).filter(|own| *own > earliest)
    {
        let channel = first.get("channel").and_then(Node::as_str).map(str::to_owned);
        let params = Params {
            channel,
            found: Some(crate::date::write(own)),
            from: Some(crate::date::write(earliest)),
            ..Params::default()
        };
        judge.find(&RULE, &path.index(index).key("published_on"), params);
    }
}
