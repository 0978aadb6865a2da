//! The site's clock: the local one, or a fixed day for tests.

use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};

/// Tells the day and the time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    fixed: Option<Date>,
}

impl Clock {
    pub fn new(fixed: Option<Date>) -> Self {
        Clock { fixed }
    }

    pub fn today(self) -> Date {
        self.fixed.unwrap_or_else(|| ZonedDateTime::now().date())
    }

    /// Local time in seconds, on the fixed day when there is one.
    pub fn now(self) -> DateTime {
        let time = ZonedDateTime::now().time();
        self.today().at(time.hour(), time.minute(), time.second(), 0)
    }
}

/// Seconds since 1970, for what expires; never fixed.
pub(crate) fn seconds() -> i64 {
    jiff::Timestamp::now().as_second()
}
