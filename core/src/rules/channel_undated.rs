//! `channel-undated`: a channel without its day of publication.
//!
//! ## What it checks
//! Each channel of the entry's ledger has `published_on`.
//!
//! ## Why
//! What has no time of publication counts as not updated, and whether it was in time nobody can say.
//!
//! ## Example
//! 村公示栏 without day: `channel-undated` at `/channels/1/published_on`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ChannelUndated, Severity::Warning)
    .says("请填写“{channel}”的公开日期", "give the day of publication through “{channel}”");

pub(crate) fn find(channel: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(&RULE, path, Params { channel: Some(channel.to_owned()), ..Params::default() });
}
