//! From a clause and the day on which its period starts to the day on which it ends.

use jiff::civil::Date;

use super::{Clause, ClauseKind, Unit};
use crate::calendar::{Calendar, OutOfRange};

impl Clause {
    /// The day on which a period that starts on `from` ends; the day of the start is not counted.
    ///
    /// - within, recurring, withdrawal: the last day for publishing or withdrawing. Where it falls on a day off it moves to the next working day,
    ///   unless the period is one of working days, which cannot end on a day off.
    /// - at least, exactly: the first day on which a notice begun on `from` may end. It does not move.
    ///
    /// None: the clause gives no day; it has no number, counts hours or backwards, or is of another kind.
    ///
    /// # Errors
    /// The day, or one that has to be counted, lies outside the years of the calendar.
    pub fn due(&self, from: Date, calendar: &Calendar) -> Result<Option<Date>, OutOfRange> {
        let moves = match self.kind {
            ClauseKind::Within | ClauseKind::Recurring | ClauseKind::Withdrawal => true,
            ClauseKind::AtLeast | ClauseKind::Exactly => false,
            _ => return Ok(None),
        };
        // 每季度 prints no number and means one.
        let amount = self.amount.or((self.kind == ClauseKind::Recurring).then_some(1));
        let (Some(amount), Some(unit)) = (amount, self.unit) else {
            return Ok(None);
        };
        if unit == Unit::WorkingDays {
            return calendar.add_working_days(from, amount).map(Some);
        }
        let (days, months) = match unit {
            Unit::Hours | Unit::WorkingDays => return Ok(None),
            Unit::Days => (1, 0),
            Unit::Weeks => (7, 0),
            Unit::Months => (0, 1),
            Unit::Quarters => (0, 3),
            Unit::HalfYears => (0, 6),
            Unit::Years => (0, 12),
        };
        let end = crate::date::add(from, i64::from(amount) * days, i64::from(amount) * months);
        let Some(mut day) = end else {
            // Too far for the date type, so outside the calendar too.
            return calendar.is_working_day(Date::MAX).map(|_| None);
        };
        if moves {
            while calendar.is_day_off(day)? {
                day = calendar.add_working_days(day, 1)?;
            }
        }
        Ok(Some(day))
    }
}

#[cfg(test)]
#[cfg(feature = "compile")]
mod tests {
    use super::*;
    use crate::calendar::{CalendarSource, FORMAT, Holiday, Year};

    fn day(text: &str) -> Date {
        crate::date::parse(text).expect("the vectors hold dates")
    }

    /// Two years with one holiday of which a Sunday is worked.
    fn calendar() -> Calendar {
        let year = |year: i16, holidays| Year {
            year,
            notice: String::new(),
            number: None,
            published_on: None,
            source: None,
            holidays,
        };
        let holiday = Holiday {
            name: "端午节".to_owned(),
            first: "2020-06-25".to_owned(),
            last: "2020-06-27".to_owned(),
            worked: vec!["2020-06-28".to_owned()],
            amended_by: None,
            amended_number: None,
            amended_on: None,
        };
        let years = vec![year(2020, vec![holiday]), year(2021, Vec::new())];
        Calendar::new(&CalendarSource { format: FORMAT.to_owned(), names: Default::default(), years })
            .expect("the notices are in order")
    }

    fn clause(kind: ClauseKind, amount: impl Into<Option<u32>>, unit: impl Into<Option<Unit>>) -> Clause {
        Clause {
            kind,
            amount: amount.into(),
            unit: unit.into(),
            trigger: None,
            part: None,
            basis: None,
            word: None,
            date: None,
            text: String::new(),
        }
    }

    #[test]
    fn periods_end_on_the_day_of_their_unit() {
        use ClauseKind::{AtLeast, Exactly, Recurring, Within};
        let calendar = calendar();
        for (kind, amount, unit, from, due) in [
            (Within, 15, Unit::WorkingDays, "2020-06-04", "2020-06-28"),
            (Within, 20, Unit::WorkingDays, "2020-06-04", "2020-07-03"),
            // A Thursday off: the next day that is worked is the Sunday.
            (Within, 21, Unit::Days, "2020-06-04", "2020-06-28"),
            // A Saturday.
            (Within, 2, Unit::Days, "2020-06-04", "2020-06-08"),
            (Within, 1, Unit::Days, "2020-06-04", "2020-06-05"),
            (Within, 2, Unit::Weeks, "2020-06-05", "2020-06-19"),
            (Within, 1, Unit::Months, "2021-01-29", "2021-03-01"),
            (Within, 1, Unit::Quarters, "2020-03-31", "2020-06-30"),
            (Within, 1, Unit::HalfYears, "2020-08-31", "2021-03-01"),
            (Within, 1, Unit::Years, "2020-02-29", "2021-03-01"),
            (Recurring, 20, Unit::WorkingDays, "2020-06-04", "2020-07-03"),
            // A notice may end on a Saturday.
            (AtLeast, 2, Unit::Days, "2020-06-04", "2020-06-06"),
            (Exactly, 5, Unit::WorkingDays, "2020-06-04", "2020-06-11"),
        ] {
            let clause = clause(kind, amount, unit);
            assert_eq!(clause.due(day(from), &calendar), Ok(Some(day(due))), "{clause:?}");
        }
        let quarterly = clause(Recurring, None, Unit::Quarters);
        assert_eq!(quarterly.due(day("2020-03-31"), &calendar), Ok(Some(day("2020-06-30"))));
    }

    #[test]
    fn what_gives_no_day_says_so() {
        let calendar = calendar();
        for clause in [
            clause(ClauseKind::Within, None, Unit::WorkingDays),
            clause(ClauseKind::Within, 20, None),
            clause(ClauseKind::Within, 24, Unit::Hours),
            clause(ClauseKind::Before, 7, Unit::WorkingDays),
            clause(ClauseKind::OpenWords, None, None),
        ] {
            assert_eq!(clause.due(day("2020-06-04"), &calendar), Ok(None), "{clause:?}");
        }
        for clause in [
            clause(ClauseKind::Within, 600, Unit::WorkingDays),
            clause(ClauseKind::Within, 3, Unit::Years),
            clause(ClauseKind::Within, u32::MAX, Unit::Years),
            clause(ClauseKind::Within, 999_999_999, Unit::Days),
            clause(ClauseKind::AtLeast, 9_000, Unit::Years),
        ] {
            assert!(!matches!(clause.due(day("2020-06-04"), &calendar), Ok(Some(_))), "{clause:?}");
        }
    }
}
