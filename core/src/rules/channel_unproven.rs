//! `channel-unproven`: a channel without proof.
//!
//! ## What it checks
//! Each channel of the entry's ledger has `proof`: an address, an issue number, a photograph.
//!
//! ## Why
//! Inspections ask for it, years later.
//!
//! ## Example
//! 村公示栏 without proof: `channel-unproven` at `/channels/1/proof`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::ChannelUnproven, Severity::Advice)
    .says("宜填写“{channel}”的公开凭证", "add a proof of publication through “{channel}”");

pub(crate) fn find(channel: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(&RULE, path, Params { channel: Some(channel.to_owned()), ..Params::default() });
}
