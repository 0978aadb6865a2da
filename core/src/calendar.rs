//! Working days by the State Council's yearly notices; beyond the last notice nothing is guessed.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// Name and version of the calendar format.
pub const FORMAT: &str = "gongkai-calendar/1";

/// The notices, as kept in `calendar.toml` and shipped to browsers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarSource {
    /// Always `gongkai-calendar/1`.
    pub format: String,
    /// One for each notice.
    pub years: Vec<Year>,
}

/// What one yearly notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// The year that the notice is about.
    pub year: i16,
    /// Title of the notice.
    pub notice: String,
    /// Its document number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<String>,
    /// What the days were checked against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The holidays.
    pub holidays: Vec<Holiday>,
}

/// One holiday with the weekend days worked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Name.
    pub name: String,
    /// First day off.
    pub first: String,
    /// Last day off.
    pub last: String,
    /// Weekend days worked instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worked: Vec<String>,
    /// A later notice that changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amended_by: Option<String>,
    /// Date of that notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amended_on: Option<String>,
}

/// Which days are worked, ready to count with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    first_day: Date,
    last_day: Date,
    /// Days that differ from the plain week, in order; true: worked. A map would cost the browser ten times the code.
    exceptions: Vec<(Date, bool)>,
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
    /// Makes the notices ready to count with.
    ///
    /// # Errors
    /// No year or one in between missing; a date or a holiday that cannot be.
    pub fn new(source: &CalendarSource) -> Result<Self, CalendarError> {
        let date =
            |text: &str| crate::date::parse(text).ok_or_else(|| CalendarError::DateInvalid(text.to_owned()));
        let years = || source.years.iter().map(|year| year.year);
        let (Some(first), Some(last)) = (years().min(), years().max()) else {
            return Err(CalendarError::Empty);
        };
        if let Some(missing) = (first..=last).find(|year| !years().any(|known| known == *year)) {
            return Err(CalendarError::YearMissing(missing));
        }
        let mut exceptions: Vec<(Date, bool)> = Vec::new();
        let mut except = |day: Date, worked: bool| match exceptions
            .binary_search_by_key(&day, |(exception, _)| *exception)
        {
            Ok(place) => exceptions[place].1 = worked,
            Err(place) => exceptions.insert(place, (day, worked)),
        };
        for holiday in source.years.iter().flat_map(|year| &year.holidays) {
            let (from, to) = (date(&holiday.first)?, date(&holiday.last)?);
            if !(0..31).contains(&crate::date::days_between(from, to)) {
                return Err(CalendarError::HolidayImplausible(holiday.name.clone()));
            }
            let mut day = from;
            while day <= to {
                except(day, false);
                day = next(day);
            }
            for worked in &holiday.worked {
                let day = date(worked)?;
                if !is_weekend(day) {
                    return Err(CalendarError::WorkedDayNoWeekend(worked.clone()));
                }
                except(day, true);
            }
        }
        let year_end = |year: i16, month, day| {
            Date::new(year, month, day).map_err(|_| CalendarError::DateInvalid(year.to_string()))
        };
        Ok(Calendar { first_day: year_end(first, 1, 1)?, last_day: year_end(last, 12, 31)?, exceptions })
    }

    /// Reads the notices from JSON and makes them ready to count with.
    ///
    /// # Errors
    /// Not JSON of this format, and those of [`Calendar::new`].
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let source = crate::read::document(text, FORMAT, |document: &CalendarSource| &document.format)
            .map_err(|error| CalendarError::Unreadable(error.to_string()))?;
        Self::new(&source)
    }

    /// Whether the day is worked.
    ///
    /// # Errors
    /// The day lies outside the years for which notices are known.
    pub fn is_working_day(&self, day: Date) -> Result<bool, OutOfRange> {
        if day < self.first_day || day > self.last_day {
            return Err(OutOfRange { first_day: self.first_day, last_day: self.last_day });
        }
        Ok(match self.exceptions.binary_search_by_key(&day, |(exception, _)| *exception) {
            Ok(place) => self.exceptions[place].1,
            Err(_) => !is_weekend(day),
        })
    }

    /// The last day of a period of working days; the day on which it starts is not counted.
    ///
    /// # Errors
    /// The count leaves the years for which notices are known.
    pub fn add_working_days(&self, start: Date, working_days: u32) -> Result<Date, OutOfRange> {
        let mut day = start;
        let mut left = working_days;
        self.is_working_day(start)?;
        while left > 0 {
            day = next(day);
            if self.is_working_day(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }
}

#[cfg(feature = "compile")]
impl CalendarSource {
    /// Reads the notices from the text of `calendar.toml`.
    ///
    /// # Errors
    /// The text is not TOML, a key is unknown or missing, or the format is another one.
    pub fn from_toml(text: &str) -> Result<Self, CalendarError> {
        let source: Self =
            toml::from_str(text).map_err(|error| CalendarError::Unreadable(error.to_string()))?;
        if source.format != FORMAT {
            return Err(CalendarError::Unreadable(format!(
                "format {:?}, expected {FORMAT:?}",
                source.format
            )));
        }
        Ok(source)
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn next(day: Date) -> Date {
    // Years are limited to 1900-2099, far from the end of the date type.
    day.tomorrow().unwrap_or(day)
}
