//! `open-limit-exceeded`: later than what “in time” means here.
//!
//! ## What it checks
//! Where the table says 及时公开 or the like, and the county has laid down what that means, the first day of publication, or today while there is none, against it. Without such a parameter nothing is said.
//!
//! ## Why
//! Open words are no limit that anybody could miss; what they mean is for the county to say.
//!
//! ## Example
//! 及时公开, five working days by the county's parameters, published after eight: `open-limit-exceeded`.

use super::Rule;
use crate::report::{IssueCode, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::OpenLimitExceeded, Severity::Advice).says(
    "晚于本地对“及时”的要求{days_late}天：自{from}起{amount}{unit}，宜于{due_on}前公开，实际为{published_on}",
    "{days_late} days later than “in time” means here: {amount} {unit} from {from} end on {due_on}, published on {published_on}",
);
