//! Working days by the State Council's yearly notices; beyond the last notice nothing is guessed.

mod compiled;
#[cfg(feature = "compile")]
mod count;
#[cfg(feature = "compile")]
mod source;

#[cfg(feature = "compile")]
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

pub use compiled::{CompiledCalendar, FORMAT};
#[cfg(feature = "compile")]
pub use count::{Count, DaysOff, WorkedDay};
#[cfg(feature = "compile")]
pub use source::{CalendarSource, Holiday, Year};

/// Which days are worked, ready to count with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    first_day: Date,
    last_day: Date,
    /// Days that differ from the plain week, in order; true: worked. A map would cost the browser ten times the code.
    exceptions: Vec<(Date, bool)>,
    /// For which holiday a day is off or worked; empty when the calendar was read in its compiled form.
    #[cfg(feature = "compile")]
    names: BTreeMap<Date, count::HolidayName>,
}

/// The notices cannot be made into a calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// Not the expected document.
    #[error("unreadable calendar: {0}")]
    Unreadable(String),
    /// No notice at all.
    #[error("the calendar holds no year")]
    Empty,
    /// A year between two others is missing.
    #[error("the notice for {0} is missing")]
    YearMissing(i16),
    /// Not a date.
    #[error("“{0}” is not a date")]
    DateInvalid(String),
    /// Ends before it begins, or is longer than a month.
    #[error("holiday “{0}” ends before it begins or lasts over 31 days")]
    HolidayImplausible(String),
    /// A day worked instead that is no weekend day.
    #[error("{0} is to be worked but is no weekend day")]
    WorkedDayNoWeekend(String),
}

/// The count leaves the years for which notices are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("working days are known from {} to {} only", crate::date::write(*first_day), crate::date::write(*last_day))]
pub struct OutOfRange {
    /// First day known.
    pub first_day: Date,
    /// Last day known.
    pub last_day: Date,
}

impl Calendar {
    /// The days for which notices are known.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<Date> {
        self.first_day..=self.last_day
    }

    /// Whether the day is worked.
    ///
    /// # Errors
    /// The day lies outside the years for which notices are known.
    pub fn is_working_day(&self, day: Date) -> Result<bool, OutOfRange> {
        if day < self.first_day || day > self.last_day {
            return Err(OutOfRange { first_day: self.first_day, last_day: self.last_day });
        }
        Ok(self.exception(day).unwrap_or_else(|| !is_weekend(day)))
    }

    /// Whether the day is a legal holiday, or a weekend day that is not worked: a period of calendar days that would
    /// end on it ends on the next day that is neither.
    ///
    /// # Errors
    /// The day lies outside the years for which notices are known.
    pub fn is_day_off(&self, day: Date) -> Result<bool, OutOfRange> {
        self.is_working_day(day).map(|worked| !worked)
    }

    /// The last day of a period of working days; the day on which it starts is not counted.
    ///
    /// # Errors
    /// The count leaves the years for which notices are known.
    pub fn add_working_days(&self, start: Date, working_days: u32) -> Result<Date, OutOfRange> {
        self.walk(start, working_days, |_| true)
    }

    /// The same, with times during which the clock stands still: no day of theirs counts, first and last day included.
    ///
    /// Suspensions may overlap and come in any order; a day that lies in several is left out once.
    ///
    /// # Errors
    /// The count leaves the years for which notices are known.
    pub fn add_working_days_suspended(
        &self,
        start: Date,
        working_days: u32,
        suspensions: &[RangeInclusive<Date>],
    ) -> Result<Date, OutOfRange> {
        self.walk(start, working_days, |day| !suspensions.iter().any(|suspended| suspended.contains(&day)))
    }

    /// How many working days follow a day up to another, that one included; none when it is not later.
    ///
    /// # Errors
    /// The count leaves the years for which notices are known.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<u32, OutOfRange> {
        let (mut day, mut count) = (from, 0);
        self.is_working_day(from)?;
        while day < to {
            day = next(day);
            count += u32::from(self.is_working_day(day)?);
        }
        Ok(count)
    }

    /// Goes from day to day until enough working days that count have passed.
    fn walk(
        &self,
        start: Date,
        working_days: u32,
        counts: impl Fn(Date) -> bool,
    ) -> Result<Date, OutOfRange> {
        let mut day = start;
        let mut left = working_days;
        self.is_working_day(start)?;
        while left > 0 {
            day = next(day);
            if self.is_working_day(day)? && counts(day) {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// Whether the day is worked, if it differs from the plain week.
    fn exception(&self, day: Date) -> Option<bool> {
        let place = self.exceptions.binary_search_by_key(&day, |(exception, _)| *exception).ok()?;
        Some(self.exceptions[place].1)
    }

    /// Notes a day that differs from the plain week; the last word on a day holds.
    fn except(&mut self, day: Date, worked: bool) {
        match self.exceptions.binary_search_by_key(&day, |(exception, _)| *exception) {
            Ok(place) => self.exceptions[place].1 = worked,
            Err(place) => self.exceptions.insert(place, (day, worked)),
        }
    }
}

/// Reads a date of a calendar.
fn date(text: &str) -> Result<Date, CalendarError> {
    crate::date::parse(text).ok_or_else(|| CalendarError::DateInvalid(text.to_owned()))
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn next(day: Date) -> Date {
    // Years are limited to 1900-2099, far from the end of the date type.
    day.tomorrow().unwrap_or(day)
}
