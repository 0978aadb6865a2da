//! Which day it is where the county is, whatever zone the machine keeps: containers keep UTC, which is behind until
//! eight in the morning.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, TimeZone};

/// Hours by which the whole country is before UTC.
const HOURS: i8 = 8;

/// Today in Beijing time.
pub fn today() -> Date {
    TimeZone::fixed(tz::offset(HOURS)).to_datetime(Timestamp::now()).date()
}
