//! `notice-too-long`: a notice that lasts longer than the row says.
//!
//! ## What it checks
//! Where the row prints how long exactly a notice lasts (公示7个工作日), its period is not longer.
//!
//! ## Why
//! Names and family circumstances are shown for as long as objections can be made, and no longer.
//!
//! ## Example
//! 公示7个工作日, shown from 2026-08-03 to 2026-08-31: `notice-too-long`.

use super::Rule;
use crate::report::{IssueCode, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::NoticeTooLong, Severity::Warning).says(
    "公示或公告时间过长：自{from}起{amount}{unit}，应于{due_on}结束，现为{found}",
    "the notice is too long: {amount} {unit} from {from} end on {due_on}, found {found}",
);
