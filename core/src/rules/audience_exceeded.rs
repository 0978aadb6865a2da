//! `audience-exceeded`: what is meant for a group is put before everybody.
//!
//! ## What it checks
//! Where the row names a group (特定群体) and not everybody, no channel is used that everybody sees and that the row does not name.
//!
//! ## Why
//! Such rows are about families and their circumstances; on a website they stay for ever.
//!
//! ## Example
//! Row for 被征收人 through 入户/现场, entry on 政府网站: `audience-exceeded`.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::order(IssueCode::AudienceExceeded).says(
    "本事项只向“{found}”公开，不应通过“{channel}”向全社会公开",
    "this item is for “{found}” only; it should not be put before everybody through “{channel}”",
);

pub(crate) fn check(name: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    let item = judge.item.item;
    if item.audience.everyone || item.channels.iter().any(|channel| channel.name == name) {
        return;
    }
    let Some(group) = item.audience.group.clone() else {
        return;
    };
    if judge.item.pack.rulebook.channel(name).is_some_and(|known| known.everyone) {
        let params = Params { channel: Some(name.to_owned()), found: Some(group), ..Params::default() };
        judge.find(&RULE, path, params);
    }
}
