//! `calendar-out-of-range`: working days cannot be counted.
//!
//! ## What it checks
//! The count stays within the years for which the State Council's notices of holidays are known.
//!
//! ## Why
//! Beyond them holidays are not fixed; a guess would be wrong by days.
//!
//! ## Example
//! A limit that runs into a year without notice: `calendar-out-of-range` at `/formed_on`.

use jiff::civil::Date;

use super::Rule;
use crate::calendar::OutOfRange;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::advice(IssueCode::CalendarOutOfRange).says(
    "自{from}起的公开时限无法计算：尚无相应年度的放假安排",
    "the time limit from {from} cannot be counted: holidays of that year are not published yet",
);

pub(crate) fn find(from: Date, range: OutOfRange, path: &Path<'_>, judge: &mut Judge<'_>) {
    judge.find(
        &RULE,
        path,
        Params {
            from: Some(crate::date::write(from)),
            expected: Some(format!(
                "{}/{}",
                crate::date::write(range.first_day),
                crate::date::write(range.last_day)
            )),
            ..Params::default()
        },
    );
}
