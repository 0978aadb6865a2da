//! The compiled calendar: the days that differ from the plain week and nothing else, as browsers load it.

use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarError, date};

/// Name and version of the compiled form.
pub const FORMAT: &str = "gongkai-working-days/1";

/// Which days differ from the plain week, for hosts that count days but name no holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompiledCalendar {
    /// Always `gongkai-working-days/1`.
    pub format: String,
    /// First day for which notices are known.
    pub first_day: String,
    /// Last day for which notices are known.
    pub last_day: String,
    /// Days from Monday to Friday that are not worked, in order.
    pub off: Vec<String>,
    /// Saturdays and Sundays that are worked, in order.
    pub worked: Vec<String>,
}

impl Calendar {
    /// The compiled form; it counts the same days, but no longer knows what the holidays are called.
    #[must_use]
    pub fn compiled(&self) -> CompiledCalendar {
        let days = |worked| {
            self.exceptions
                .iter()
                .filter(move |(day, exception)| *exception == worked && super::is_weekend(*day) == worked)
                .map(|(day, _)| crate::date::write(*day))
                .collect()
        };
        CompiledCalendar {
            format: FORMAT.to_owned(),
            first_day: crate::date::write(self.first_day),
            last_day: crate::date::write(self.last_day),
            off: days(false),
            worked: days(true),
        }
    }

    /// Reads the compiled form from JSON.
    ///
    /// # Errors
    /// Not JSON of this format, a text that is no date, no day between the first and the last, or a day to be worked
    /// that is no weekend day.
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let compiled = crate::read::document(text, FORMAT, |document: &CompiledCalendar| &document.format)
            .map_err(|error| CalendarError::Unreadable(error.to_string()))?;
        let mut calendar = Calendar {
            first_day: date(&compiled.first_day)?,
            last_day: date(&compiled.last_day)?,
            exceptions: Vec::new(),
            #[cfg(feature = "compile")]
            names: std::collections::BTreeMap::new(),
        };
        if calendar.first_day > calendar.last_day {
            return Err(CalendarError::Empty);
        }
        for day in &compiled.off {
            calendar.except(date(day)?, false);
        }
        for text in &compiled.worked {
            let day = date(text)?;
            if !super::is_weekend(day) {
                return Err(CalendarError::WorkedDayNoWeekend(text.clone()));
            }
            calendar.except(day, true);
        }
        Ok(calendar)
    }
}
