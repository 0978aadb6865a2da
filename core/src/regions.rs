//! Codes of administrative divisions by year, read from a table of code, name, first and last year.

use std::collections::BTreeMap;

/// Name and version of the format of the table.
const FORMAT: &str = "gongkai-regions/1";

/// The codes of all years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regions {
    /// The years of the tables, both included.
    first: i16,
    last: i16,
    /// What each code named, in the order of the table.
    codes: BTreeMap<u32, Vec<Division>>,
}

/// What a code names for some years.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Division {
    /// Name.
    pub name: String,
    /// Year in which it was introduced.
    pub first: i16,
    /// Year in which it was abolished or renamed. None: it stands in the newest table.
    pub last: Option<i16>,
}

impl Division {
    /// Whether it stands in the table of a year.
    #[must_use]
    pub fn holds(&self, year: i16) -> bool {
        self.first <= year && self.last.is_none_or(|last| year <= last)
    }
}

/// Whether a code stands in the table of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// There is no table of the year.
    OutOfRange,
}

/// A line of the table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected {expected}")]
pub struct RegionsError {
    /// Number of the line, from 1.
    pub line: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl Regions {
    /// Reads the table: lines of code, name, first and last year with tabs between them; `#` begins a comment.
    /// The first line that is no comment is `gongkai-regions/1` with the first and the last year of the tables.
    ///
    /// # Errors
    /// - The first line does not name the format and two years.
    /// - A line is no code of six digits, name and years in order.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::regions::{Known, Regions};
    ///
    /// let text = "gongkai-regions/1\t2000\t2020\n990101\t甲县\t2000\t2011\n990102\t乙区\t2011\t\n";
    /// let regions = Regions::parse(text).expect("every line is in order");
    /// assert_eq!(regions.holds("990101", 2011), Known::Yes);
    /// assert_eq!(regions.holds("990101", 2012), Known::No);
    /// assert_eq!(regions.holds("990102", 2021), Known::OutOfRange);
    /// assert_eq!(regions.name("990102", 2012), Some("乙区"));
    /// assert!(Regions::parse("990101\t甲县\t2000\t").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, RegionsError> {
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
        let (at, head) = lines.next().unwrap_or((1, ""));
        let (first, last) = head_of(head)
            .ok_or(RegionsError { line: at, expected: "the format and the years of the tables" })?;
        let mut codes = BTreeMap::<u32, Vec<Division>>::new();
        for (line, text) in lines {
            let (code, division) =
                row(text).ok_or(RegionsError { line, expected: "a code, a name and its years in order" })?;
            codes.entry(code).or_default().push(division);
        }
        Ok(Regions { first, last, codes })
    }

    /// The years of the tables, both included.
    #[must_use]
    pub fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.first..=self.last
    }

    /// Whether a code stands in the table of a year.
    #[must_use]
    pub fn holds(&self, code: &str, year: i16) -> Known {
        if !self.years().contains(&year) {
            return Known::OutOfRange;
        }
        let holds = self.divisions(code).iter().any(|division| division.holds(year));
        if holds { Known::Yes } else { Known::No }
    }

    /// What a code names in a year; where its name changed in that year, the newer one.
    #[must_use]
    pub fn name(&self, code: &str, year: i16) -> Option<&str> {
        let divisions = self.divisions(code).iter().rev();
        let mut holding = divisions.filter(|division| division.holds(year) && self.years().contains(&year));
        holding.next().map(|division| division.name.as_str())
    }

    /// What a code named in all years, the oldest first.
    #[must_use]
    pub fn divisions(&self, code: &str) -> &[Division] {
        number(code).and_then(|code| self.codes.get(&code)).map_or(&[], Vec::as_slice)
    }

    /// All codes with what they name, in their order.
    pub fn all(&self) -> impl Iterator<Item = (String, &[Division])> {
        self.codes.iter().map(|(code, divisions)| (code.to_string(), divisions.as_slice()))
    }
}

/// The years of the tables.
fn head_of(line: &str) -> Option<(i16, i16)> {
    let mut cells = line.split('\t');
    let is_format = cells.next()? == FORMAT;
    let (first, last) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    (is_format && first <= last && cells.next().is_none()).then_some((first, last))
}

/// One line of the table.
fn row(line: &str) -> Option<(u32, Division)> {
    let mut cells = line.split('\t');
    let (code, name) = (number(cells.next()?)?, cells.next()?);
    let first = cells.next()?.parse().ok()?;
    let last = match cells.next()? {
        "" => None,
        year => Some(year.parse().ok()?),
    };
    let is_in_order =
        cells.next().is_none() && !crate::blank::is_blank_text(name) && last.is_none_or(|last| first <= last);
    is_in_order.then(|| (code, Division { name: name.to_owned(), first, last }))
}

/// A code as a number: six digits, not beginning with 0.
fn number(code: &str) -> Option<u32> {
    let is_code = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    code.parse().ok().filter(|code| is_code && *code >= 100_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fails(text: &str, line: usize) {
        assert_eq!(Regions::parse(text).map_err(|error| error.line), Err(line), "{text}");
    }

    #[test]
    fn lines_out_of_order_are_named() {
        let head = "# comment\ngongkai-regions/1\t2000\t2020\n";
        fails("", 1);
        fails("gongkai-regions/2\t2000\t2020", 1);
        fails("gongkai-regions/1\t2020\t2000", 1);
        for row in [
            "99010\t甲\t2000\t",
            "090101\t甲\t2000\t",
            "990101\t\t2000\t",
            "990101\t甲\t2001\t2000",
            "990101\t甲\t2001",
            "990101\t甲\t\t2001",
            "990101\t甲\t2000\t2001\t",
        ] {
            fails(&format!("{head}{row}"), 3);
        }
    }

    #[test]
    fn the_newer_name_counts_in_the_year_of_a_change() {
        let regions =
            Regions::parse("gongkai-regions/1\t2000\t2020\n990101\t甲县\t2000\t2011\n990101\t乙县\t2011\t")
                .expect("every line is in order");
        let names = [1999, 2000, 2010, 2011, 2020, 2021].map(|year| regions.name("990101", year));
        assert_eq!(names, [None, Some("甲县"), Some("甲县"), Some("乙县"), Some("乙县"), None]);
        assert_eq!(regions.divisions("990102"), []);
        assert_eq!(regions.holds("no code", 2001), Known::No);
    }
}
