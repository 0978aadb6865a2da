//! `time-limit-exceeded`: made public after the last day of the time limit.
//!
//! ## What it checks
//! The first day of publication, or today while there is none, against the last day of the item's limit, in working days, days, weeks or months. It counts from the day of the last change or else of formation; where the table names another event, from the day of that event. That day itself is not counted. Statutes with a limit of their own for an item count too; the first limit to end decides.
//!
//! ## Why
//! The time limit is the law's. Being late does not block: publishing at once is the only remedy, and a block would invite a changed date.
//!
//! ## Example
//! Formed on 2020-06-04, 20 working days, published on 2020-07-06: `time-limit-exceeded`, due on 2020-07-03.

use super::Rule;
use crate::report::IssueCode;

pub(crate) const RULE: Rule = Rule::record(IssueCode::TimeLimitExceeded)
    .says(
        "超过公开时限{days_late}天：自{from}起{amount}{unit}，应于{due_on}前公开，实际为{published_on}",
        "{days_late} days late: {amount} {unit} from {from} end on {due_on}, published on {published_on}",
    )
    .hints("请尽快公开；不影响发布", "publish as soon as possible; publishing is not held up");
