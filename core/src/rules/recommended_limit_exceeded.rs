//! `recommended-limit-exceeded`: made public later than recommended.
//!
//! ## What it checks
//! The first day of publication, or today while there is none, against limits that are recommended for the item: by policy, such as seven working days for administrative permits and penalties, or by the county's own parameters.
//!
//! ## Why
//! Inspections count these limits although no law sets them.
//!
//! ## Example
//! A permit of 2026-08-03 published on 2026-08-20: `recommended-limit-exceeded`, seven working days ended on 2026-08-12.

use super::Rule;
use crate::report::{IssueCode, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::RecommendedLimitExceeded, Severity::Warning)
    .says(
        "超过建议的公开时限{days_late}天：自{from}起{amount}{unit}，宜于{due_on}前公开，实际为{published_on}",
        "{days_late} days later than recommended: {amount} {unit} from {from} end on {due_on}, published on {published_on}",
    )
    .hints("请尽快公开；不影响发布", "publish as soon as possible; publishing is not held up");
