//! The notices as a person writes them in `calendar.toml`, and the calendar made of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::count::HolidayName;
use super::{Calendar, CalendarError, date, is_weekend, next};

/// Name and version of the format of the notices.
const FORMAT: &str = "gongkai-calendar/1";

/// The notices, as kept in `calendar.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarSource {
    /// Always `gongkai-calendar/1`.
    pub format: String,
    /// English names of the holidays, by the names that the notices use.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
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
    /// The date under it.
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
    /// A later notice that changed or added it; the days are those in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amended_by: Option<String>,
    /// Document number of that notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amended_number: Option<String>,
    /// Date of that notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amended_on: Option<String>,
}

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

impl Calendar {
    /// Makes the notices ready to count with.
    ///
    /// # Errors
    /// No year or one in between missing; a date or a holiday that cannot be.
    pub fn new(source: &CalendarSource) -> Result<Self, CalendarError> {
        let years = || source.years.iter().map(|year| year.year);
        let (Some(first), Some(last)) = (years().min(), years().max()) else {
            return Err(CalendarError::Empty);
        };
        if let Some(missing) = (first..=last).find(|year| !years().any(|known| known == *year)) {
            return Err(CalendarError::YearMissing(missing));
        }
        let year_end = |year: i16, month, day| {
            Date::new(year, month, day).map_err(|_| CalendarError::DateInvalid(year.to_string()))
        };
        let mut calendar = Calendar {
            first_day: year_end(first, 1, 1)?,
            last_day: year_end(last, 12, 31)?,
            exceptions: Vec::new(),
            names: BTreeMap::new(),
        };
        for holiday in source.years.iter().flat_map(|year| &year.holidays) {
            calendar.take_holiday(holiday, source.names.get(&holiday.name))?;
        }
        Ok(calendar)
    }

    /// Notes the days of one holiday.
    fn take_holiday(&mut self, holiday: &Holiday, name_en: Option<&String>) -> Result<(), CalendarError> {
        let name = HolidayName { zh: holiday.name.clone(), en: name_en.cloned() };
        let (first, last) = (date(&holiday.first)?, date(&holiday.last)?);
        if !(0..31).contains(&crate::date::days_between(first, last)) {
            return Err(CalendarError::HolidayImplausible(holiday.name.clone()));
        }
        let mut day = first;
        while day <= last {
            self.except(day, false);
            self.names.insert(day, name.clone());
            day = next(day);
        }
        for text in &holiday.worked {
            let day = date(text)?;
            if !is_weekend(day) {
                return Err(CalendarError::WorkedDayNoWeekend(text.clone()));
            }
            self.except(day, true);
            self.names.insert(day, name.clone());
        }
        Ok(())
    }
}
