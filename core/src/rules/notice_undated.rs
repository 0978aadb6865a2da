//! `notice-undated`: how long a notice lasts is not given.
//!
//! ## What it checks
//! Where the row or a statute demands that a notice lasts so long, and no element holds its period, the entry gives it as `notice`.
//!
//! ## Why
//! Without its days nobody can say whether the notice lasted long enough.
//!
//! ## Example
//! 征地补偿安置方案公告 without `notice`: `notice-undated`, 30 days at least.

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};
use crate::rulebook::Duty;

pub(crate) const RULE: Rule = Rule::hint(IssueCode::NoticeUndated, Severity::Advice).says(
    "公示或公告不少于{amount}{unit}，请填写起止日期",
    "the notice has to last {amount} {unit} at least; give its first and last day",
);

pub(crate) fn find(duty: &Duty, path: &Path<'_>, judge: &mut Judge<'_>) {
    let params = Params {
        amount: duty.clause.amount,
        unit: duty.clause.unit.map(|unit| unit.name().to_owned()),
        ..Params::default()
    };
    judge.find_by(&RULE, duty.basis.as_deref(), path, params, None);
}
