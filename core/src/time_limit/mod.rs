//! Time limits (公开时限): the text as printed and the clauses that it was read as.

mod due;
#[cfg(feature = "compile")]
mod parse;

use serde::{Deserialize, Serialize};

/// A time limit of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct TimeLimit {
    /// As printed.
    pub text: String,
    /// What it was read as, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
    /// Stretches of the text that could not be read, or not wholly: a person has to judge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
}

/// One clause of a time limit.
///
/// Words are those printed, without blanks inside them and with punctuation of one width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Clause {
    /// What the clause demands.
    pub kind: ClauseKind,
    /// How many of the unit. None: the kind has no number, it is masked, or the unit alone is printed (每季度).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<u32>,
    /// Unit as printed; 日 stays calendar days. None: the kind has no unit, or none is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The event from which the period counts. None: no event is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Trigger>,
    /// The part of the item to which the clause is confined. None: the whole item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Which law prevails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The open word (及时, 长期 …); what it means is for a local parameter to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Day of the year, `MM-DD`; 02-29 is the last day of February.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The stretch of the text that it was read from. Empty: all of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What a clause demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ClauseKind {
    /// Publication within a period from an event.
    Within,
    /// A notice that lasts at least so long.
    AtLeast,
    /// A notice that lasts so long.
    Exactly,
    /// Publication so long before an event.
    Before,
    /// Publication by a day of every year.
    YearlyBefore,
    /// Publication or renewal once in every period.
    Recurring,
    /// Publication together with another one, or at the time of an event.
    TogetherWith,
    /// Words without a number: 及时, 实时, 长期.
    OpenWords,
    /// Where another law sets a period, that one holds.
    OtherLawPrevails,
    /// Disclosed on request only; no limit for publishing.
    OnRequest,
    /// As in the row above (同上).
    SameAsAbove,
    /// Withdrawal within a period, once a decision is changed or revoked. Statutes demand it; no table prints it.
    Withdrawal,
}

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unit {
    /// Hours.
    Hours,
    /// Working days (工作日).
    WorkingDays,
    /// Calendar days (日, 天).
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Quarters.
    Quarters,
    /// Half years (半年).
    HalfYears,
    /// Years.
    Years,
}

/// The event from which a period counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Trigger {
    /// The information came into being or changed (形成或者变更).
    FormedOrChanged,
    /// Another event, in the words of the table; an entry does not hold its date.
    Event(String),
}

impl Unit {
    /// The name that documents write.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Unit::Hours => "hours",
            Unit::WorkingDays => "working-days",
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Quarters => "quarters",
            Unit::HalfYears => "half-years",
            Unit::Years => "years",
        }
    }
}

impl Clause {
    /// Whether the clause holds for the whole item and counts from the day on which the information came into being
    /// or changed, as it does where no event is printed.
    #[must_use]
    pub fn is_general(&self) -> bool {
        self.part.is_none() && matches!(self.trigger, None | Some(Trigger::FormedOrChanged))
    }
}

impl TimeLimit {
    /// The stretch of the text that the clause was read from.
    #[must_use]
    pub fn text_of<'a>(&'a self, clause: &'a Clause) -> &'a str {
        if clause.text.is_empty() { &self.text } else { &clause.text }
    }

    /// Reads a time limit as printed. Blanks inside words do not matter, nor does the width of digits and punctuation.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::time_limit::{ClauseKind, TimeLimit, Unit};
    ///
    /// let limit = TimeLimit::parse("信息形成或者变更之日起20个工作日内");
    /// assert_eq!((limit.clauses[0].kind, limit.clauses[0].amount), (ClauseKind::Within, Some(20)));
    /// assert_eq!(limit.clauses[0].unit, Some(Unit::WorkingDays));
    ///
    /// assert_eq!(TimeLimit::parse("详见附件").unread, ["详见附件"]);
    /// ```
    #[cfg(feature = "compile")]
    #[must_use]
    pub fn parse(text: &str) -> Self {
        parse::time_limit(text)
    }
}

#[cfg(test)]
#[cfg(feature = "compile")]
mod tests {
    use super::*;

    #[test]
    fn browsers_read_what_was_written() {
        for text in [
            "自该信息形成之日起20个工作日内，其中处罚决定自作出之日起7日内；法律、法规另有规定的从其规定",
            "提前一周；公示期不少于1个月；公示期为24小时；每季度更新；半年至少更新1次",
            "每年1月31日前；随公告公开；及时公开；同上；为依申请公开；自批复之日起2年内；详见附件",
            "信息形成之日起*个工作日内",
        ] {
            let limit = TimeLimit::parse(text);
            let json = serde_json::to_string(&limit).expect("plain data");
            assert_eq!(crate::read::read::<TimeLimit>(&json), Ok(limit.clone()), "{text}");
            assert_eq!(serde_json::from_str::<TimeLimit>(&json).ok(), Some(limit), "{text}");
        }
    }

    #[test]
    fn a_stretch_that_is_the_whole_text_is_not_repeated() {
        let limit = TimeLimit::parse(" 20 个工作日内。");
        assert_eq!(
            (limit.clauses[0].text.as_str(), limit.text_of(&limit.clauses[0])),
            ("", " 20 个工作日内。")
        );
        let limit = TimeLimit::parse("20 个工作日内；长期公开");
        assert_eq!(limit.text_of(&limit.clauses[0]), "20 个工作日内");
    }
}
