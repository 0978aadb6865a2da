//! Reads one clause.

use super::duration::{self, Duration, durations};
use super::event::{self, Event, is_name, name, start};
use super::wordings;
use super::words::Words;
use crate::time_limit::{ClauseKind, Trigger, Unit};

/// What a stretch of text was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) kind: ClauseKind,
    pub(super) amount: Option<u32>,
    pub(super) unit: Option<Unit>,
    pub(super) event: Event,
    pub(super) part: Option<String>,
    pub(super) basis: Option<String>,
    pub(super) word: Option<String>,
    pub(super) date: Option<String>,
}

impl Reading {
    pub(super) fn new(kind: ClauseKind) -> Self {
        Reading {
            kind,
            amount: None,
            unit: None,
            event: Event::default(),
            part: None,
            basis: None,
            word: None,
            date: None,
        }
    }

    fn period(kind: ClauseKind, duration: Duration) -> Self {
        Reading { amount: duration.amount, unit: duration.unit, ..Self::new(kind) }
    }

    /// Whether a number or its unit is missing, so that a person has to complete the clause.
    pub(super) fn is_incomplete(&self) -> bool {
        match self.kind {
            ClauseKind::Within | ClauseKind::AtLeast | ClauseKind::Exactly | ClauseKind::Before => {
                self.amount.is_none() || self.unit.is_none()
            }
            ClauseKind::Recurring => self.unit.is_none(),
            _ => false,
        }
    }
}

/// Words that join a clause to the one before it.
const JOINING: &[&str] =
    &["其中", "另外", "此外", "同时", "另", "但是", "但", "并且", "并", "且", "：", "，"];

/// Words that only say that a time limit follows. 公开期限 is none of them: it may be the length of a notice.
const HEADING: &[&str] = &["公开时限为", "公开时限：", "时限为", "时限："];

const AT_LEAST: &[&str] = &[
    "不得少于",
    "不应少于",
    "应不少于",
    "不少于",
    "不得低于",
    "不低于",
    "不得短于",
    "不短于",
    "至少为",
    "至少",
    "最少",
];

const AT_MOST: &[&str] =
    &["最迟不得超过", "最迟不超过", "最长不得超过", "最长不超过", "不得超过", "不应超过", "不超过", "最迟"];

const MUST: &[&str] = &["应当", "必须", "应", "须", "需"];

/// What a period lasts that is no limit but the length of a notice.
const LENGTH: &[&str] = &["期限", "期间", "时间", "时长", "期"];

/// Notices that are the publication itself.
const PUBLICATIONS: &[&str] = &["公开公示", "公示", "公告", "公布"];

/// Notices whose length may follow without a further word.
const NOTICES: &[&str] = &["公示", "公告", "展示", "征求意见", "征集意见"];

/// Reads a stretch as one clause; `None` unless every word of it has a place.
pub(super) fn read(words: Words<'_>) -> Option<Reading> {
    let words = words.after_all(JOINING).after_all(HEADING);
    if words.is_any(&["同上", "〃", "″", "\"", "''", "同前", "同上栏", "同上一行"]) {
        return Some(Reading::new(ClauseKind::SameAsAbove));
    }
    if let Some(reading) = wordings::other_law(words).or_else(|| wordings::yearly(words)) {
        return Some(reading);
    }
    let found = durations(words)?;
    match found.as_slice() {
        [] => wordings::without_period(words),
        [duration] => period(words, *duration),
        _ => None,
    }
}

/// A clause with one period.
fn period(words: Words<'_>, duration: Duration) -> Option<Reading> {
    let before = words.to(duration.from);
    let behind = words.skip(duration.to);
    if let Some(rest) = behind.after(&["以上"]) {
        return at_least(before.before(AT_LEAST).unwrap_or(before), duration, rest);
    }
    if let Some(reading) = recurring(before, duration, behind) {
        return Some(reading);
    }
    if let Some(rest) = behind.after(&["之前", "以前", "前"]) {
        return before_event(before, duration, rest);
    }
    let inside = behind.after(&["以内", "之内", "内"]);
    let rest = inside.unwrap_or(behind);
    if let Some(earlier) = before.before(AT_LEAST).unwrap_or(before).before(&["提前", "提早"]) {
        return if inside.is_none() { ahead_of(earlier, duration, rest) } else { None };
    }
    if let Some(later) = before.before(&["之前", "以前", "前"]) {
        return before_event(later, duration, rest);
    }
    if inside.is_none() {
        if let Some(subject) = before.before(AT_LEAST) {
            return at_least(subject, duration, rest);
        }
        if let Some(reading) = exactly(before, duration, rest) {
            return Some(reading);
        }
    }
    within(before, duration, inside.is_some(), rest)
}

/// 公示期不得少于5个工作日
fn at_least(subject: Words<'_>, duration: Duration, rest: Words<'_>) -> Option<Reading> {
    let subject = subject.before(MUST).unwrap_or(subject);
    let reading = notice(ClauseKind::AtLeast, subject, duration)?;
    wordings::is_tail(rest).then_some(reading)
}

/// 公告期限为1个工作日, 公示7个工作日
fn exactly(before: Words<'_>, duration: Duration, rest: Words<'_>) -> Option<Reading> {
    let subject = before.before(&["应为", "为", "是", "："]).unwrap_or(before);
    // 公开期限 may be the time limit itself.
    let names_length = subject.before(LENGTH).is_some_and(|notice| !notice.ends(&["公开"]));
    if !(names_length && subject.len() > 1 || subject.len() == before.len() && subject.ends(NOTICES)) {
        return None;
    }
    let reading = notice(ClauseKind::Exactly, subject, duration)?;
    wordings::is_tail(rest).then_some(reading)
}

/// The length of a notice, with the event that begins it and the part that it is about.
fn notice(kind: ClauseKind, subject: Words<'_>, duration: Duration) -> Option<Reading> {
    let (event, subject) = match subject.split(&["之日起", "当日起", "次日起"]) {
        Some((_, rest)) => {
            let start = start(subject.to(subject.len() - rest.len()));
            if start.part.is_some() {
                return None;
            }
            (start.event()?, rest.after(&["，"]).unwrap_or(rest))
        }
        None => (Event::default(), subject),
    };
    let about = subject.before(LENGTH).unwrap_or(subject);
    let part = if about.is_empty() || about.is_any(PUBLICATIONS) { None } else { Some(name(about)?) };
    Some(Reading { event, part, ..Reading::period(kind, duration) })
}

/// 每20个工作日更新, 半年至少更新1次
fn recurring(before: Words<'_>, duration: Duration, behind: Words<'_>) -> Option<Reading> {
    if before.is_empty() && behind.ends(&["1次", "一次"]) && wordings::is_renewal(behind) {
        return Some(Reading::period(ClauseKind::Recurring, duration));
    }
    let part = before.before(&["每隔", "每"])?;
    let rest = behind.after(&["以内", "之内", "内"]).unwrap_or(behind);
    let part = if part.is_empty() { None } else { Some(event::is_part(part).then(|| part.shown())?) };
    let reading = Reading { part, ..Reading::period(ClauseKind::Recurring, duration) };
    (!rest.is_empty() && wordings::is_renewal(rest)).then_some(reading)
}

/// 组织听证7个工作日前, 活动开展前5个工作日
fn before_event(before: Words<'_>, duration: Duration, rest: Words<'_>) -> Option<Reading> {
    let start = start(before.before(AT_LEAST).unwrap_or(before));
    let event = Event { trigger: Some(start.later_event()?), object: None };
    let reading = Reading { event, part: start.part()?, ..Reading::period(ClauseKind::Before, duration) };
    wordings::is_tail(rest).then_some(reading)
}

/// 提前一周; the event is seldom named.
fn ahead_of(before: Words<'_>, duration: Duration, rest: Words<'_>) -> Option<Reading> {
    let before = before.before(AT_LEAST).unwrap_or(before);
    let before = before.before(MUST).unwrap_or(before);
    let reading = Reading::period(ClauseKind::Before, duration);
    let reading = if before.is_empty() {
        reading
    } else {
        let start = start(before.before(&["之前", "前"]).unwrap_or(before));
        let event = Event { trigger: Some(start.later_event()?), object: None };
        Reading { event, part: start.part()?, ..reading }
    };
    wordings::is_tail(rest).then_some(reading)
}

/// 信息形成或者变更之日起20个工作日内
fn within(before: Words<'_>, duration: Duration, is_inside: bool, rest: Words<'_>) -> Option<Reading> {
    let unbounded = before.before(AT_MOST);
    let is_bounded = is_inside || unbounded.is_some();
    let before = unbounded.unwrap_or(before);
    let before = before.before(&["应当在", "应在", "，", "在", "于"]).unwrap_or(before);
    let reading = Reading::period(ClauseKind::Within, duration);
    // 20个工作日（自信息形成之日起）
    if let Some((outside, inside)) = rest.split_brackets()
        && let Some(event) = start(inside).event()
    {
        return (before.is_empty() && wordings::is_tail(outside)).then_some(Reading { event, ..reading });
    }
    if !wordings::is_tail(rest) {
        return None;
    }
    if before.is_empty() {
        // 20日 alone may be a day of the month.
        let is_period = is_bounded || duration.unit == Some(Unit::WorkingDays);
        return is_period.then_some(reading);
    }
    let start = start(before);
    if let Some(event) = start.event() {
        return Some(Reading { event, part: start.part()?, ..reading });
    }
    let part = start.part_alone().filter(|_| is_bounded || duration.unit == Some(Unit::WorkingDays))?;
    Some(Reading { part: Some(part), ..reading })
}

/// A clause behind the name of the part for which it holds: 处罚决定：20个工作日内.
pub(super) fn label(words: Words<'_>) -> Option<(Option<String>, Words<'_>)> {
    let (label, rest) = words.split(&["："])?;
    let label = label.after_all(JOINING);
    // 公示期：7日内 does not say what is meant.
    let is_label =
        is_name(label) && !label.ends(LENGTH) && durations(label).is_some_and(|found| found.is_empty());
    is_label.then(|| (Some(label.shown()), rest))
}

/// A number of a day or a month.
pub(super) fn ordinal(words: Words<'_>) -> Option<u32> {
    let is_number =
        !words.is_empty() && words.chars().all(|char| char.is_ascii_digit() || duration::is_number(char));
    is_number.then(|| duration::value(words)).flatten()
}

/// An event in the words printed.
pub(super) fn event_named(words: Words<'_>) -> Option<Event> {
    Some(Event { trigger: Some(Trigger::Event(name(words)?)), object: None })
}
