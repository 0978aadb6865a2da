//! What a cell says, as a person would read it out: days as `YYYY-MM-DD`, numbers in full.

use calamine::{DataRef, ExcelDateTime};

/// The text of a cell; blank for an empty one.
pub(super) fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => moment(time),
        DataRef::DateTimeIso(text) => {
            let day = text.split_once('T').filter(|(_, time)| time.trim_end_matches('Z') == "00:00:00");
            day.map_or_else(|| text.clone(), |(day, _)| day.to_owned())
        }
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number to the 15 digits that spreadsheets keep, never with an exponent.
fn decimal(number: f64) -> String {
    let kept = format!("{number:.14e}").parse().unwrap_or(number);
    // There is no negative zero on a sheet.
    if kept == 0.0 { "0".to_owned() } else { format!("{kept}") }
}

fn moment(time: &ExcelDateTime) -> String {
    if !time.is_datetime() {
        return decimal(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}");
    if time.as_f64() < 1.0 {
        return clock;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {clock}") }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::DateTime;

    use super::*;

    #[test]
    fn numbers_and_days_are_written_out() {
        for (value, wanted) in [
            (DataRef::Float(12.0), "12"),
            (DataRef::Float(0.1 + 0.2), "0.3"),
            (DataRef::Float(-0.0), "0"),
            (DataRef::Float(7_361_234_567.0), "7361234567"),
            (DataRef::Float(1e20), "100000000000000000000"),
            (DataRef::Bool(true), "TRUE"),
            (DataRef::DateTime(ExcelDateTime::new(46_266.0, DateTime, false)), "2026-09-01"),
            (DataRef::DateTime(ExcelDateTime::new(44_804.0, DateTime, true)), "2026-09-01"),
            (DataRef::DateTime(ExcelDateTime::new(46_266.375, DateTime, false)), "2026-09-01 09:00"),
            (DataRef::DateTime(ExcelDateTime::new(0.375, DateTime, false)), "09:00"),
            (DataRef::DateTimeIso("2026-09-01T00:00:00".to_owned()), "2026-09-01"),
            (DataRef::Empty, ""),
        ] {
            assert_eq!(text(&value), wanted, "{value:?}");
        }
    }
}
