//! A count of working days with everything that was met on the way, for whoever has to explain a due date.

use jiff::civil::Date;

use super::{Calendar, OutOfRange, is_weekend, next};

/// A period of working days, from the day on which it starts to the day on which it is due.
///
/// The days after `start` up to `due` are the working days asked for, the days of `off` and `weekend_days` together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// The day on which the period starts; it is not counted.
    pub start: Date,
    /// The last day of the period.
    pub due: Date,
    /// Holidays met after `start` up to `due`, in order; of each only the part that was met.
    pub off: Vec<DaysOff>,
    /// Saturdays and Sundays within that are worked, in order.
    pub worked: Vec<WorkedDay>,
    /// Saturdays and Sundays within that are off and belong to no holiday.
    pub weekend_days: u32,
}

/// Days off that follow each other and belong to one holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DaysOff {
    /// The holiday as the notice calls it; blank in a calendar read in its compiled form, which holds no names.
    pub name: String,
    /// Its English name, if the notices' file says it.
    pub name_en: Option<String>,
    /// First day off.
    pub first: Date,
    /// Last day off.
    pub last: Date,
}

/// A weekend day that is worked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WorkedDay {
    /// The day.
    pub day: Date,
    /// The holiday that it makes up for, as the notice calls it; blank in a calendar read in its compiled form.
    pub name: String,
    /// Its English name, if the notices' file says it.
    pub name_en: Option<String>,
}

/// What the holiday of a day is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct HolidayName {
    pub(super) zh: String,
    pub(super) en: Option<String>,
}

impl Calendar {
    /// Counts working days and tells which holidays, worked weekend days and weekends were met; the day on which the
    /// period starts is not counted.
    ///
    /// # Errors
    /// The count leaves the years for which notices are known.
    pub fn count(&self, start: Date, working_days: u32) -> Result<Count, OutOfRange> {
        let due = self.add_working_days(start, working_days)?;
        let mut count = Count { start, due, off: Vec::new(), worked: Vec::new(), weekend_days: 0 };
        let mut last = start;
        while last < due {
            let day = next(last);
            let HolidayName { zh: name, en: name_en } = self.names.get(&day).cloned().unwrap_or_default();
            match self.exception(day) {
                Some(true) => count.worked.push(WorkedDay { day, name, name_en }),
                Some(false) => match count.off.last_mut() {
                    Some(off) if off.last == last && off.name == name => off.last = day,
                    _ => count.off.push(DaysOff { name, name_en, first: day, last: day }),
                },
                None => count.weekend_days += u32::from(is_weekend(day)),
            }
            last = day;
        }
        Ok(count)
    }
}
