//! Laws and documents by title, and what became of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::citation::Citation;
use crate::date::parse as date;

/// Name and version of the format of the list.
const FORMAT: &str = "gongkai-laws/1";

/// Names of national laws are printed with and without it.
const COUNTRY: &str = "中华人民共和国";

/// Words before or behind a title by which a text says that it knows of the repeal.
const KNOWN_TO_BE_REPEALED: &[&str] = &["原", "废止", "失效", "取代", "代替"];

/// The list as a person writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    format: String,
    as_of: String,
    laws: Vec<Law>,
}

/// All laws by title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laws {
    /// The day of which the list speaks.
    as_of: Date,
    laws: Vec<Law>,
    by_title: BTreeMap<String, usize>,
}

/// One law, regulation or document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Law {
    /// Title without its marks.
    pub title: String,
    /// What became of it. Absent: not established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<LawStatus>,
    /// Number of the version in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// First day on which it no longer held, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repealed_on: Option<String>,
    /// Title of what took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Where this is known from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Versions by number that no longer hold though the title does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub superseded: Vec<Superseded>,
}

/// What became of a law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LawStatus {
    /// As it was made.
    InForce,
    /// The title goes on in a newer version.
    Amended,
    /// No longer.
    Repealed,
}

/// A version of a law that no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Superseded {
    /// Its number.
    pub number: String,
    /// First day on which it no longer held, `YYYY-MM-DD`.
    pub on: String,
    /// Number of the version that took its place.
    pub by: String,
}

/// That a law no longer held on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repeal {
    /// The law in its marks, with its number where only that version no longer holds.
    pub cited: String,
    /// First day on which it no longer held, `YYYY-MM-DD`.
    pub on: String,
    /// What took its place: a title in its marks, or a number.
    pub by: Option<String>,
}

/// A list of laws that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LawsError {
    /// Not TOML, or something is missing or of another type.
    #[error("unreadable list of laws: {0}")]
    Unreadable(String),
    /// Another format or another version of it.
    #[error("format “{0}”, expected “{FORMAT}”")]
    FormatUnknown(String),
    /// No day where one belongs.
    #[error("“{0}” of “{1}” is no day")]
    NoDay(String, String),
    /// A repealed law without its day, or the day of a law that is not repealed.
    #[error("“{0}”: a day of repeal belongs to a repealed law and to no other")]
    RepealUnclear(String),
    /// Two entries of one title.
    #[error("“{0}” is listed twice")]
    Repeated(String),
}

impl Laws {
    /// Reads the list from TOML.
    ///
    /// # Errors
    /// The text cannot be read, a day is none, a repeal lacks its day, or a title is listed twice.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::laws::Laws;
    /// use jiff::civil::date;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let laws = Laws::from_toml(r#"
    ///     format = "gongkai-laws/1"
    ///     as_of = "2025-01-01"
    ///     [[laws]]
    ///     title = "示例法"
    ///     status = "repealed"
    ///     repealed_on = "2021-01-01"
    ///     replaced_by = "新示例法"
    /// "#)?;
    /// let repeals = laws.repeals_in("依据《示例法》第一条", date(2021, 1, 1));
    /// assert_eq!(repeals[0].by.as_deref(), Some("《新示例法》"));
    /// assert!(laws.repeals_in("依据《示例法》第一条", date(2020, 12, 31)).is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, LawsError> {
        let source: Source =
            toml::from_str(text).map_err(|error| LawsError::Unreadable(error.to_string()))?;
        if source.format != FORMAT {
            return Err(LawsError::FormatUnknown(source.format));
        }
        let day =
            |text: &str, of: &str| date(text).ok_or_else(|| LawsError::NoDay(text.to_owned(), of.to_owned()));
        let mut by_title = BTreeMap::new();
        for (index, law) in source.laws.iter().enumerate() {
            if law.repealed_on.is_some() != (law.status == Some(LawStatus::Repealed)) {
                return Err(LawsError::RepealUnclear(law.title.clone()));
            }
            let days = law.superseded.iter().map(|version| &version.on).chain(&law.repealed_on);
            days.map(|on| day(on, &law.title)).collect::<Result<Vec<_>, _>>()?;
            if by_title.insert(plain(&law.title), index).is_some() {
                return Err(LawsError::Repeated(law.title.clone()));
            }
        }
        Ok(Laws { as_of: day(&source.as_of, FORMAT)?, laws: source.laws, by_title })
    }

    /// The day of which the list speaks; later changes are missing.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// All laws in their order.
    #[must_use]
    pub fn all(&self) -> &[Law] {
        &self.laws
    }

    /// The law of this title, with or without the name of the country before it or the year of an amendment behind it.
    #[must_use]
    pub fn find(&self, title: &str) -> Option<&Law> {
        let find = |title: &str| self.by_title.get(&plain(title)).map(|index| &self.laws[*index]);
        find(title).or_else(|| {
            let (name, bracket) = title.split_once(['（', '('])?;
            find(name).filter(|_| bracket.contains('修'))
        })
    }

    /// Which of what is cited in a text no longer held on a day; what the text itself says to be repealed is left out.
    #[must_use]
    pub fn repeals_in(&self, text: &str, day: Date) -> Vec<Repeal> {
        cited(text).filter_map(|citation| self.repeal(&citation, day)).collect()
    }

    /// Whether what is cited no longer held on a day.
    #[must_use]
    pub fn repeal(&self, citation: &Citation, day: Date) -> Option<Repeal> {
        let law = self.find(citation.title.as_deref()?)?;
        let is_past = |on: &&String| date(on).is_some_and(|on| on <= day);
        if let Some(on) = law.repealed_on.as_ref().filter(is_past) {
            let by = law.replaced_by.as_ref().map(|title| format!("《{title}》"));
            return Some(Repeal { cited: format!("《{}》", law.title), on: on.clone(), by });
        }
        let number = citation.number.as_deref()?;
        let is_cited = |version: &&Superseded| {
            version.number.ends_with(number) || number.ends_with(version.number.as_str())
        };
        let version = law.superseded.iter().filter(is_cited).find(|version| is_past(&&version.on))?;
        Some(Repeal {
            cited: format!("《{}》（{}）", law.title, version.number),
            on: version.on.clone(),
            by: Some(version.by.clone()),
        })
    }
}

/// A title without what is not printed everywhere.
fn plain(title: &str) -> String {
    let title: String = title.chars().filter(|char| !char.is_whitespace()).collect();
    title.strip_prefix(COUNTRY).map_or(title.clone(), str::to_owned)
}

/// What a text cites in outermost title marks, each with the bracket that follows it.
fn cited(text: &str) -> impl Iterator<Item = Citation> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (before, marked, after) = next(rest)?;
            rest = after;
            let bracket = bracket(after);
            let tail = before.trim_end().chars().rev().take(4).collect::<Vec<_>>();
            let tail: String = tail.into_iter().rev().collect();
            let is_known = |word: &str| bracket.contains(word) || tail.ends_with(word);
            if !KNOWN_TO_BE_REPEALED.iter().any(|word| is_known(word)) {
                return Some(Citation::parse(&format!("{marked}{bracket}")));
            }
        }
    })
}

/// What stands before the next outermost title, the title in its marks, and what follows.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('《')?;
    let mut depth = 0_usize;
    for (at, char) in text[start..].char_indices() {
        match char {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            let end = start + at + char.len_utf8();
            return Some((&text[..start], &text[start..end], &text[end..]));
        }
    }
    None
}

/// The bracket at the beginning of a text, where there is one.
fn bracket(text: &str) -> &str {
    if !text.starts_with(['（', '(']) {
        return "";
    }
    text.char_indices()
        .find(|(_, char)| matches!(char, '）' | ')'))
        .map_or("", |(at, char)| &text[..at + char.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"
        format = "gongkai-laws/1"
        as_of = "2025-01-01"
        [[laws]]
        title = "中华人民共和国甲法"
        status = "repealed"
        repealed_on = "2021-01-01"
        [[laws]]
        title = "乙条例"
        status = "amended"
        superseded = [{ number = "示例令第4号", on = "2019-05-15", by = "示例令第7号" }]
        [[laws]]
        title = "丙办法（试行）"
    "#;

    fn repeals(text: &str, year: i16) -> Vec<String> {
        let laws = Laws::from_toml(LIST).expect("the list is in order");
        let repeals = laws.repeals_in(text, jiff::civil::date(year, 12, 31));
        repeals.into_iter().map(|repeal| repeal.cited).collect()
    }

    #[test]
    fn repealed_titles_and_numbers_are_found() {
        assert_eq!(repeals("《甲法》、《中华人民共和国 甲法》第二条", 2021).len(), 2);
        assert_eq!(repeals("《甲法》", 2020), [""; 0]);
        assert_eq!(repeals("《乙条例》（示例令第4号）", 2019), ["《乙条例》（示例令第4号）"]);
        assert_eq!(repeals("《乙条例》（国家示例令第4号）", 2019).len(), 1);
        for text in
            ["《乙条例》（示例令第7号）", "《乙条例》", "《丙办法（试行）》", "甲法", "《甲法", "》《"]
        {
            assert_eq!(repeals(text, 2022), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_says_so_itself_is_left_alone() {
        for text in ["原《甲法》", "《甲法》（已废止）", "废止《甲法》", "《关于废止〈甲法〉的决定》"]
        {
            assert_eq!(repeals(text, 2022), [""; 0], "{text}");
        }
        assert_eq!(repeals("《丙办法》（已废止）、《甲法》", 2022).len(), 1);
    }

    #[test]
    fn titles_are_found_with_the_year_of_an_amendment() {
        let laws = Laws::from_toml(LIST).expect("the list is in order");
        for title in ["甲法", "中华人民共和国甲法（2018年修正）", "乙条例(修订)", "丙办法（试行）"]
        {
            assert!(laws.find(title).is_some(), "{title}");
        }
        for title in ["丁法", "丙办法", "甲法（草案）"] {
            assert!(laws.find(title).is_none(), "{title}");
        }
    }

    #[test]
    fn lists_out_of_order_are_named() {
        for (from, to) in [
            ("gongkai-laws/1", "gongkai-laws/2"),
            ("\"2021-01-01\"", "\"2021-02-30\""),
            ("repealed_on = \"2021-01-01\"", ""),
            ("title = \"乙条例\"", "title = \"甲法\""),
            ("status = \"amended\"", "status = \"odd\""),
        ] {
            assert!(Laws::from_toml(&LIST.replace(from, to)).is_err(), "{from}");
        }
    }
}
